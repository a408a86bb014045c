import type { FacesOf } from '../kernel/ledger/entry-type.ts'
import type { own } from '../kernel/ledger/own.ts'
import { by, days, duty, everyMonths, language, months, office, secondHand, withoutDelay } from '../kernel/rules/language.ts'
import type { Binding, Cite } from '../kernel/rules/rulebook.ts'
import { entries, type Partners } from './entries.ts'

const { on, the } = language<Partners & FacesOf<typeof own>>()

// ---- S/RES/2719 (2023). The text was read in the draft in blue, as quoted; its paragraphs were not numbered there ------------
export const SYMBOL = 'S/RES/2719'
const inBlue = (rule: string) => secondHand('S/RES/2719 (2023), as read in the draft in blue', undefined, rule)
const adopted = on('InstrumentAdopted', { symbol: SYMBOL })
export const review = duty('partners.review', {
  act: 'review the implementation of the resolution',
  owedBy: office('un.sc'),
  arises: adopted,
  within: months(36, 'second-hand'), // "three years after its adoption"
  metBy: on('ImplementationReviewed'),
  binding: 'resolution',
  cites: inBlue('AU-2719-3Y'),
})
export const reportProgress = duty('partners.report-progress', {
  act: 'report to the Council on progress with the resolution',
  owedBy: office('un.sg'),
  arises: adopted,
  every: everyMonths(12, { from: 'anchor' }),
  endedBy: on('ReportingEnded'), // without such an entry it never ends
  within: days(0, 'ours'), // "an annual report": that the year counts from the adoption is our reading
  metBy: on('ProgressReportIssued'),
  binding: 'assumption', // that a report is owed binds all the same; the day does not
  cites: inBlue('AU-2719-1Y'),
})
/** One operation, one clock. Where none is authorised under the resolution there is none, and the page says so. */
export const reportOperation = duty('partners.report-operation', {
  act: 'report to the Council on the mandate of the operation',
  owedBy: office('un.sg'),
  arises: on('OperationAuthorised', { under: SYMBOL }),
  every: everyMonths(6, { from: 'anchor' }),
  endedBy: on('OperationEnded'),
  within: days(0, 'ours'), // "every six months": that they count from the authorisation is our reading
  metBy: on('MandateReportIssued'),
  binding: 'assumption',
  cites: inBlue('AU-2719-6M'),
})
export const financeItself = duty('partners.finance-itself', {
  act: 'pay a quarter of the cost of its operations itself',
  owedBy: the('owner'),
  arises: on('SelfFinancingPromised'),
  within: by(the('until'), 'ours'), // "by 2020": counted to the last day of that year, in favour of who promised
  metBy: on('SelfFinancingShown'),
  binding: 'self-commitment',
  cites: secondHand('S/RES/2320 (2016)', undefined, 'AU-2320-25'),
})

// ---- support: communicate, assess, mitigate, monitor, suspend. No text gives a number of days ---------------------------------
const POLICY = secondHand('Human rights due diligence policy, A/67/775-S/2013/110')
const assess = (to: 'host-force' | 'au-operation' | 'other', binding: Binding, cites: Cite) =>
  duty(`partners.assess-risk-${to}`, {
    act: 'assess the risk before support is given',
    owedBy: office('un.mission'),
    arises: on('SupportRequested', { to }),
    within: withoutDelay,
    metBy: [on('SupportRiskAssessed'), on('SupportDeclined')],
    binding,
    cites,
  })
export const assessHost = assess('host-force', 'self-commitment', POLICY)
export const assessOther = assess('other', 'self-commitment', POLICY)
/** For operations of the African Union the Council made the UN’s own policy a condition. */
export const assessAu = assess(
  'au-operation',
  'resolution',
  secondHand('S/RES/2719 (2023), as told in an explanation of vote', undefined, 'AU-2719-HRDDP'),
)
export const mitigate = duty('partners.mitigate', {
  act: 'take measures against the risk, or give no support',
  owedBy: office('un.mission'),
  arises: on('SupportRiskAssessed', { risk: 'real' }),
  within: withoutDelay,
  metBy: [on('SupportRiskMitigated'), on('SupportDeclined'), on('SupportSuspended')],
  binding: 'self-commitment',
  cites: POLICY,
})
export const intercede = duty('partners.intercede', {
  act: 'intercede with those in authority; where that does not help, suspend the support',
  owedBy: office('un.mission'),
  arises: on('SupportConcernRaised'),
  within: withoutDelay,
  metBy: [on('SupportConcernSettled'), on('SupportSuspended')],
  binding: 'self-commitment',
  cites: POLICY,
})

// ---- re-hatting: what was owed stays owed, and somebody by name has it ---------------------------------------------------------
export const takeOver = duty('partners.take-over', {
  act: 'take over the file, with all that is open in it',
  owedBy: the('receiver'),
  arises: on('ReHatted'),
  within: withoutDelay,
  metBy: on('TakenOver'), // only by the receiver that was named
  binding: 'assumption', // no text read by us says who receives a file
  cites: { instrument: 'No text read by us', standing: 'ours' },
})

// ---- conduct of partner forces. The Council "calls on the AU and troop-contributing countries": it asks, it does not decide. So this
// is a request, which grounds no finding, though it stands in a resolution. The UN's memoranda of understanding do not reach them.
const repatriate = (who: 'au' | 'state') =>
  duty(`partners.repatriate-${who}`, {
    act: 'repatriate the unit',
    owedBy: who === 'au' ? office('au.commission') : the('state'),
    arises: on('EvidenceFoundCredible', { category: 'other-force' }),
    within: withoutDelay,
    metBy: on('PartnerUnitRepatriated'),
    binding: 'request',
    cites: secondHand('S/RES/2431 (2018)', 'para. 21', 'SC-2431-21'),
  })
export const auRepatriates = repatriate('au')
export const stateRepatriates = repatriate('state')

/** In the order in which they are read on the page. */
export const duties = [
  review,
  reportProgress,
  reportOperation,
  assessAu,
  assessHost,
  assessOther,
  mitigate,
  intercede,
  takeOver,
  financeItself,
  auRepatriates,
  stateRepatriates,
]
/** Support lies with the mission that gives it; what a partner's force did, with the partner. A file that changes its hat keeps its holder until the baton is passed. */
export const FIRST_HOLDERS = [
  { office: 'un.mission', types: Object.keys(entries).filter(type => type.startsWith('Support')) },
  { office: 'au.commission', types: ['EvidenceFoundCredible', 'PartnerInquiryHeld', 'PartnerUnitRepatriated'] },
]
