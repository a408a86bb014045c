import type { Column, Layout } from '../layout.ts'
import { numberOfRow } from './columns.ts'

const UN = {
  producer: 'United Nations, DPPA-DPO Shared Structure',
  opens: 'rows',
} as const
export const unOperations: Layout = {
  ...UN,
  dataset: 'un-operations',
  layout: 'un-operations/2024',
  title: 'Peacekeeping operations, past and present',
  cite: 'United Nations Peace and Security Data Hub, DPPADPOSS-PKO.',
  licence: 'CC BY-IGO, by the terms of the Peace and Security Data Hub',
  row: 'one operation, or several under one acronym',
  file: { form: 'csv' },
  columns: [
    { name: 'mission_acronym', as: 'mission', is: 'mission' },
    { name: 'mission_name', as: 'text' },
    { name: 'lead_department', as: 'text' },
    { name: 'mission_isactive', as: 'yes' },
    { name: 'start_date', as: 'day', is: 'from', says: 'often the first of the month: the month is what is known' },
    { name: 'end_date', as: 'day', is: 'to' },
    { name: 'mission_location', as: 'text' },
    { name: 'mission_longitude', as: 'number', decimal: ',' },
    { name: 'mission_latitude', as: 'number', decimal: ',' },
  ],
  key: ['mission_acronym'],
  passed: numberOfRow('id'),
  where: [{ latitude: 'mission_latitude', longitude: 'mission_longitude', in: 'mission_acronym' }],
}
const lifted: readonly Column[] = [
  { name: 'ACRONYM', as: 'mission', is: 'mission' },
  { name: 'MISSION NAME', as: 'text' },
  { name: 'START DATE', as: 'month', is: 'from' },
  { name: 'END DATE', as: 'month', is: 'to', missing: ['Present'] },
]
export const unOperationsPdf: Layout = {
  ...UN,
  dataset: 'un-operations-pdf',
  layout: 'un-operations-pdf/2020',
  title: 'Peacekeeping operations, from the printed list, in two halves',
  cite: 'United Nations, List of peacekeeping operations, as converted by Felix Kube.',
  licence: 'MIT (the conversion)',
  row: 'one operation with the months in which it began and ended',
  file: { form: 'xlsx' },
  columns: lifted,
  key: ['ACRONYM'],
  part: ['ACRONYM'],
}
export const unOperationsCountries: Layout = {
  dataset: 'un-operations-countries',
  layout: 'un-operations-countries/2024',
  title: 'Operations and the countries in which they were',
  producer: 'T. D. Ballesteros (conflict-relapse), from the United Nations list',
  cite: 'T. D. Ballesteros, unpko_country_crosswalk.',
  licence: null,
  row: 'one operation in one country',
  file: { form: 'xlsx' },
  columns: [
    { name: 'mission_acronym', as: 'mission', is: 'mission' },
    { name: 'mission_name', as: 'text' },
    { name: 'iso3c', as: 'state', is: 'state' },
  ],
  key: ['mission_acronym', 'iso3c'],
  opens: 'rows',
}
export const UN_OPERATIONS_LAYOUTS: readonly Layout[] = [unOperations, unOperationsPdf, unOperationsCountries]
