import type { Column, Layout } from '../layout.ts'

// Allegations of sexual exploitation and abuse, as the UN's public tables have them. Counted by report received: a report that names
// several categories or States counts once for each, allegations are neither persons nor victims, and "referred" overlaps the statuses.

const UN = {
  producer: 'United Nations, Conduct in UN Field Missions',
  cite: 'United Nations, Conduct in UN Field Missions, tables of allegations of sexual exploitation and abuse.',
  url: 'https://conduct.unmissions.org',
  licence: null,
} as const
const MISSING = ['N/A', 'Not available', 'Unknown', 'Not specified'] as const
const TOTALS = ['Total', 'Totals', 'Grand Total', 'All', 'All missions', 'TOTAL', 'all allegations']
const about: readonly Column[] = [
  {
    name: 'Year',
    as: 'year',
    is: 'from',
    also: ['Year of report', 'Reporting year', 'Year reported', 'Date of report'],
    hxl: '#date+year',
  },
  {
    name: 'Mission',
    as: 'mission',
    is: 'mission',
    also: ['Field mission', 'Mission acronym', 'Mission or entity', 'Entity'],
    optional: true,
    missing: MISSING,
    hxl: '#org+mission',
  },
  {
    name: 'Category of personnel',
    as: 'text',
    is: 'type',
    also: ['Personnel category', 'Category', 'Type of personnel', 'Personnel'],
    optional: true,
    missing: MISSING,
    hxl: '#indicator+personnel',
  },
  {
    name: 'Nationality',
    as: 'state',
    is: 'state',
    also: ['Nationality of personnel', 'Nationality of uniformed personnel', 'Country of nationality', 'Country', 'Member State'],
    says: 'of uniformed personnel, from 2015 on (conduct.unmissions.org, introduction to the data)',
    optional: true,
    missing: MISSING,
    hxl: '#country+name',
  },
  { name: 'Type of allegation', as: 'text', also: ['Nature', 'Allegation type', 'Nature of allegation'], optional: true, missing: MISSING },
  { name: 'Status', as: 'text', also: ['Action status', 'Status of investigation', 'Outcome'], optional: true, missing: MISSING },
]
const AGES = ['Adult or child', 'Age group', 'Victim age group'] as const
const count: Column = {
  name: 'Allegations',
  as: 'whole',
  is: 'amount',
  also: ['Number of allegations', 'Allegations reported', 'Total allegations', 'Count', 'Number'],
  hxl: '#affected+allegations',
}
const totals: Layout['totals'] = [
  { column: 'Mission', is: TOTALS },
  { column: 'Category of personnel', is: TOTALS },
  { column: 'Nationality', is: TOTALS },
  { column: 'Type of allegation', is: TOTALS },
  { column: 'Status', is: [...TOTALS, 'Referred to Member State', 'referred to Member State for action'] },
]
const key = ['Year', 'Mission', 'Category of personnel', 'Nationality', 'Type of allegation', 'Status'] as const
export const seaCounts: Layout = {
  ...UN,
  dataset: 'un-sea',
  layout: 'un-sea/counts',
  title: 'Allegations of sexual exploitation and abuse, counted',
  row: 'how many allegations were reported in one year, by mission, category, nationality, type and status as far as the table goes',
  file: { form: 'csv', years: { in: 'Year', of: 'Allegations' } },
  columns: [...about, count],
  key,
  without: AGES,
  totals,
  checks: [{ check: 'rows', of: 'Allegations', by: ['Year'], total: { column: 'Mission', is: 'Total' } }],
  opens: 'rows',
}
/** Age beside nationality and mission may be one child whom others know: such rows are for cleared readers. */
export const seaByAge: Layout = {
  ...seaCounts,
  dataset: 'un-sea-by-age',
  layout: 'un-sea-by-age/counts',
  title: 'Allegations of sexual exploitation and abuse, counted by adult or child',
  row: 'how many allegations were reported in one year, of adults or of children, by mission and as far as the table goes',
  columns: [...about, { name: AGES[0], as: 'text', also: AGES.slice(1) }, count],
  key: [...key, AGES[0]],
  without: [],
  totals: [...totals, { column: AGES[0], is: TOTALS }],
  opens: 'closed',
  countedBy: 'mission',
}
/** Victims are counted apart from allegations: one allegation may name several, or none. */
export const seaVictims: Layout = {
  ...seaByAge,
  dataset: 'un-sea-victims',
  layout: 'un-sea-victims/counts',
  title: 'Victims named in allegations of sexual exploitation and abuse, counted',
  row: 'how many victims the allegations of one year name, by mission and as far as the table goes; a victim may be named in several',
  file: { form: 'csv', years: { in: 'Year', of: 'Victims' } },
  columns: [
    ...about,
    { name: AGES[0], as: 'text', also: AGES.slice(1), optional: true },
    { name: 'Victims', as: 'whole', is: 'amount', also: ['Number of victims', 'Victim count', 'Total victims'], hxl: '#affected+victims' },
  ],
  checks: [{ check: 'rows', of: 'Victims', by: ['Year'], total: { column: 'Mission', is: 'Total' } }],
}
export const seaAllegations: Layout = {
  ...UN,
  dataset: 'un-sea-allegations',
  layout: 'un-sea-allegations/rows',
  title: 'Allegations of sexual exploitation and abuse, one by one',
  row: 'one allegation as reported: not a person, and not established',
  file: { form: 'csv' },
  columns: [
    // "Allegation" alone is no number: in the UN's own table of allegations it says of which kind one is.
    { name: 'Allegation number', as: 'text', also: ['ID', 'No', 'Reference', 'Allegation ID'] },
    { ...about[0]!, as: 'day', also: ['Date of report', 'Date reported', 'Reporting date', 'Year'] },
    ...about.slice(1).map(c => ({ ...c, closed: true })),
    { name: 'Number of victims', as: 'whole', also: ['Victims', 'Victim count'], optional: true, closed: true, missing: MISSING },
    { name: 'Age of victims', as: 'text', also: ['Victim age', 'Adult or child'], optional: true, closed: true },
    { name: 'Paternity', as: 'text', also: ['Paternity claim'], optional: true, closed: true },
    { name: 'Investigating entity', as: 'text', also: ['Investigating body'], optional: true, closed: true },
    { name: 'Year of incident', as: 'text', also: ['Date of incident', 'Incident year'], optional: true, closed: true },
  ],
  key: ['Allegation number'],
  opens: 'closed',
}
const LEGEND = 'heading and codes by the legend of conduct.unmissions.org/table-of-allegations'
/**
 * The UN's own table of allegations from 2015 on, by the headings that its legend explains. No file of it was at hand: what else it may have is
 * kept under its own heading, for cleared readers.
 */
