import type { Column, Layout } from '../layout.ts'
import { columns } from './columns.ts'

const PACT = {
  producer: 'Sabine Otto and Hannah Smidt: Peacekeeping Activities (PACT) 2.0; coders M. Honda, S. Kahma, J. G. Nakabiito and F. Kube',
  cite: 'Otto and Smidt, Peacekeeping Activities dataset 2.0 (Europe, Asia, Americas), doi:10.7910/DVN/TQ8ETA.',
  url: 'https://doi.org/10.7910/DVN/TQ8ETA',
  licence: 'MIT (the repository)',
  opens: 'rows',
} as const
const conditions = `hostilityGov_None hostilityGov_VerbalRestrictions hostilityGov_PhysicalRestrictions hostilityGov_ViolentRestrictions
  hostilityOther_None hostilityOther_VerbalRestrictions hostilityOther_PhysicalRestrictions hostilityOther_ViolentRestrictions
  abuseAllegations abuseInvestigation sexualViolenceAllegation sexualViolenceInvestigation`
export const pactReports: Layout = {
  ...PACT,
  dataset: 'pact-reports',
  layout: 'pact-reports/rbvs',
  title: 'Reports of the Secretary-General, with their periods',
  row: 'one report on one operation; a report on two countries is two rows',
  file: { form: 'csv', separator: ';' },
  columns: [
    { name: 'rbvs_id', as: 'text' },
    { name: 'report_namePKO', as: 'text', says: 'acronym and symbol in one' },
    { name: 'reportNumber', as: 'text' },
    { name: 'reportDate', as: 'day' },
    { name: 'reportPeriod_start', as: 'day', is: 'from' },
    { name: 'reportPeriod_end', as: 'day', is: 'to' },
    { name: 'numberParagraphs', as: 'whole' },
    { name: 'paragraphRelevant', as: 'whole' },
  ],
  key: ['report_namePKO'],
}
export const pactConditions: Layout = {
  ...PACT,
  dataset: 'pact-conditions',
  layout: 'pact-conditions/rbve',
  title: 'What reports of the Secretary-General say of restrictions and allegations',
  row: 'one report on one operation',
  file: { form: 'csv', separator: ';' },
  columns: [
    { name: 'rbve_id', as: 'text' },
    { name: 'report_namePKO', as: 'text' },
    ...columns('yes', conditions),
    { name: 'DDRprogress', as: 'text', is: 'type', missing: ['NO_INFO'] },
  ],
  key: ['rbve_id'],
}
const ACTIVITIES =
  `DisarmamentDemobilization Reintegration ControlSALW Demilitarization ArmsEmbargo CivilianProtection HumanRights ChildRights
   SexualViolence PoliceReform MilitaryReform Operations_PatrolsInterventions Operations_UseOfForce JusticeSectorReform
   TransitionalJustice PrisonReform BorderControl Demining Resources StateAuthority StateAdministration DemocraticInstitutions
   ElectoralSecurity ElectionAssistance VoterEducation PartyAssistance CivilSocietyAssistance Media PowerSharing
   National_Reconciliation LocalReconciliation EconomicDevelopment HumanitarianRelief PublicHealth RefugeeAssistance Gender
   LegalReform`.split(/\s+/)
const WAYS = ['Monitor', 'Outreach', 'Meeting', 'Advocate', 'Assist', 'MaterialSupport', 'Implement', 'ProvideSecurity']
const REFORMS = new Set(['PoliceReform', 'MilitaryReform', 'JusticeSectorReform', 'ElectoralSecurity'])
const activities = ['', '__IA'].flatMap(by =>
  ACTIVITIES.flatMap(a =>
    [...WAYS, ...(REFORMS.has(a) ? ['AssistAgents', 'AssistPolicies', 'AssistOther'] : [])].map(
      (w): Column => ({ name: `${a}__${w}${by}`, as: 'number', missing: ['NA'], ...(by && { says: 'with an implementing agency' }) }),
    ),
  ),
)
export const pactYears: Layout = {
  ...PACT,
  dataset: 'pact-years',
  layout: 'pact-years/2.0',
  title: 'Activities of operations, by year',
  row: 'one operation in one year: which activities the reports tell of',
  file: { form: 'csv' },
  columns: [
    { name: 'PKO', as: 'mission', is: 'mission' },
    { name: 'year', as: 'year', is: 'from' },
    { name: 'iso3', as: 'text' },
    { name: 'Mission_Country', as: 'state', is: 'state', says: 'the host' },
    { name: 'Mission_Continent', as: 'text' },
    ...activities,
    ...columns('number', conditions, { missing: ['NA'] }),
  ],
  key: ['PKO', 'year'],
  passed: [{ name: '', because: 'a row number, which changes with every copy of the file' }],
}
export const PACT_LAYOUTS: readonly Layout[] = [pactReports, pactConditions, pactYears]
