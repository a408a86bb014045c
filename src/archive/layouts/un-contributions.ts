import type { Column, Layout } from '../layout.ts'
import { numberOfRow } from './columns.ts'
import { ipiFull } from './ipi.ts'

// The UN's own tables of uniformed personnel, by month: on its Peace and Security Data Hub, and before as files of its peacekeeping site.

const UN = {
  producer: 'United Nations, Department of Peace Operations',
  url: 'https://psdata.un.org',
  licence: 'UN terms of use, by the Peace and Security Data Hub',
  opens: 'rows',
} as const
const month: Column = { name: 'last_reporting_date', as: 'month', is: 'from', hxl: '#date+reported', says: 'the last day of the month' }
const contributor: readonly Column[] = [
  { name: 'isocode3', as: 'text', also: ['iso_code_3', 'iso3'], hxl: '#country+code' },
  { name: 'm49_code', as: 'text', optional: true },
  { name: 'contributing_country', as: 'state', is: 'state', also: ['country'], hxl: '#country+name' },
]
const sexes: readonly Column[] = [
  { name: 'female_personnel', as: 'whole', counts: { sex: 'female' } },
  { name: 'male_personnel', as: 'whole', counts: { sex: 'male' } },
]
export const unContributions: Layout = {
  ...UN,
  dataset: 'un-contributions',
  layout: 'un-contributions/uc-historical',
  title: 'Uniformed personnel by contributor, mission, type and sex, by month, since 2009',
  cite: 'United Nations Peace and Security Data Hub, "Historical Uniformed Personnel Contribution" (DPO-UCHISTORICAL).',
  row: 'one contributor’s personnel of one type in one mission at the end of one month; the UN says that certain months are missing',
  file: { form: 'csv' },
  columns: [
    ...contributor,
    { name: 'mission_acronym', as: 'mission', is: 'mission', also: ['mission'], hxl: '#org+mission' },
    { name: 'personnel_type', as: 'text', is: 'type', hxl: '#indicator+personnel' },
    ...sexes,
    month,
  ],
  key: ['last_reporting_date', 'isocode3', 'mission_acronym', 'personnel_type'],
  adds: ['female_personnel', 'male_personnel'],
  checks: [{ check: 'one State', name: 'contributing_country', code: 'isocode3' }],
  passed: numberOfRow('contribution_id'),
}
export const unContributors: Layout = {
  ...UN,
  dataset: 'un-contributors',
  layout: 'un-contributors/uc-latest',
  title: 'Uniformed personnel by contributor and sex, in the latest month',
  cite: 'United Nations Peace and Security Data Hub, "Latest Uniformed Personnel Contribution By Country" (DPO-UCLATEST).',
  row: 'one contributor’s personnel in all missions at the end of one month; the UN publishes one month at a time',
  file: { form: 'csv' },
  columns: [
    ...contributor,
    ...sexes,
    { name: 'total_uniformed_personnel', as: 'whole', is: 'amount', counts: {} },
    { name: 'personnel_contribution_rank', as: 'whole', optional: true, says: 'an order by size, as the UN gives it' },
    month,
  ],
  key: ['last_reporting_date', 'isocode3'],
  part: ['last_reporting_date'],
  checks: [
    { check: 'one State', name: 'contributing_country', code: 'isocode3' },
    { check: 'sum', parts: ['female_personnel', 'male_personnel'], total: 'total_uniformed_personnel' },
  ],
  passed: numberOfRow('id'),
}
/** Of its columns these are known; the others that IPI's table has may stand in it, or not. */
const BEFORE_2010 = ['Date', 'Contributor', 'Contributor_ISO-3', 'Mission', 'Mission_Country', 'Mission_Country_ISO-3', 'Troops']
/** Before 2010 the UN's hub has the headings of the IPI Peacekeeping Database: its own copy, and never added to IPI's. */
export const unContributionsBefore2010: Layout = {
  ...UN,
  dataset: 'un-contributions-before-2010',
  layout: 'un-contributions-before-2010/uc-pre2010',
  title: 'Uniformed personnel by contributor and mission, by month, before 2010',
  cite: 'United Nations Peace and Security Data Hub, uniformed personnel contribution before 2010 (DPPADPO-UCPre2010).',
  row: ipiFull.row,
  file: { form: 'csv' },
  columns: ipiFull.columns.map(c => (BEFORE_2010.includes(c.name) ? c : { ...c, optional: true })),
  key: ipiFull.key,
  checks: ipiFull.checks ?? [],
  passed: numberOfRow('ID'),
}
export const UN_CONTRIBUTIONS_LAYOUTS: readonly Layout[] = [unContributions, unContributors, unContributionsBefore2010]
