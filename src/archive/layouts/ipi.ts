import type { Column, Layout } from '../layout.ts'
import { columns, lines } from './columns.ts'

// The IPI Peacekeeping Database: the UN's monthly tables of uniformed personnel, typed and scraped, in its several forms.

const IPI = {
  producer: 'International Peace Institute, IPI Peacekeeping Database',
  cite: 'Chris Perry and Adam C. Smith, "Trends in Uniformed Contributions to UN Peacekeeping: A New Dataset, 1991-2012", Providing for Peacekeeping No. 3, International Peace Institute, June 2013; IPI Peacekeeping Database. Figures: United Nations.',
  licence: null,
  opens: 'rows',
} as const
const NA = ['NA'] as const
const month: Column = { name: 'Date', as: 'month', is: 'from', says: 'the last day of the month' }

/** The headings under which personnel stand by type, and the type that each is of; the last is all of them. */
export const SORTS = [
  ['Individual Police', 'individual police'],
  ['Formed Police Units', 'formed police units'],
  ['Experts on Mission', 'experts on mission'],
  ['Troops', 'troops'],
  ['Total', undefined],
] as const
const sexed = SORTS.flatMap(([heading, type]): Column[] =>
  (['Male', 'Female', 'Total'] as const).map(sex => ({
    name: `${heading} ${sex}`,
    as: 'whole',
    missing: NA,
    counts: { ...(type && { type }), ...(sex === 'Male' ? { sex: 'male' } : sex === 'Female' ? { sex: 'female' } : {}) },
    ...(type === undefined && sex === 'Total' && { is: 'amount' }),
  })),
)
export const ipiGender: Layout = {
  ...IPI,
  dataset: 'ipi-gender',
  layout: 'ipi-gender/2014',
  title: 'Uniformed personnel by contributor, mission, type and sex, by month',
  row: 'one contributor’s uniformed personnel in one mission at the end of one month, by type and sex',
  file: { form: 'csv' },
  columns: [
    month,
    { name: 'Contributor', as: 'state', is: 'state' },
    { name: 'Contributor ISO-3', as: 'state' },
    { name: 'Mission', as: 'mission', is: 'mission' },
    ...sexed,
  ],
  key: ['Date', 'Contributor ISO-3', 'Mission'],
  passed: [{ name: '', because: 'a row number, which changes with every copy of the file' }],
  checks: [
    { check: 'one State', name: 'Contributor', code: 'Contributor ISO-3' },
    ...SORTS.map(([h]) => ({ check: 'sum', parts: [`${h} Male`, `${h} Female`], total: `${h} Total` }) as const),
    ...(['Male', 'Female', 'Total'] as const).map(
      sex => ({ check: 'sum', parts: SORTS.slice(0, 4).map(([h]) => `${h} ${sex}`), total: `Total ${sex}` }) as const,
    ),
  ],
}

const flags = 'NAM,G77,AU,Arab League,OIC,CIS,G20,EU'.split(',')
export const ipiMission: Layout = {
  ...IPI,
  dataset: 'ipi-missions',
  layout: 'ipi-missions/2017',
  title: 'Uniformed personnel by mission, by month',
  row: 'one mission’s uniformed personnel at the end of one month',
  file: { form: 'csv' },
  columns: [
    month,
    { name: 'Mission', as: 'mission', is: 'mission' },
    { name: 'Country of Mission', as: 'state', says: 'the host of its headquarters' },
    { name: 'Country of Mission ISO-3', as: 'text' },
    { name: 'Mission HQ', as: 'text' },
    { name: 'Mission HQ Longitude', as: 'number', missing: NA, says: 'in the copy of 2017 it holds the latitude' },
    { name: 'Mission HQ Latitude', as: 'number', missing: NA, says: 'in the copy of 2017 it holds the longitude' },
    ...lines('text', 'Mission Continent\nMission Region'),
    ...flags.map((f): Column => ({ name: `Mission - ${f}`, as: 'yes', missing: NA })),
    { name: 'Number of Contributors', as: 'whole', missing: NA },
    { name: 'Troops', as: 'whole', missing: NA, counts: { type: 'troops' } },
    { name: 'Police', as: 'whole', missing: NA, counts: { type: 'police' } },
    { name: 'Observers', as: 'whole', missing: NA, counts: { type: 'experts on mission' } },
    { name: 'Total', as: 'whole', missing: NA, is: 'amount', counts: {} },
  ],
  key: ['Date', 'Mission'],
  checks: [
    { check: 'one State', name: 'Country of Mission', code: 'Country of Mission ISO-3' },
    { check: 'sum', parts: ['Troops', 'Police', 'Observers'], total: 'Total' },
  ],
  where: [{ latitude: 'Mission HQ Latitude', longitude: 'Mission HQ Longitude', in: 'Mission' }],
}

