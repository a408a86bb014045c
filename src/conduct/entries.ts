import { aDay, code, count, entry, type FacesOf, mission, state, words } from '../kernel/ledger/entry-type.ts'

// What can happen in the conduct chapter. Read from top to bottom, it is the life of a case: report, notice, answer, inquiry,
// proceedings, what those concerned were told. Counts, ages and places of those concerned live in bodies and are never public.

/** Which pathway: contingents are investigated by their State, all others of the UN by the UN. Left out: not known, and no duty of a State arises. */
const category = code('contingent', 'formed-police', 'expert', 'civilian', 'other-force')
const matter = code('sea', 'serious', 'other')
/** Who acted. */
const by = code('state', 'un', 'joint')
/** Who says so. Only the State's own word meets the State's duty; only the UN can state a silence. */
const voice = code('state', 'un', 'press')
const answers = code('investigates', 'declines', 'acknowledges')
const decisions = code(
  'repatriate-unit', // S/RES/2272, para. 1
  'repatriate-all-units', // S/RES/2272, para. 2
  'repatriate-members',
  'repatriate-commander',
  'repatriate-on-capability', // equipment, vetting, preparedness: not for misconduct
  'repatriate-on-vetting', // for what is alleged at home
  'not-rotate',
  'keep-under-review',
  'move-or-confine',
  'suspend-payments',
  'investigate-instead',
  'accept-account',
  'no-action',
)

const who = { mission, state: state.optional(), category: category.optional() }
const ofState = { mission, state, category: category.optional() }

export const entries = {
  // ---- a report, and the notice to the State
  ReportReceived: entry('A report of misconduct reached an office. On a public subject the day is at most a month.', { ...who, matter }),
  MatterRecategorised: entry('The matter was put into another category. Clocks that run keep what their notice said.', { ...who, matter }),
  MemberStateNotified: entry('The UN informed the State. Opens the treaty’s ten working days.', { ...ofState, matter }),
  NoticeReceived: entry('The Permanent Mission received the notice: the clock counts from here.', ofState),
  NoticeDisputed: entry('The State says that it was never served. Nothing is concluded from these days.', ofState),
  InvestigatorRequested: entry('The UN asked the State to name a national investigator. Opens the five working days asked for.', ofState),
  InvestigationRequested: entry('The UN asked that the inquiry be completed: in 90 days (grave) or six months (ordinary).', {
    ...ofState,
    gravity: code('grave', 'ordinary'),
  }),
  // ---- what the State answered
  MemberStateResponded: entry('The State answered the notice.', { ...ofState, answer: answers }),
  NoResponseReported: entry('Somebody said that no answer came. Counts only when the UN says it.', {
    ...ofState,
    statedBy: voice.optional(),
  }),
  // ---- inquiry
  InvestigatorNamed: entry('An investigator was named.', { ...who, by: by.optional() }),
  InvestigationOpened: entry('An inquiry was opened.', { ...who, by: by.optional() }),
  InvestigationConcluded: entry('An inquiry was concluded.', {
    ...who,
    by: by.optional(),
    result: code('substantiated', 'not-substantiated', 'reclassified', 'withdrawn', 'unreachable', 'other').optional(),
  }),
  EvidenceSecured: entry('Evidence was secured.', who),
  InterimActionTaken: entry('Something was done meanwhile: moved, confined, payments suspended, sent home.', {
    ...who,
    action: code('suspend-payments', 'repatriate-members', 'move-or-confine', 'relieve-commander', 'other').optional(),
  }),
  LimitStated: entry('The UN stated a last day in the case.', { ...ofState, by: voice.optional(), until: aDay.optional() }),
  // ---- accountability
  ReferredForAccountability: entry('The UN referred the case to the State for action, and to be told of the outcome.', ofState),
  ProceedingsOpened: entry('Proceedings were opened.', {
    ...who,
    forum: code('court-martial', 'criminal-court', 'civil-court', 'disciplinary', 'administrative'),
    venue: code('host', 'home').optional(),
  }),
  ProceedingsConcluded: entry('Proceedings ended.', {
    ...who,
    forum: code('court-martial', 'criminal-court', 'civil-court', 'disciplinary', 'administrative'),
    venue: code('host', 'home').optional(),
    result: code('convicted', 'acquitted', 'sanctioned', 'lesser-charge', 'dropped', 'other').optional(),
  }),
  ProgressReported: entry('The State, or the UN of its own inquiry, reported progress.', { ...who, by: code('state', 'un') }),
  OutcomeReported: entry('The State, or the UN of its own inquiry, reported how the case ended.', { ...who, by: code('state', 'un') }),
  StatusReported: entry('The press or an overseer reported where the case stands. Meets nothing, starts nothing.', {
    ...who,
    by: code('press', 'oversight', 'state', 'un').optional(),
  }),
  OversightReported: entry('An overseer reported on how cases were handled.', {
    mission: mission.optional(),
    state: state.optional(),
    category: category.optional(),
  }),
  // ---- those concerned, and the place
  VictimReferred: entry('Somebody concerned was referred to help, by consent.', { mission }),
  VictimAssisted: entry('Somebody concerned was helped, by consent.', { mission }),
  ComplainantTold: entry('The complainant was told how it ended.', { mission }),
  CommunityTold: entry('The place was told how it ended.', { mission }),
  // ---- paternity: only counts by mission are public
  PaternityClaimed: entry('A claim of paternity was received.', who),
  SampleTaken: entry('A sample was taken.', who),
  ClaimSentToState: entry('The claim was sent to the State.', ofState),
  ClaimAnswered: entry('The State answered the claim.', ofState),
  PaternityAcknowledged: entry('Paternity was acknowledged, or a court found it.', who),
  SupportPaid: entry('Support was paid.', who),
  // ---- findings and decisions
  WarningIssued: entry('A warning was issued to a contingent.', who),
  ReviewHeld: entry('A review of a contingent was held.', who),
  ConsultationHeld: entry('The UN and the State consulted.', ofState),
  FindingStated: entry('The UN stated what it concludes.', { ...who, by: voice.optional() }),
  GroundStated: entry('The UN stated on what ground it decided. A pattern stands only as stated, without a denominator on this record.', {
    ...who,
    by: voice.optional(),
  }),
  DecisionTaken: entry(
    'A person with authority decided. It names the finding, the position at which it was read and the digest of its grounds.',
    {
      ...who,
      by: voice.optional(),
      decision: decisions,
      finding: words.optional(),
      position: count.optional(),
      grounds: words.optional(),
    },
  ),
  UnitRepatriated: entry('A unit was sent home.', ofState),
  UnitMembersRepatriated: entry('Members of a unit were sent home.', ofState),
  StateWithdrewUnit: entry('The State withdrew a unit of its own accord.', ofState),
  HostStateInformed: entry('The host State was informed.', who),
  HostStateProtested: entry('The host State protested.', who),
}
export type Conduct = FacesOf<typeof entries>