export const seaTable: Layout = {
  ...seaAllegations,
  layout: 'un-sea-allegations/table',
  url: 'https://conduct.unmissions.org/table-of-allegations',
  row: 'one allegation as reported: not a person, and not established. The table numbers none: two that say the same in each column count once here, and that is said',
  columns: [
    {
      name: 'Date',
      as: 'month',
      is: 'from',
      also: ['Date of report', 'Date received', 'Month'],
      says: `month in which the report was received; ${LEGEND}`,
      hxl: '#date+month',
    },
    { ...about[1]! },
    {
      ...about[2]!,
      says: `INT, NS and UNV are civilians, MC of a military contingent, MO military observers, UNPOL and FPU police; ${LEGEND}`,
    },
    { ...about[3]! },
    { name: 'Allegation', as: 'text', also: ['Type of allegation', 'Nature of allegation'], says: `SE exploitation, SA abuse; ${LEGEND}` },
    { name: 'Investigation', as: 'text', optional: true, says: `by OIOS, TCC, PCC or NIO; ${LEGEND}` },
    {
      name: 'Investigation (days)',
      as: 'text',
      optional: true,
      says: `who investigates and, where it is completed, how many days it took; ${LEGEND}`,
    },
  ],
  key: ['Date', 'Mission', 'Category of personnel', 'Nationality', 'Allegation'],
  each: true,
  without: ['Allegation number', 'ID', 'No', 'Reference', 'Allegation ID'],
}
export const SEA_LAYOUTS: readonly Layout[] = [seaCounts, seaByAge, seaVictims, seaAllegations, seaTable]
