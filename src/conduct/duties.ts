import { day } from '../kernel/day.ts'
import {
  by,
  days,
  duty,
  finding,
  language,
  months,
  office,
  ours,
  overdue,
  remembered,
  secondHand,
  seen,
  stated,
  whenOverdue,
  withoutDelay,
  workingDays,
} from '../kernel/rules/language.ts'
import { type Conduct, entries } from './entries.ts'

const { on, the } = language<Conduct>()
// who did it, who says it
const named = [on('InvestigatorNamed', { by: 'state' }), on('InvestigatorNamed', { by: 'joint' })]
const opened = [on('InvestigationOpened', { by: 'state' }), on('InvestigationOpened', { by: 'joint' })]
const theUnSaysNothingCame = on('NoResponseReported', { statedBy: 'un' })
const byTheState = on('OutcomeReported', { by: 'state' })
/** Read in translation, or as others quote it: at second hand. */
const memorandum = (at: string, rule?: string) =>
  secondHand('Memorandum of understanding, as in force for States that published it', at, rule)

// ---- the State's, for members of contingents only: police, experts, civilians, other forces and the unknown raise none --------
export const reply = duty('conduct.reply', {
  act: 'say whether it will investigate',
  owedBy: the('state'),
  arises: on('MemberStateNotified', { category: 'contingent' }),
  startsAt: on('NoticeReceived'),
  disputedBy: on('NoticeDisputed'),
  within: workingDays(10, 'second-hand'),
  metBy: [on('MemberStateResponded', { answer: 'investigates' }), on('MemberStateResponded', { answer: 'declines' }), ...named, ...opened],
  silenceStatedBy: theUnSaysNothingCame,
  binding: 'treaty',
  cites: memorandum('Art. 7 quater', 'MOU-10WD'), // a default that opens an option of the UN, not a wrong: the State may begin later
})
export const nameInvestigator = duty('conduct.name-investigator', {
  act: 'name a national investigator',
  owedBy: the('state'),
  arises: on('InvestigatorRequested', { category: 'contingent' }),
  within: workingDays(5, 'seen'),
  metBy: named, // an inquiry opened by OIOS is not the State's
  silenceStatedBy: theUnSaysNothingCame,
  binding: 'request',
  cites: seen('Notices of MINUSCA, 2018 and 2021', undefined, 'SEA-NIO-5'),
})
const concluded = [on('InvestigationConcluded', { by: 'state' }), on('InvestigationConcluded', { by: 'joint' })]
export const concludeGrave = duty('conduct.conclude-grave', {
  act: 'conclude the investigation',
  owedBy: the('state'),
  arises: on('InvestigationRequested', { gravity: 'grave', category: 'contingent' }),
  within: days(90, 'seen'),
  metBy: concluded,
  binding: 'request',
  cites: seen('Notices of MINUSCA, 2018 and 2021', undefined, 'SEA-INV-90'),
})
export const concludeOrdinary = duty('conduct.conclude-ordinary', {
  act: 'conclude the investigation',
  owedBy: the('state'),
  arises: on('InvestigationRequested', { gravity: 'ordinary', category: 'contingent' }),
  within: months(6, 'second-hand'),
  metBy: concluded,
  binding: 'request',
  cites: secondHand('A/70/729, as reported', undefined, 'SEA-INV-6M'),
})
export const keepStatedLimit = duty('conduct.keep-stated-limit', {
  act: 'conclude by the day that the UN stated',
  owedBy: the('state'),
  arises: on('LimitStated', { category: 'contingent' }),
  within: by(the('until'), 'second-hand'),
  metBy: [...concluded, byTheState],
  binding: 'request',
  cites: secondHand('The limit as stated by the UN in the case'),
})
export const reportOutcome = duty('conduct.report-outcome', {
  act: 'report progress and the outcome',
  owedBy: the('state'),
  arises: on('ReferredForAccountability', { category: 'contingent' }),
  within: withoutDelay, // "regularly": no number, so nothing turns red. Progress keeps it company, only the outcome ends it
  metBy: byTheState,
  binding: 'treaty',
  cites: memorandum('para. 7.24', 'MOU-REPORT'),
})
export const answerPaternityClaim = duty('conduct.answer-paternity-claim', {
  act: 'facilitate the handling of the claim', // its first words are all that we read; an answer meets it
  owedBy: the('state'),
  arises: on('ClaimSentToState', { category: 'contingent' }),
  within: withoutDelay,
  metBy: on('ClaimAnswered'),
  binding: 'treaty',
  cites: memorandum('para. 7.26'),
})