const monthly = [
  ['Troop', 'troops'],
  ['Police', 'police'],
  ['EOM', 'experts on mission'],
  ['Total', undefined],
] as const
const spread = monthly.flatMap(([h, type]): Column[] => [
  { name: `${h} Contributions`, as: 'whole', missing: NA, counts: { ...(type && { type }) }, ...(!type && { is: 'amount' }) },
  ...(['Average % Contribution', 'Median % Contribution', '% Contributions - SD'] as const).map(
    (name): Column => ({ name: name.replace('%', h), as: 'number', missing: NA, optional: true }),
  ),
])
export const ipiMonthly: Layout = {
  ...IPI,
  dataset: 'ipi-monthly',
  layout: 'ipi-monthly/2017',
  title: 'Uniformed personnel in all missions, by month',
  row: 'all uniformed personnel at the end of one month, and how they spread over contributors',
  file: { form: 'csv' },
  columns: [month, { name: 'Number of Contributors', as: 'whole', missing: NA }, ...spread],
  key: ['Date'],
  checks: [{ check: 'sum', parts: ['Troop Contributions', 'Police Contributions', 'EOM Contributions'], total: 'Total Contributions' }],
}

export const ipiCountry: Layout = {
  ...IPI,
  dataset: 'ipi-countries',
  layout: 'ipi-countries/2014-02',
  title: 'Uniformed personnel by contributor, by month: one file for each State',
  row: 'one contributor’s uniformed personnel in all missions at the end of one month',
  file: { form: 'csv' },
  columns: [
    { name: 'Contributor', as: 'state', is: 'state', fileName: true, says: 'the name of the file' },
    month,
    { name: 'Troops', as: 'whole', missing: NA, counts: { type: 'troops' } },
    { name: 'Police', as: 'whole', missing: NA, counts: { type: 'police' } },
    { name: 'Experts', as: 'whole', missing: NA, counts: { type: 'experts on mission' } },
  ],
  key: ['Contributor', 'Date'],
  part: ['Contributor'],
  adds: ['Troops', 'Police', 'Experts'],
}
/** The same of all contributors, in one file: the database's `data_tcc.csv`, on the Humanitarian Data Exchange "Country level data". */
export const ipiContributors: Layout = {
  ...IPI,
  dataset: 'ipi-contributors',
  layout: 'ipi-contributors/2017',
  title: 'Uniformed personnel by contributor, by month, and how they spread over missions',
  row: 'one contributor’s uniformed personnel in all missions at the end of one month',
  file: { form: 'csv' },
  columns: [
    month,
    { name: 'Contributor', as: 'state', is: 'state' },
    { name: 'Contributor ISO-3', as: 'state' },
    ...lines('number', 'Contributor Capital Longitude\nContributor Capital Latitude', { missing: NA, optional: true }),
    ...lines('text', 'Contributor Continent\nContributor Region\nContributor UN Bloc\nContributor - P5, G4 or A3', { optional: true }),
    ...flags.map((f): Column => ({ name: `Contributor - ${f}`, as: 'yes', missing: NA, optional: true })),
    { name: 'Number of Missions Contributed To', as: 'whole', missing: NA, optional: true },
    ...spread,
  ],
  key: ['Date', 'Contributor ISO-3'],
  checks: [
    { check: 'one State', name: 'Contributor', code: 'Contributor ISO-3' },
    { check: 'sum', parts: ['Troop Contributions', 'Police Contributions', 'EOM Contributions'], total: 'Total Contributions' },
  ],
}

const blocs = `UN_Bloc P5G4A3 NAM G77 AU Arab_League OIC CIS G20 EU NATO G8 OECD ASEAN OAS Shanghai GCC UMA COMESA CENSAD EAC ECCAS ECOWAS IGAD SADC`
/** As the whole database in one file, `Data.Full.csv`, spells them out. */
const LONG: Readonly<Record<string, readonly string[]>> = {
  P5G4A3: ['P5, G4 or A3', 'P5, G4, or A3'],
  Shanghai: ['Shanghai Coopertion Organization', 'Shanghai Cooperation Organization'],
}
const belongs = (side: string): Column[] =>
  blocs.split(' ').map(b => ({
    name: side === 'Contributor' && b === 'UN_Bloc' ? 'Contributor UN_Bloc' : `${side}_${b}`,
    as: b === 'UN_Bloc' || b === 'P5G4A3' ? 'text' : 'yes',
    missing: NA,
    optional: true,
    ...(LONG[b] && { also: LONG[b].map(name => `${side} - ${name}`) }),
  }))
