import type { entries } from '../../entries.ts'

export type Types = Readonly<
  Record<keyof typeof entries | 'InstrumentAdopted' | 'FigureReported', readonly [heading: string, verb: string]>
>
const types: Types = {
  InstrumentAdopted: ['Text adopted', 'adopted'],
  FigureReported: ['Figure published', 'figure'],
  InstrumentSigned: ['Text signed', 'signed'],
  TermStated: ['What the text sets', 'term'],
  MeetingHeld: ['An organ met', 'met'],
  JointAnalysisMade: ['Joint analysis', 'analysis'],
  JointVisitMade: ['Joint visit', 'visit'],
  DeskToDeskHeld: ['Desk-to-desk meeting', 'desks'],
  ImplementationReviewed: ['Reviewed by the Council', 'reviewed'],
  ProgressReportIssued: ['Yearly report issued', 'report'],
  ReportingEnded: ['Reporting ended', 'ended'],
  OperationAuthorised: ['Operation authorised', 'authorised'],
  MandateReportIssued: ['Six-monthly report issued', 'report'],
  OperationEnded: ['Operation ended', 'ended'],
  SelfFinancingPromised: ['Own share promised', 'promised'],
  SelfFinancingShown: ['Own share shown', 'shown'],
  SupportRequested: ['Support asked for', 'asked'],
  SupportRiskAssessed: ['Risk assessed', 'assessed'],
  SupportRiskMitigated: ['Measures taken', 'measures'],
  SupportDeclined: ['Support declined', 'declined'],
  SupportGiven: ['Support given', 'given'],
  SupportConcernRaised: ['Concern raised', 'concern'],
  SupportConcernSettled: ['Concern settled', 'settled'],
  SupportSuspended: ['Support suspended', 'suspended'],
  SupportResumed: ['Support taken up again', 'resumed'],
  ReHatted: ['Force re-hatted', 're-hatted'],
  TakenOver: ['File taken over', 'taken over'],
  PartnerForceReported: ['Reported of a partner’s force', 'reported'],
  EvidenceFoundCredible: ['Evidence stated as credible', 'stated'],
  PartnerInquiryHeld: ['Inquiry of the partner', 'inquiry'],
  PartnerUnitRepatriated: ['Unit sent home', 'left'],
}

/** What this chapter says on its page. The other languages say the same, field by field. */
export const en = {
  chapter: 'Partnerships',
  title: {
    none: 'Nothing agreed with partners is on this record on this day',
    today: 'Resolution 2719: the three-year review is due today',
    open: (day: string, n: number): string =>
      `Resolution 2719: the three-year review is due on ${day}, ${n === 1 ? 'tomorrow' : `in ${n} days`}`,
    met: 'Resolution 2719: the Council has reviewed it',
    silent: (day: string): string => `Resolution 2719: the review was due on ${day}; none is on this record`,
    other: 'What was agreed with partners, and what became of it',
  },
  lede: 'What the Council asked for when it opened assessed contributions to operations led by the African Union: the paragraph, what is due, on what day, and what was issued. Silence here means that nothing is on this record.',
  asked: 'What is due, and what was issued',
  askedNote:
    'The resolution was read in the draft in blue, not as adopted; the numbers of its paragraphs stand in no text that we have read. That years and half-years count from the adoption or the authorisation is our reading.',
  paragraph: 'Paragraph',
  notRead: 'number not read',
  what: 'What is due, from whom',
  on: 'Due on',
  issued: 'What was issued',
  noDay: 'no day in the text',
  noInstance: 'no instance',
  noOperation: 'No operation is authorised under the resolution on this record, so no six-monthly report is due.',
  clocks: 'The clocks',
  dropped: 'Still owed under an old hat, with nobody named to receive it',
  becameOf: (from: string, to: string): string => `${from} became ${to}`,
  told: 'What is on this record beside',
  toldNote:
    'Texts, meetings and figures, each with its source. Forces that are not under UN command have a rulebook of their own: no duty under the UN’s memoranda arises for them.',
  types,
}
export type Words = typeof en
