import type { Column, Layout } from '../layout.ts'
import { columns, numberOfRow } from './columns.ts'

export const councilResolutions: Layout = {
  dataset: 'unsc-resolutions',
  layout: 'unsc-resolutions/2015',
  title: 'Resolutions of the Security Council, 1946 to 2015',
  producer: 'N. Klotz, from un.org',
  cite: 'N. Klotz, UNSC-Resolutions, scraped from un.org.',
  licence: null,
  row: 'one resolution',
  file: { form: 'csv', separator: ';' },
  columns: [
    { name: 'Resolution', as: 'symbol' },
    { name: 'Number', as: 'whole' },
    { name: 'Year', as: 'year', is: 'from' },
    { name: 'Date', as: 'day', written: 'd Month y', missing: ['NA'], says: 'only for the last 83' },
    { name: 'Topic', as: 'text' },
    { name: 'URL', as: 'text' },
  ],
  key: ['Resolution'],
  passed: [{ name: '', because: 'a row number, which changes with every copy of the file' }],
  opens: 'rows',
}
export const councilLibrary: Layout = {
  dataset: 'unsc-library',
  layout: 'unsc-library/2022',
  title: 'Documents of the Security Council in the UN Digital Library: drafts and the resolutions that came of them',
  producer: 'United Nations, Dag Hammarskjöld Library',
  cite: 'United Nations Digital Library, export of Security Council documents, doi:10.52987/pcrc.2022.',
  licence: 'UN terms of use: non-commercial, with attribution',
  row: 'one document, by the fields of its library record',
  file: { form: 'xlsx' },
  columns: [
    { name: '1', as: 'text', says: 'the record’s number' },
    { name: '191__a', as: 'symbol', list: ';', says: 'its symbol' },
    { name: '239__a', as: 'text', says: 'title given by the library' },
    { name: '245__a', as: 'text', says: 'title' },
    { name: '245__c', as: 'text', says: 'by whom' },
    { name: '610__a', as: 'text', list: ';', says: 'bodies' },
    { name: '650', as: 'text', list: ';', says: 'subjects with the codes of the thesaurus' },
    { name: '650__a', as: 'text', list: ';', says: 'subjects' },
    { name: '856__u', as: 'text', list: ';', says: 'addresses of the files' },
    { name: '993__a', as: 'symbol', list: ';', says: 'related documents: a resolution, for a draft that was adopted' },
  ],
  key: ['1', '191__a'],
  opens: 'rows',
}
export const councilMembers: Layout = {
  dataset: 'unsc-members',
  layout: 'unsc-members/2023',
  title: 'Members of the Security Council, 1992 to 2023',
  producer: 'Frederick Madore',
  cite: 'Frederick Madore, council_membership, checked against the UN Security Council Debates corpus, doi:10.7910/DVN/KGVSYH.',
  licence: 'MIT',
  row: 'one term of one member',
  file: { form: 'csv', comment: '#' },
  columns: [
    { name: 'country_org', as: 'state', is: 'state' },
    { name: 'start_year', as: 'year', is: 'from' },
    { name: 'end_year', as: 'year', is: 'to' },
    { name: 'seat', as: 'text', is: 'type' },
    { name: 'note', as: 'text' },
  ],
  key: ['country_org', 'start_year'],
  opens: 'rows',
}
export const councilVetoes: Layout = {
  dataset: 'unsc-vetoes',
  layout: 'unsc-vetoes/2022',
  title: 'Vetoes in the Security Council, 1946 to 2022',
  producer: 'Carlos L. Yordan, World Politics Data Lab, from the list of the Dag Hammarskjöld Library',
  cite: 'Carlos L. Yordan, unsc_vetoes_1946_sept2022, World Politics Data Lab.',
  licence: 'MIT',
  row: 'one draft that was vetoed; a draft put to the vote in parts stands more than once',
  file: { form: 'csv' },
  columns: [
    { name: 'year', as: 'year' },
    { name: 'date', as: 'day', is: 'from', written: 'm/d/y' },
    { name: 'month', as: 'whole' },
    { name: 'draft', as: 'symbol', says: 'in 21 rows it repeats the record of the meeting' },
    { name: 'meeting_record', as: 'symbol' },
    ...columns('text', 'agenda_item crisis_topic region'),
    { name: 'member_veto1', as: 'state', says: 'one of those who vetoed: not all, so nothing is counted by it' },
    ...columns('state', 'member_veto2 member_veto3'),
    ...columns('yes', 'single_veto multiple_vetoes China France Russia USSR USA UK russia_china'),
    { name: 'usa_uk', as: 'whole', says: 'holds a 2' },
    ...columns('yes', 'usa_france usa_france_uk france_uk'),
  ],
  key: ['date', 'draft', 'meeting_record'],
  opens: 'rows',
}
const UN = {
  producer: 'United Nations, Department of Political and Peacebuilding Affairs, Security Council Affairs Division',
  url: 'https://psdata.un.org',
  licence: 'UN terms of use, by the Peace and Security Data Hub',
  opens: 'rows',
} as const
export const councilMembersByYear: Layout = {
  ...UN,
  dataset: 'un-council-members',
  layout: 'un-council-members/sc-membership',
  title: 'Members of the Security Council, year by year since 1946',
  cite: 'United Nations Peace and Security Data Hub, "Security Council Membership" (DPPA-SCMEMBERSHIP).',
  row: 'one member in one calendar year; the permanent ones stand in each',
  file: { form: 'csv' },
  columns: [
    { name: 'security_council_member', as: 'state', is: 'state', also: ['member_state', 'country'] },
    { name: 'year', as: 'year', is: 'from' },
  ],
  key: ['security_council_member', 'year'],
  passed: numberOfRow('id'),
}
/** The permanent members as the UN's list of vetoes has them: a column for each. */
export const VETOING: Readonly<Record<string, string>> = {
  china: 'China',
  france: 'France',
  russian_federation_or_USSR: 'Russian Federation or USSR',
  united_kingdom_of_great_britain_and_northern_ireland: 'United Kingdom',
  united_states_of_america: 'United States',
}
/** Their columns in the copies of 2025, on the UN's hub and on the Humanitarian Data Exchange. */
const VETOING_ALSO: Readonly<Record<string, readonly string[]>> = {
  russian_federation_or_USSR: ['russian_federation_ussr'],
  united_kingdom_of_great_britain_and_northern_ireland: ['united_kingdom'],
  united_states_of_america: ['united_states'],
}
export const councilVetoesOfTheUn: Layout = {
  ...UN,
  dataset: 'un-vetoes',
  layout: 'un-vetoes/sc-vetoes',
  title: 'Vetoes in the Security Council since 1946, by the United Nations',
  cite: 'United Nations Peace and Security Data Hub, "Vetoes Since 1946" (DPPA-SCVETOES).',
  row: 'one draft, amendment or paragraph that was vetoed, or a vote on whether a question was procedural',
  file: { form: 'csv' },
  columns: [
    { name: 'Date', as: 'day', is: 'from' },
    { name: 'Year', as: 'year', optional: true },
    { name: 'draft_resolution_number', as: 'symbol', also: ['draft_resolution', 'draft', 'draft_res#'] },
    { name: 'record', as: 'symbol', says: 'the record of the meeting; in the copies of 2025 its number alone' },
    { name: 'agenda', as: 'text' },
    { name: 'topic', as: 'text', optional: true, also: ['short_agenda'] },
    ...Object.keys(VETOING).map((name): Column => ({ name, as: 'yes', also: VETOING_ALSO[name] ?? [] })),
    { name: 'number_of_vetoes', as: 'whole', is: 'amount', optional: true, also: ['#_of_pms'] },
    { name: 'url_for_record', as: 'text', optional: true },
    { name: 'url_for_resolution', as: 'text', optional: true, also: ['url_for_res#'] },
  ],
  key: ['Date', 'draft_resolution_number', 'record'],
  checks: [{ check: 'sum', parts: Object.keys(VETOING), total: 'number_of_vetoes' }],
  passed: numberOfRow('id'),
}
export const COUNCIL_LAYOUTS: readonly Layout[] = [
  councilResolutions,
  councilLibrary,
  councilMembers,
  councilMembersByYear,
  councilVetoes,
  councilVetoesOfTheUn,
]