export const ipiFull: Layout = {
  ...IPI,
  dataset: 'ipi-full',
  layout: 'ipi-full/2014',
  title: 'Uniformed personnel by contributor and mission, with the memberships of both: one file for each month',
  row: 'one contributor’s uniformed personnel in one mission at the end of one month',
  file: { form: 'csv' },
  columns: [
    month,
    { name: 'Contributor', as: 'state', is: 'state' },
    { name: 'Contributor_ISO-3', as: 'state' },
    { name: 'Contributor_Capital', as: 'text' },
    ...columns('number', 'Contributor_Capital_Latitude Contributor_Capital_Longitude', { missing: NA }),
    ...columns('text', 'Contributor_Continent Contributor_Region'),
    ...belongs('Contributor'),
    { name: 'Mission', as: 'mission', is: 'mission' },
    { name: 'Mission_Country', as: 'state', says: 'the host of its headquarters' },
    { name: 'Mission_Country_ISO-3', as: 'text' },
    { name: 'Mission_HQ', as: 'text' },
    { name: 'Mission_HQ_Longitude', as: 'number', missing: NA, says: 'in the copies of 2014 it holds the latitude' },
    { name: 'Mission_HQ_Latitude', as: 'number', missing: NA, says: 'in the copies of 2014 it holds the longitude' },
    ...columns('text', 'Mission_Continent Mission_Region'),
    ...belongs('Mission'),
    { name: 'Experts_on_Mission', as: 'whole', missing: NA, says: 'Observers repeats it' },
    { name: 'Formed_Police_Units', as: 'whole', missing: NA, counts: { type: 'formed police units' } },
    { name: 'Inidividual_Police', as: 'whole', missing: NA, also: ['Individual_Police'], counts: { type: 'individual police' } },
    { name: 'Civilian_Police', as: 'whole', missing: NA, says: 'formed units and individual police together' },
    { name: 'Troops', as: 'whole', missing: NA, counts: { type: 'troops' } },
    { name: 'Observers', as: 'whole', missing: NA, counts: { type: 'experts on mission' } },
    { name: 'Total', as: 'whole', missing: NA, is: 'amount', counts: {} },
  ],
  key: ['Date', 'Contributor_ISO-3', 'Mission'],
  part: ['Date'],
  checks: [
    { check: 'one State', name: 'Contributor', code: 'Contributor_ISO-3' },
    { check: 'one State', name: 'Mission_Country', code: 'Mission_Country_ISO-3' },
    { check: 'sum', parts: ['Formed_Police_Units', 'Inidividual_Police'], total: 'Civilian_Police' },
    { check: 'sum', parts: ['Civilian_Police', 'Troops', 'Observers'], total: 'Total' },
  ],
  where: [
    { latitude: 'Mission_HQ_Latitude', longitude: 'Mission_HQ_Longitude', in: 'Mission' },
    { latitude: 'Contributor_Capital_Latitude', longitude: 'Contributor_Capital_Longitude', in: 'Contributor' },
  ],
}

export const ipiMissionList: Layout = {
  ...IPI,
  dataset: 'ipi-mission-list',
  layout: 'ipi-mission-list/2017',
  title: 'Missions with host and headquarters',
  row: 'one mission',
  file: { form: 'read', reader: 'json' },
  columns: [
    { name: 'mission', as: 'mission', is: 'mission' },
    { name: 'country', as: 'state', is: 'state', says: 'the host of its headquarters' },
    { name: 'country_id', as: 'text' },
    { name: 'hq', as: 'text' },
    { name: 'mission_loc.y', as: 'number', missing: ['0'] },
    { name: 'mission_loc.x', as: 'number', missing: ['0'] },
  ],
  key: ['mission'],
  where: [{ latitude: 'mission_loc.y', longitude: 'mission_loc.x', in: 'mission' }],
}
export const IPI_LAYOUTS: readonly Layout[] = [ipiGender, ipiMission, ipiMonthly, ipiCountry, ipiContributors, ipiFull, ipiMissionList]
