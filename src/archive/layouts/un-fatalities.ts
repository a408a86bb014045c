import type { Layout } from '../layout.ts'

/** One row is one dead person. Rows are for cleared readers; everybody else gets counts by year and mission, as the UN publishes them: a State that lost one person in a year would be told of that person. */
export const unFatalities: Layout = {
  dataset: 'un-fatalities',
  layout: 'un-fatalities/2023',
  title: 'Fatalities in peacekeeping operations and special political missions since 1948',
  producer: 'United Nations, Peace and Security Data Hub (DPPADPOSS-FATALITIES)',
  cite: 'United Nations Peace and Security Data Hub, "Mission Fatalities – Fatalities in PKOs and SPMs since 1948".',
  licence: 'CC BY-IGO (as OCHA labels its copy)',
  row: 'one person who died in the service of a mission; no name is published. Before 2000 the list may be incomplete; agencies, funds and programmes are not in it',
  file: { form: 'csv' },
  columns: [
    { name: 'incident_date', as: 'day', is: 'from', closed: true, hxl: '#date+incident' },
    {
      name: 'casualty_id',
      as: 'text',
      closed: true,
      says: 'one person, by the UN’s own words; in the copy of 2023 six stand twice, under a State of today and one of then',
    },
    { name: 'mission_acronym', as: 'mission', is: 'mission', hxl: '#org+mission' },
    { name: 'type_of_casualty', as: 'text', optional: true },
    { name: 'gender', as: 'text', is: 'sex', closed: true, optional: true },
    { name: 'casualty_nationality', as: 'state', is: 'state', closed: true },
    { name: 'casualty_personnel_type', as: 'text', is: 'type', closed: true },
    { name: 'type_of_incident', as: 'text', closed: true },
    { name: 'm49_code', as: 'text', closed: true, optional: true },
    { name: 'isocode3', as: 'text', closed: true, optional: true },
  ],
  key: ['casualty_id'],
  checks: [{ check: 'one State', name: 'casualty_nationality', code: 'isocode3' }],
  passed: [
    { name: 'id', because: 'a row number: one more death of an earlier year moves all that follow' },
    { name: 'last_update', because: 'the day of the copy, the same in every row' },
  ],
  opens: 'closed',
  countedBy: 'mission',
}
