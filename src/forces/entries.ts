import { aDay, code, count, entry, type FacesOf, mission, office, state, words } from '../kernel/ledger/entry-type.ts'

// What can happen in the forces chapter. Read from top to bottom, it is the way of a force: what the Council allows, what is needed,
// what States promise, what it waits for, who came, who left, and to whom each thing was handed at the end.
// A base that has not closed is named in a body, and its subject is not public: nothing here with a place and a time to come.

/** What a force is counted by: individual police and formed units apart where a source says so. */
const strength = {
  ...{ military: count.optional(), observers: count.optional() },
  ...{ police: count.optional(), formedPolice: count.optional(), corrections: count.optional() },
}
/** A part of a mission with a ceiling of its own, such as the Regional Protection Force. */
const part = words.optional()
const [symbol, persons, ofAll, receiver, until] = [words.optional(), count.optional(), count.optional(), words.optional(), aDay]
/** A pledge may have no mission, and a face that could name one must, beside a State: so its mission stands in the body. */
const pledge = { state }
const unit = { mission: mission.optional(), state: state.optional() }
const host = { mission, state, what: code('visas', 'land', 'airport', 'flights') }
const level = code('1', '2', '3', 'rapid')

export const entries = {
  // ---- what is allowed, and what is there
  CeilingChanged: entry('The authorised strength of a mission was set or changed; `from`: where it counts from a later day.', {
    ...{ mission, part, symbol, from: until.optional() },
    ...strength,
  }),
  StrengthReported: entry(
    'Somebody said how many are there; `of`: of how many, by the same source; `target`: only if the source says so.',
    {
      ...{ mission, part, persons, of: ofAll, target: code('reached', 'not-reached').optional() },
      ...strength,
    },
  ),
  TransferOfAuthority: entry('Authority went from one force to another.', { mission, from: words, persons, ...strength }),
  BenchmarkReported: entry('How long it takes, or should: a standard of the system, what somebody expected, or what somebody measured.', {
    ...{ what: words, value: words, unit: words, kind: code('target', 'expected', 'observed') },
  }),
  TargetStated: entry('An official said by when; `office`: whose word it is.', { mission: unit.mission, office, until: until.optional() }),
  TargetReached: entry('The target was reached, as somebody says.', { mission: unit.mission }),
  // ---- what is needed
  RequirementIssued: entry('A unit is looked for.', { mission, capability: words.optional() }),
  RequirementFilled: entry('The place was taken: by another unit, or by the same State anew.', { mission, state: unit.state }),
  RequirementDropped: entry('The place will not be filled: the unit is no longer needed.', { mission }),
  // ---- a pledge, from the word to the boots
  SummitHeld: entry('A conference at which States pledge was held; `state`: who was host.', { state: unit.state }),
  PledgeMade: entry('A State promised a force or a capability.', {
    ...{ state, capability: words, quantity: count.optional(), unit: words.optional(), upTo: code('yes').optional() },
  }),
  PledgeSpecified: entry('The State said what exactly, or added to it.', { state, quantity: count.optional(), unit: words.optional() }),
  PledgeRegistered: entry('The pledge was registered in the readiness system.', { state, units: count.optional() }),
  ReadinessLevelReached: entry('The unit reached a level of readiness.', { state, level }),
  PledgeAssessed: entry('The UN visited and found it fit. `standby`: to stand ready is what was pledged.', {
    ...pledge,
    standby: code('yes').optional(),
  }),
  PledgeAgreed: entry('The UN selected it, and the memorandum was agreed.', pledge),
  PledgeWithdrawn: entry('The State took the pledge back. It was the State’s to give.', pledge),
  PledgeStatusReported: entry('Somebody said where the pledge stands. Meets nothing, starts nothing.', { state, persons }),
  DeploymentRequested: entry('The UN asked for the unit. At the rapid level this opens the 60 days.', { mission, state, level }),
  // ---- what it waits for
  DelayReported: entry('Somebody said that it is late, and what it waits for. Says nothing of whose fault that is.', {
    ...{ mission, part, waitsFor: code('host-state', 'contributor', 'un', 'funds', 'other') },
  }),
  AccessNotGranted: entry('A visa, land or a flight was asked for and not granted; `state`: whose it is to grant.', host),
  AccessGranted: entry('It was granted.', host),
  // ---- boots
  UnitArrived: entry('Some came: the first, the main body, more, or all.', {
    ...{ ...unit, part: code('first', 'main', 'more', 'all'), persons, of: ofAll },
  }),
  UnitDeployed: entry('The unit is there, with what was asked of it.', { ...unit, persons }),
  DeploymentEnded: entry('The deployment came to its end.', unit),
  ContingentWithdrawn: entry('A State took its contingent, or a part of it, out of the mission.', { mission, state, persons }),
  // ---- the end: nothing is dropped
  ReductionAnnounced: entry('A reduction was announced.', { mission: unit.mission, percent: count.optional() }),
  CessationDecided: entry('The Council decided by when a mission ceases its operations.', { mission, until, symbol }),
  WithdrawalDecided: entry('The Council decided by when a mission is withdrawn.', { mission, until, symbol }),
  DrawdownStep: entry('One thing is to be handed over, to whom, by when; `by`: what that rests on. One subject for each.', {
    ...{ mission, what: code('base', 'area', 'task', 'file', 'case', 'claim'), by: code('resolution', 'plan') },
    ...{ receiver, until: until.optional(), symbol },
  }),
  HandedOver: entry('It was handed over; `receiver`: to whom.', { mission, state: unit.state, what: words.optional(), receiver }),
  OperationsCeased: entry('The mission ceased its operations.', { mission }),
  WithdrawalCompleted: entry('The mission is withdrawn.', { mission }),
}
export type Forces = FacesOf<typeof entries>
