import type { entries } from '../../entries.ts'

export type Types = Readonly<Record<keyof typeof entries, readonly [heading: string, verb: string]>>
const types: Types = {
  ActionPromised: ['Action promised', 'promised'],
  ActionAsked: ['Asked of many', 'asked'],
  ActionDone: ['Action done', 'done'],
  ActionDropped: ['Action dropped', 'dropped'],
  CommitmentOpened: ['Opened to States', 'opened'],
  CommitmentCounted: ['Counted who committed', 'counted'],
  CommitmentSigned: ['State committed', 'committed'],
  CommitmentActedOn: ['State acted on it', 'acted'],
  CommitmentWithdrawn: ['Commitment withdrawn', 'withdrawn'],
  ReportPublished: ['Report from outside', 'report'],
  ReformRated: ['Rated from outside', 'rated'],
}
/** What stands before and after the number of those who committed, by what was counted. */
const counts: Readonly<Record<string, readonly [before: string, after: string]>> = {
  signed: ['', ' signed'],
  'signed-or-processing': ['', ' signed, or about to'],
  joined: ['', ' joined'],
  named: ['', ' named'],
  pledged: ['', ' pledged'],
}
/** How one State committed. */
const forms: Readonly<Record<string, string>> = { signed: 'signed', joined: 'joined', pledged: 'pledged' }
/** Of a theme that is not here: as the entry says it. */
const themes: Readonly<Record<string, string>> = {}

const title = (done: number, of: number): string =>
  of === 0
    ? 'No promise of reform is on this record on this day'
    : `Of ${of} promises of 2015 on this record, ${done === 0 ? 'none has' : done === 1 ? 'one has' : `${done} have`} evidence beside ${done === 1 ? 'it' : 'them'}`
const beside = (ofMany: number, remembered: number): string => {
  const parts = [
    ...(ofMany ? [`${ofMany === 1 ? 'one that was' : `${ofMany} that were`} asked of many, with nobody named`] : []),
    ...(remembered ? [`${remembered === 1 ? 'one' : remembered} that ${remembered === 1 ? 'is' : 'are'} remembered and not checked`] : []),
  ]
  return parts.length ? ` Below stand also, not counted above: ${parts.join('; ')}.` : ''
}

/** What this chapter says on its pages. The other languages say the same, field by field. */
export const en = {
  chapter: 'Reform',
  title,
  titleOf: (name: string, n: number): string =>
    `${name}: ${n === 1 ? 'one commitment' : `${n === 0 ? 'no commitment' : `${n} commitments`}`} on this record`,
  /** What stands below besides the promises of the title. */
  beside,
  lede: 'What the Secretary-General promised, what States committed to, and what is on record since. That nothing is on this record does not mean that nothing was done. There is no score, and no order by merit.',
  ledeOf:
    'What this State committed to, as a source names it, and what is on record since. What its personnel are said to have done stands in its own file, with its own account beside it.',
  actions: 'What the Secretary-General promised',
  actionsNote:
    'Actions of the report A/70/357 of 2015, as others tell of them: we have not read its paragraphs, and its own day is not in our notes: it was told of in September 2015. Most bear no day, so none of those can be past.',
  remembered: 'Remembered, and not checked',
  rememberedNote: 'These are from memory. They are not shown as text of any report, and nobody can be held to them until the text is read.',
  action: 'Action',
  from: 'Of whom',
  evidence: 'What is on record',
  followed: 'What this record follows of it',
  ofMany: 'asked of many; nobody is named',
  by: (day: string): string => `by ${day}`,
  dropped: 'dropped',
  themes,
  commitments: 'Texts, and how many committed',
  commitmentsNote: 'Counts are those of the sources named. Where they disagree all of them stay; they may count different things.',
  text: 'Text',
  counted: 'Counted',
  source: 'Source',
  noCount: 'no count on this record',
  disagree: 'Sources disagree; all stay.',
  counts,
  forms,
  more: (n: string): string => `${n} more said that they would`,
  named: (n: number): string => (n === 0 ? 'No State is named on this record.' : `${n} named on this record.`),
  states: 'States that a source names, and what is on record since',
  statesNote:
    'By alphabet of their codes. What is on record since is told of the State, and may concern another of its commitments than the one beside it. A State that is not here may have committed as well: this record has not read of it.',
  state: 'State',
  committed: 'What it committed to',
  since: 'On record since',
  noneSince: 'nothing on this record since',
  withdrawn: 'withdrawn',
  outside: 'Reported and rated from outside',
  share: {
    title: (set: string, isCommitment: boolean, mission: string | null): string =>
      `What ${isCommitment ? `those named in ${set}` : set} hold of those deployed${mission ? ` in ${mission}` : ''}`,
    untold: 'What a set of States holds of those deployed',
    lede: 'Persons of these States, of all who are counted at the end of the month. A share is arithmetic: it says what would leave with them, not what they are worth.',
    states: 'States',
    commitment: 'or a commitment',
    mission: 'in',
    how: 'Name States by their codes (GBR,USA), or a commitment, such as LEADERS-SUMMIT-2015.',
    noneNamed: (set: string): string => `no State is named on this record as having committed to ${set} by that day`,
    table: (dataset: string): string => `Share by month, ${dataset}`,
    heads: ['End of', 'Theirs', 'Of all', 'Share', 'Of whom', 'Where it stands'],
    asked: 'asked',
    percent: (n: string): string => `${n} per cent`,
    noRow: 'no row of theirs',
    unknown: (n: string): string => `; ${n} stand under a name that is no State known here`,
  },
  types,
}
export type Words = typeof en
