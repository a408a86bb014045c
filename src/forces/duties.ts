import type { Pattern } from '../kernel/rules/face.ts'
import { by, days, duty, language, office, ours, remembered, secondHand, seen, withoutDelay } from '../kernel/rules/language.ts'
import { entries, type Forces } from './entries.ts'

const { on, the } = language<Forces>()
/** A few who came first are not what was promised. */
const there = [on('UnitDeployed'), on('UnitArrived', { part: 'main' }), on('UnitArrived', { part: 'all' })]
const theirPlaceIs = [on('RequirementFilled'), on('RequirementDropped')]

// ---- the United Nations: the first debtor on every page ---------------------------------------------------------------
const ofTheDepartment = (name: string, act: string, arises: Pattern, metBy: readonly Pattern[]) =>
  duty(name, {
    act,
    owedBy: office('un.dpo'),
    arises,
    within: withoutDelay,
    metBy,
    binding: 'assumption',
    cites: ours('No text read by us'),
  })
/** The Department’s text says that no unit is selected before a visit; that what is registered is visited, it does not say. */
export const visit = ofTheDepartment('forces.visit', 'visit and assess what was registered', on('PledgeRegistered'), [on('PledgeAssessed')])
const orNot = 'select, or say that it is not selected, and agree the memorandum'
export const agree = ofTheDepartment('forces.agree', orNot, on('PledgeAssessed'), [on('PledgeAgreed'), ...there]) // who came had been selected
export const fillRequirement = ofTheDepartment(
  'forces.fill-requirement',
  'find the unit that is needed',
  on('RequirementIssued'),
  theirPlaceIs,
)
/** What left leaves a place. The first two are types of conduct: a crossing is a duty, never a call. */
const fill = (name: string, left: Pattern) =>
  ofTheDepartment(name, 'say how the place of the unit that left is filled, or that it is not', left, theirPlaceIs)
export const fillRepatriated = fill('forces.fill-repatriated', { type: 'UnitRepatriated', is: {} })
export const fillRecalled = fill('forces.fill-recalled', { type: 'StateWithdrewUnit', is: {} })
export const fillWithdrawn = fill('forces.fill-withdrawn', on('ContingentWithdrawn'))

/** A stated target binds whoever stated it, and to no more than was said. "Could take up to eight weeks" is an estimate, and no target. */
export const keepTarget = duty('forces.keep-target', {
  act: 'reach what was stated, by the day that was stated',
  owedBy: the('office'),
  arises: on('TargetStated'),
  within: by(the('until'), 'second-hand'),
  metBy: [on('TargetReached'), on('StrengthReported', { target: 'reached' })],
  binding: 'self-commitment',
  cites: secondHand('The target, as the official is reported to have stated it'),
  calendars: ['UNHQ'],
})

// ---- draw-down: each thing is handed to somebody -------------------------------------------------------------------------
const byResolution = (name: string, act: string, arises: Pattern, metBy: Pattern) =>
  duty(name, {
    act,
    owedBy: office('un.mission'),
    arises,
    within: by(the('until'), 'second-hand'),
    metBy,
    binding: 'resolution',
    cites: secondHand('The resolution that the entry names'),
  })
export const cease = byResolution('forces.cease', 'cease operations', on('CessationDecided'), on('OperationsCeased'))
export const withdraw = byResolution('forces.withdraw', 'withdraw', on('WithdrawalDecided'), on('WithdrawalCompleted'))
/** A text that sets a day to leave an area names no receiver: that a thing goes to somebody is a plan’s word, and ours. */
export const handOver = byResolution(
  'forces.hand-over',
  'leave or hand over what the resolution names',
  on('DrawdownStep', { by: 'resolution' }),
  on('HandedOver'),
)
export const handOverAsPlanned = duty('forces.hand-over-as-planned', {
  act: 'hand over to a named receiver',
  owedBy: office('un.mission'),
  arises: on('DrawdownStep', { by: 'plan' }),
  within: by(the('until'), 'ours'),
  metBy: on('HandedOver'),
  binding: 'self-commitment',
  cites: ours('The mission’s own plan, as the entry names it'),
})

// ---- States: what they promised, as they promised it --------------------------------------------------------------------
export const keepPledge = duty('forces.keep-pledge', {
  act: 'do what was pledged',
  owedBy: the('state'),
  arises: on('PledgeMade'),
  within: withoutDelay, // a pledge has no date, so none is late
  metBy: [...there, on('HandedOver'), on('PledgeAssessed', { standby: 'yes' })], // what was handed on had been there; a standby force stands ready
  binding: 'self-commitment',
  cites: secondHand('The pledge, as reported'),
})
export const deployRapidly = duty('forces.deploy-rapidly', {
  act: 'deploy a unit of the rapid deployment level',
  owedBy: the('state'),
  arises: on('DeploymentRequested', { level: 'rapid' }),
  within: days(60, 'seen'),
  metBy: there,
  binding: 'self-commitment',
  cites: seen('Peacekeeping Capability Readiness System, as the UN describes it', undefined, 'FG-RDL'),
})
export const grantAccess = duty('forces.grant-access', {
  act: 'grant the visas, the land or the flights that were asked for',
  owedBy: the('state'),
  arises: on('AccessNotGranted'),
  within: withoutDelay,
  metBy: on('AccessGranted'),
  binding: 'treaty',
  cites: remembered('Status-of-forces agreement'),
})

/** Under which a thing is owed at the end of a mission. */
export const DRAWDOWN = [cease, withdraw, handOver, handOverAsPlanned]
/** In the order in which they are read on the page. */
export const duties = [
  ...[visit, agree, fillRequirement, fillRepatriated, fillRecalled, fillWithdrawn, keepTarget],
  ...DRAWDOWN,
  ...[keepPledge, deployRapidly, grantAccess],
]
const LEAVING = ['CessationDecided', 'WithdrawalDecided', 'DrawdownStep']
/** Told of a force, and nobody's baton. */
const TOLD = ['BenchmarkReported', 'SummitHeld', 'ReductionAnnounced', 'CeilingChanged', 'StrengthReported', 'DelayReported']
/** The mission holds what is to be handed over; the department that generates forces holds the rest. */
export const FIRST_HOLDERS = [
  { office: 'un.mission', types: LEAVING },
  { office: 'un.dpo', types: Object.keys(entries).filter(t => !LEAVING.includes(t) && !TOLD.includes(t)) },
]
