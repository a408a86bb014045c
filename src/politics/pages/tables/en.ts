import type { End } from '../../council/archive/mandate.ts'

const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
const kinds: Readonly<Record<End['kind'], string>> = {
  mandate: 'may be its end',
  'another mission': 'another mission’s',
  predecessor: 'a predecessor’s end',
  partner: 'a partner’s mission',
  host: 'the host’s own calendar',
  sanctions: 'sanctions, experts, a tribunal',
  report: 'a report’s day',
  step: 'a step on the way',
  review: 'a review',
}

/** The other languages say the same, field by field. */
export const en = {
  where: 'Where it stands',
  of: 'Of',
  country: 'Of',
  paragraph: 'Paragraph',
  months: (n: number): string => many(n, 'month'),
  agreements: {
    title: (n: number): string => `${many(n, 'agreement')} on this record`,
    tables: (pax: number, ucdp: number): string => `, ${pax} in PA-X, ${ucdp} in UCDP`,
    apart: (n: number): string => `; they give different days ${n === 1 ? 'once' : `${n} times`}`,
    lede: 'What a text sets is counted only where it is on this record. PA-X and UCDP count different things: both stay, and neither corrects the other.',
    process: 'in the process',
    stage: 'at the stage',
    signed: 'Signed, on this record',
    heads: ['Agreement', 'Day', 'By whom'],
    noProcess: 'No process named',
    agree: 'Do they agree on the day?',
    matching:
      'PA-X is asked by every country that it gives. It names the agreement of UCDP by number; where it names none, the two are matched here only if name, process and day all fit, and it is said.',
    noDay: 'no day',
    notMatched: 'not matched',
    daysApart: (n: number): string => `${many(n, 'day')} apart`,
    sameDay: 'the same day',
    oneOnly: 'one of them only',
    byName: 'matched by name, process and day: neither table links them',
  },
  council: {
    title: (n: number): string => `${many(n, 'member')} of the Council on this day`,
    none: 'Who sat on the Council on this day is not on this record',
    lede: 'Members by calendar year, and the vetoes of the year up to the day, as published tables have them.',
    members: 'Members',
    heads: ['Member', 'Seat', 'Years'],
    seats: { permanent: 'permanent', elected: 'elected', member: 'member' } as Readonly<Record<string, string>>,
    years: (from: number | null, to: number | null): string => `${from ?? ''} to ${to ?? ''}`,
    vetoes: 'Vetoes of the year, up to this day',
    vetoesNote: 'As the table has them: a draft put to the vote in parts stands more than once.',
    vetoHeads: ['Day', 'Draft', 'About', 'Vetoed by'],
    part: (n: number): string => `row ${n} of this name`,
  },
  text: {
    title: (symbol: string, paragraph: string | undefined): string =>
      `${symbol}${paragraph === undefined ? '' : `, paragraph ${paragraph}`}`,
    none: 'This text is not on this record',
    lede: 'The words as the archive keeps them, without the furniture of the page. What the text does not number bears no number here.',
    adopted: 'Adopted',
    paragraphs: (n: number): string => `${many(n, 'paragraph')} on this record.`,
    whole: 'the whole text',
    table: 'Paragraphs',
    words: 'Words',
    annex: 'annex',
  },
  mandate: {
    title: 'The mandate in force on a day',
    inForce: 'in force on this day',
    notInForce: 'not in force on this day',
    unknown: 'whether it is in force is not on this record',
    tasks: (n: number): string => `${many(n, 'task')} by the coders of PEMA, each with the words of its paragraph.`,
    lede: 'What the Council gave a mission, read from published tables and from the texts themselves.',
    mission: 'Mission',
    text: 'Text',
    adopted: 'Adopted',
    lastDay: 'Last day',
    byEntry: 'by this record’s own entry',
    noneConfirmed: 'nobody has confirmed one',
    stands: 'How it stands',
    readIn: 'Read in',
    kinds,
    ends: 'Days and periods in the text',
    endsNote:
      'Only the first kind may be the mandate’s end, and it is so once a person has said it. The others stand here so that nobody takes them for it.',
    endsHeads: ['Day', 'What it is', 'The words', 'Where'],
    confirmed: 'confirmed on this record',
    candidate: 'a candidate',
    paragraphs: 'Paragraphs, and the tasks that PEMA’s coders read in them',
    paragraphsNote:
      'The tasks are PEMA’s; the words are the text’s. Where the two do not fit it is said, and nothing is corrected. No task here has a number of days: none can be late.',
    paragraphsHeads: ['Paragraph', 'Its words', 'Tasks'],
    coded: 'coded',
    reports: 'Reports that the text asks for',
    reportsNote:
      'Proposed: nobody owes a report by this page. A person who has read the paragraph makes an entry of it, and only then a day is counted.',
    reportsHeads: ['Paragraph', 'When, in the words of the text', 'The words', 'On this record'],
    proposed: 'proposed',
    lines: 'The proposals as lines to check and import',
    onRecord: 'What a person has put on this record',
    onRecordHeads: ['Day', 'What', 'By which source'],
  },
  propose:
    'Lines of the interchange format, made from the words of the text. Read the paragraph, mend the line or leave it out, and import the rest.',
  extend:
    'Lines of the interchange format, made from the months of the extension. Read the extension, mend the line or leave it out, and import the rest.',
}
export type Words = typeof en
