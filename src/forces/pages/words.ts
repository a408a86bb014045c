import type { entries } from '../entries.ts'

/** As a heading of an entry, and as one word on a calendar. */
const types: Readonly<Record<keyof typeof entries, readonly [heading: string, verb: string]>> = {
  CeilingChanged: ['Authorised strength set', 'authorised'],
  StrengthReported: ['Strength reported', 'strength'],
  TransferOfAuthority: ['Authority transferred', 'transfer'],
  BenchmarkReported: ['How long it takes, or should', 'benchmark'],
  TargetStated: ['A target stated', 'target'],
  TargetReached: ['The target reached', 'reached'],
  RequirementIssued: ['A unit looked for', 'needed'],
  RequirementFilled: ['The place taken', 'filled'],
  RequirementDropped: ['The unit no longer needed', 'dropped'],
  SummitHeld: ['A conference held', 'summit'],
  PledgeMade: ['Pledged', 'pledged'],
  PledgeSpecified: ['The pledge specified', 'specified'],
  PledgeRegistered: ['The pledge registered', 'registered'],
  ReadinessLevelReached: ['A level of readiness reached', 'readiness level reached'],
  PledgeAssessed: ['Visited and assessed', 'assessed'],
  PledgeAgreed: ['Selected and agreed', 'agreed'],
  PledgeWithdrawn: ['The pledge taken back', 'taken back'],
  PledgeStatusReported: ['Where the pledge stands', 'status told'],
  DeploymentRequested: ['Deployment asked for', 'asked for'],
  DelayReported: ['A delay told', 'delay told'],
  AccessNotGranted: ['Visas, land or flights not granted', 'access not granted'],
  AccessGranted: ['Visas, land or flights granted', 'access granted'],
  UnitArrived: ['Some arrived', 'arrived'],
  UnitDeployed: ['The unit is there', 'deployed'],
  DeploymentEnded: ['The deployment ended', 'ended'],
  ContingentWithdrawn: ['A contingent left', 'left'],
  ReductionAnnounced: ['A reduction announced', 'reduction'],
  CessationDecided: ['The end of operations decided', 'decided'],
  WithdrawalDecided: ['The withdrawal decided', 'decided'],
  DrawdownStep: ['To be handed over', 'to hand over'],
  HandedOver: ['Handed over', 'handed over'],
  OperationsCeased: ['Operations ceased', 'ceased'],
  WithdrawalCompleted: ['Withdrawn', 'withdrawn'],
}
/** Not translated yet: English is said in every language rather than nothing. */
export const typeWords = (_lang: string, type: string): readonly [heading: string, verb: string] | undefined =>
  Object.hasOwn(types, type) ? types[type as keyof typeof types] : undefined
/** The acts of this chapter's duties are written to be read. */
export const actWords = (_lang: string, _duty: string, act: string): string => act
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
