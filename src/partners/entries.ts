import { aDay, code, count, entry, type FacesOf, mission, office, state, words } from '../kernel/ledger/entry-type.ts'

// What can happen between the United Nations and its partners, above all the African Union: what was agreed, what is done together,
// what the Council asked for when it opened its purse, support and its risk, forces that change their hat, and how they behave.

/** Who is supported: forces of the host State, an operation that the African Union leads, or others. */
const supported = { mission, state: state.optional(), to: code('host-force', 'au-operation', 'other') }
/** A force that is not under UN command. The UN’s memoranda do not reach it: no duty under them arises from this category. */
const partnerForce = { mission, state, category: code('other-force') }

export const entries = {
  // ---- what was agreed, and what is done together
  InstrumentSigned: entry('A framework or an arrangement between partners was signed.', { between: words }),
  TermStated: entry('What a text sets, where no day follows from it.', { symbol: words, paragraph: words.optional() }),
  MeetingHeld: entry('An organ of a partner met on it.', { by: office }),
  JointAnalysisMade: entry('The partners analysed a situation together.', { mission: mission.optional() }),
  JointVisitMade: entry('The partners went there together.', { mission: mission.optional() }),
  DeskToDeskHeld: entry('The desks of the partners met.', { mission: mission.optional() }),
  // ---- S/RES/2719: the review, the reports, the operations under it
  ImplementationReviewed: entry('The Council reviewed how a resolution is carried out.', { document: words.optional() }),
  ProgressReportIssued: entry('The yearly report on progress with a resolution was issued.', { document: words, nth: count.optional() }),
  ReportingEnded: entry('The Council ended the reporting that it had asked for.', {}),
  OperationAuthorised: entry('The Council authorised an operation that a partner leads, under the resolution named.', {
    mission,
    under: words,
  }),
  MandateReportIssued: entry('The six-monthly report on an authorised operation was issued.', { document: words, nth: count.optional() }),
  OperationEnded: entry('An authorised operation ended.', { mission }),
  SelfFinancingPromised: entry('A partner promised to pay a share of its operations itself, by a day or without one.', {
    owner: office,
    until: aDay.optional(),
  }),
  SelfFinancingShown: entry('It was shown that the share is paid.', { owner: office.optional() }),
  // ---- support, and its risk (human rights due diligence): a process without numbers
  SupportRequested: entry('Support was asked for.', supported),
  SupportRiskAssessed: entry('The risk was assessed before support was given. Real: there are substantial grounds to expect grave harm.', {
    ...supported,
    risk: code('low', 'real'),
  }),
  SupportRiskMitigated: entry('Measures against the risk were taken.', supported),
  SupportDeclined: entry('Support was declined.', supported),
  SupportGiven: entry('Support was given.', supported),
  SupportConcernRaised: entry('Credible word of grave acts by a supported force reached the mission.', supported),
  SupportConcernSettled: entry('The concern was settled: those in authority acted, or it proved unfounded.', supported),
  SupportSuspended: entry('Support was suspended.', supported),
  SupportResumed: entry('Support was taken up again.', supported),
  // ---- re-hatting. One entry on each file that is open on that day: a file is a subject, and each has one receiver
  ReHatted: entry(
    'The force to which this file belongs changed its hat. Whoever is named receives the file, with all that is open in it.',
    {
      from: mission,
      to: mission,
      receiver: office,
    },
  ),
  TakenOver: entry('The receiver took the file over.', { receiver: office }),
  // ---- conduct of partner forces, under a rulebook of their own
  PartnerForceReported: entry('Somebody outside reported on the conduct of a partner’s force. Meets nothing, starts nothing.', {
    mission: mission.optional(),
    by: words,
  }),
  EvidenceFoundCredible: entry('The UN or the AU stated credible evidence of widespread or systemic exploitation or abuse by a unit.', {
    ...partnerForce,
    by: code('un', 'au'),
  }),
  PartnerInquiryHeld: entry('The AU, or the State, inquired into it.', { ...partnerForce, by: code('au', 'state') }),
  PartnerUnitRepatriated: entry('The unit was sent home.', partnerForce),
}
export type Partners = FacesOf<typeof entries>
