import type { Sex, Sort } from '../../../../archive/index.ts'
import type { Ceiling, Change } from '../../texts.ts'

const asSaid: Readonly<Partial<Record<Sort | Sex, string>>> = {}
const kinds: Readonly<Record<Ceiling['kind'], string>> = { ceiling: 'up to', change: 'more:', lower: 'fewer:', mentioned: 'named:' }
const changes: Readonly<Record<Change['kind'], string>> = { more: 'more', fewer: 'fewer', 'for a time': 'for a time' }

/** The other languages say the same, field by field. */
export const en = {
  noState: 'no State that the archive knows',
  noMission: 'no mission that the archive knows',
  allMissions: 'all missions',
  where: 'Where it stands',
  of: 'Of',
  in: 'In',
  perCent: (n: number): string => `${n} per cent`,
  military: 'Military',
  police: 'Police',
  inAll: 'In all',
  bothStay: 'Both stay.',
  /** Sorts and sexes, by what an answer says. */
  sorts: asSaid,
  nameMission: (such: string): string => `Name a mission, such as ${such}.`,
  lastHeld: 'The last month held:',
  inTable: (month: string, table: string): string => `${month} in ${table}`,
  cameLater: 'What came later is not on this record.',
  told: (from: string, symbol: string | null): string =>
    `set from ${from}${symbol ? ` by ${symbol}` : ''}, as an entry of this record tells it`,
  counted: {
    title: (month: string, whose: string): string => `Counted at the end of ${month}, ${whose}`,
    note: 'Military: troops and experts on mission, staff officers among them. Police: formed units and individuals. Each table stands by itself; their figures are not added to one another.',
    month: 'Month',
    byText: 'By which text',
    differs: 'Another table differs:',
    since: 'Named since, and not worked in, for it does not say from which number:',
    changes,
    textsEnded: 'A text that is not on this record may have changed it.',
    ofThese: 'of',
    and: 'and',
    namedSince: ', and what was named since',
    persons: 'Persons',
    by: { state: 'State', type: 'Type', sex: 'Sex', all: '' },
  },
  authority: {
    title: 'What the texts authorise, by mission',
    titleOf: (mission: string): string => `What the texts authorise for ${mission}`,
    lede: 'Every number of military and police in the operative paragraphs, as the text has it. A number “more” is not added to a ceiling here, and a part stays a part. What was set last is marked; a text that is not on this record may have changed it.',
    beside: 'beside those who were there',
    table: (mission: string): string => `Authorised: ${mission}`,
    heads: ['Text', 'Number', 'Of whom', 'In its words'],
    including: 'including',
    kinds,
    forATime: ', for a time',
    together: 'together',
    setLast: { military: 'set last, of military', police: 'set last, of police', uniformed: 'set last, of uniformed' },
    sinceThen: 'since then',
    until: 'The texts on this record end on',
  },
  timeline: {
    title: 'Strength beside authority, month by month',
    titleOf: (mission: string): string => `${mission}: strength beside authority, month by month`,
    lede: 'How many were there at the end of each month, as the published table counts them, beside what the texts of resolutions on this record authorise. Zero stands at the foot.',
    drawn:
      'Thick: who was there. Thin, in steps: what was authorised; dashed: since a text named more or fewer, or after the last text on this record, when nobody can say from it whether the number still holds. Military: troops and experts on mission. Where one text names two numbers, each is drawn; where an entry of this record sets a later one, that. Where more were there than was set, a text that is not on this record may have raised the number. Passing and additional numbers are not drawn:',
    cited: 'each is cited here',
    months: 'Month by month',
    years: 'At the end of each year',
    lastOfYear: 'The last month of each year on this record.',
    every: 'Every month, as the table has it (CSV)',
    endOf: 'End of',
    nothing: 'nothing',
    sets: 'What sets the line',
    none: 'No text on this record sets a number for this mission.',
  },
  contributions: {
    title: (state: string | undefined, mission: string | undefined): string =>
      `First and last month of each contribution${state ? ` of ${state}` : ''}${mission ? ` to ${mission}` : ''}`,
    lede: 'By the tables that tell of both contributor and mission. Where a table begins or ends with a contribution, it may have begun earlier or gone on.',
    to: 'To',
    by: 'by',
    ends: (month: string): string => `The table ends with ${month}: what came later is not in it.`,
    heads: ['State', 'Mission', 'First month', 'Last month', 'Most'],
    before: 'in or before',
    after: 'or later',
    gaps: (n: number): string => `${n === 1 ? 'one month' : `${n} months`} between without a number`,
    ask: 'Name a mission, such as UNMIL, or a State by its code, such as BGD.',
  },
  concentration: {
    title: (mission: string, month: string): string => `On how few ${mission} rested, ${month}`,
    lede: 'The largest contributors of the month, and what share of all they make up together. It says how much one departure would take away, nothing more.',
    of: (persons: string, contributors: number): string => `${persons} persons of ${contributors} contributors.`,
    heads: ['State', 'Persons', 'All until here'],
  },
  women: {
    title: (mission: string | undefined, month: string): string => `Women in ${mission ?? 'each mission'}, ${month}`,
    lede: 'Of those whom a table counts by sex, at the end of the month. Of missions only: counts by State and sex would tell of single persons.',
    table: 'Women and men',
    heads: ['Mission', 'Type', 'Women', 'Men', 'Women’s share'],
    allTypes: 'all types',
  },
  fatalities: {
    title: 'Those who died in the service of missions',
    titleOf: (mission: string): string => `Those who died in the service of ${mission}`,
    lede: 'Counts only, up to the end of the year. Each of them was a person: rows are not shown, no two things are counted across, and groups of fewer than five by State or cause are told together.',
    by: { year: 'by year', state: 'by State', mission: 'by mission', cause: 'by cause' },
    heads: { year: 'Year', state: 'State', mission: 'Mission', cause: 'Cause' },
    deaths: 'Deaths',
    together: (n: number): string => `${n} others, fewer than five each`,
    notStated: 'not stated',
    /** One person under two nationalities is one person. */
    again: (n: number): string => (n === 1 ? 'one more row names one of them again' : `${n} more rows name some of them again`),
    incomplete: 'The UN says that before 2000 the list may be incomplete, and that agencies, funds and programmes are not in it.',
    causes: {} as Readonly<Record<string, string>>,
  },
  bases: {
    title: 'Number of bases by year',
    lede: 'As Geo-PKO counts them from maps of missions. Where they were is not told here. A year without a row is not a year without bases.',
    host: 'In (a code, such as CAF)',
    heads: ['Year', 'Bases'],
    again: (n: number): string => `${n} more rows tell another strength of one of them`,
  },
}
export type Words = typeof en