// ---- the UN's: the first debtor on every page -----------------------------------------------------------------------
export const informState = duty('conduct.inform-state', {
  act: 'inform the Government',
  owedBy: office('un.dmspc'),
  arises: on('ReportReceived', { category: 'contingent' }),
  within: withoutDelay,
  metBy: [on('MemberStateNotified'), on('MemberStateResponded')], // who answers had been told
  binding: 'treaty',
  cites: memorandum('para. 7.12'),
})
const byUn = [on('InvestigationOpened', { by: 'un' }), on('InvestigationOpened', { by: 'joint' })]
const unInvestigates = (category: 'formed-police' | 'expert' | 'civilian') =>
  duty(`conduct.un-investigates-${category}`, {
    act: 'open an investigation',
    owedBy: office('un.oios'),
    arises: on('ReportReceived', { category }), // no duty of the State to name an investigator ever arises here
    within: withoutDelay,
    metBy: byUn,
    binding: 'self-commitment',
    cites: secondHand('Practice: UN Headquarters, 29 Jan 2016, "standard procedure involving police"'),
  })
export const unInvestigatesPolice = unInvestigates('formed-police')
export const unInvestigatesExperts = unInvestigates('expert')
export const unInvestigatesCivilians = unInvestigates('civilian')
export const unInvestigatesInstead = duty('conduct.un-investigates-instead', {
  act: 'open an investigation in the place of the State',
  owedBy: office('un.oios'),
  arises: whenOverdue(reply),
  within: withoutDelay,
  metBy: byUn,
  binding: 'self-commitment',
  cites: seen('conduct.unmissions.org, enforcement', undefined, 'MOU-FALLBACK'),
})
export const unConcludes = duty('conduct.un-concludes', {
  act: 'conclude its own investigation',
  owedBy: office('un.oios'),
  arises: on('InvestigationOpened', { by: 'un' }), // whoever is investigated: the UN's limit for itself
  within: months(6, 'second-hand'),
  metBy: [on('InvestigationConcluded', { by: 'un' }), on('InvestigationConcluded', { by: 'joint' })],
  binding: 'self-commitment',
  cites: secondHand('A/70/729, as reported', undefined, 'SEA-INV-6M'),
})
export const helpVictim = duty('conduct.help-victim', {
  act: 'refer those concerned to help, by consent, from the first contact',
  owedBy: office('un.ovra'), // an owner apart from the investigator
  arises: on('ReportReceived', { matter: 'sea' }),
  within: withoutDelay,
  metBy: [on('VictimReferred'), on('VictimAssisted')],
  binding: 'self-commitment',
  cites: remembered('Victim assistance protocol'),
})
const tell = (name: string, by: 'state' | 'un') =>
  duty(name, {
    act: 'tell the complainant how it ended',
    owedBy: office('un.cdt'),
    arises: on('OutcomeReported', { by }), // a press story starts nothing
    within: withoutDelay,
    metBy: on('ComplainantTold'),
    binding: 'assumption', // nobody’s word that we have read
    cites: ours('No text read by us'),
  })
export const tellComplainant = tell('conduct.tell-complainant', 'state')
export const tellOwnOutcome = tell('conduct.tell-complainant-own-outcome', 'un')

// ---- what follows ------------------------------------------------------------------------------------------------
const noReply = [
  overdue(reply),
  stated(on('NoResponseReported', { statedBy: 'un', category: 'contingent' }), [on('MemberStateResponded'), ...named, ...opened]),
]
/** Opens an option of the UN, and is not a wrong: the State may begin later. */
export const theDefault = finding('conduct.default', {
  says: 'did not say in time whether it would investigate, by the register or as the UN reported: the UN may investigate itself',
  about: ['state', 'mission'],
  anyOf: noReply,
  cites: memorandum('Art. 7 quater', 'MOU-10WD'),
})
export const nonResponse = finding('conduct.non-response', {
  says: 'any one of three failures: to investigate, to hold to account, to inform; to be weighed',
  about: ['state', 'mission'],
  from: day('2016-03-11'), // adopted on that day: it does not reach back
  anyOf: noReply,
  cites: secondHand('S/RES/2272 (2016), as UN News paraphrased it', 'para. 2', '2272-OP2'), // "and/or … and/or": any one of the three
})

/** In the order in which they are read on the page. */
export const duties = [
  informState,
  helpVictim,
  reply,
  nameInvestigator,
  concludeGrave,
  concludeOrdinary,
  keepStatedLimit,
  unInvestigatesInstead,
  unConcludes,
  unInvestigatesPolice,
  unInvestigatesExperts,
  unInvestigatesCivilians,
  reportOutcome,
  answerPaternityClaim,
  tellComplainant,
  tellOwnOutcome,
]
export const findings = [theDefault, nonResponse]

/** Who has the baton before anybody passes it: the office that receives and assesses. It does not investigate. */
export const FIRST_HOLDER = {
  office: 'un.cdt',
  types: Object.entries(entries).flatMap(([type, { face }]) => ('mission' in face.shape && type !== 'OversightReported' ? [type] : [])),
}
