import { typesInEnglish } from '../../paper/english.ts'
import type { entries } from '../entries.ts'

export const typeWords = typesInEnglish<keyof typeof entries>({
  MandateAdopted: ['Mandate given', 'mandate'],
  MandateRenewed: ['Mandate renewed', 'renewed'],
  MandateEnded: ['Mandate ended', 'ended'],
  ReportRequested: ['A report asked for', 'asked'],
  RequestEnded: ['Asked for no more', 'ended'],
  ReportIssued: ['Report issued', 'report'],
  LetterSent: ['Letter to the Council', 'letter'],
  TaskMandated: ['Task mandated', 'task'],
  ConditionMet: ['What must come first has come', 'condition'],
  TaskBegun: ['Task begun', 'begun'],
  TaskDone: ['Task done', 'done'],
  TaskEnded: ['Task mandated no more', 'ended'],
  ProcessOpened: ['Process opened', 'process'],
  MediatorNamed: ['Mediation entrusted', 'mediation'],
  TalksHeld: ['Talks held', 'talks'],
  AgreementInitialled: ['Initialled', 'initialled'],
  AgreementSigned: ['Signed', 'signed'],
  AgreementTransmitted: ['Sent to the Council', 'sent'],
  PeriodExtended: ['The whole timetable extended', 'extended'],
  AgreementReplaced: ['Replaced by another agreement', 'replaced'],
  ProvisionWithLimit: ['A provision and its last day set', 'set'],
  ProvisionRecurring: ['A provision that comes back', 'set'],
  ProvisionMet: ['Provision kept', 'kept'],
  ProvisionKept: ['Done once more', 'kept'],
  ProvisionDropped: ['Provision dropped', 'dropped'],
  ProvisionRated: ['Rated by a monitor', 'rated'],
  ViolationReported: ['Reported as against the agreement', 'reported'],
})
export const headingOf = (type: string): string => typeWords('en', type)?.[0] ?? (type === 'DeadlineExtended' ? 'More time given' : type)

const PARTIES: Readonly<Record<string, string>> = {
  'party.all': 'The parties to the agreement',
  'party.government': 'The Government, as a party',
}
export const partyWords = (code: string): string => PARTIES[code] ?? code
