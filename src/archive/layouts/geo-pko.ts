import type { Column, Layout } from '../layout.ts'
import { columns } from './columns.ts'

// Geo-PKO: where missions had their bases. A place is never public: counts by year and mission are.

const GEO = {
  producer: 'Geo-PKO, Uppsala University',
  cite: 'Cil, Fjelde, Hultman and Nilsson (2020), "Mapping blue helmets: Introducing the Geocoded Peacekeeping Operations (Geo-PKO) dataset", Journal of Peace Research 57(2); version 2.3.',
  licence: null,
  opens: 'closed',
} as const
const place: readonly Column[] = [
  { name: 'location', as: 'place', is: 'place', closed: true },
  ...columns('number', 'latitude longitude', { closed: true, missing: ['NA'] }),
]
const mission: readonly Column[] = [
  { name: 'mission', as: 'mission', is: 'mission' },
  { name: 'year', as: 'year', is: 'from' },
]
/** A size that nobody told is not nought. */
const SIZE = ['NA', 'unknown', 'size unknown'] as const
const where = [{ latitude: 'latitude', longitude: 'longitude', in: 'mission' }]
const key = ['mission', 'year', 'location', 'latitude', 'longitude']
export const geoBases: Layout = {
  ...GEO,
  dataset: 'geo-pko-bases',
  layout: 'geo-pko-bases/2.3',
  title: 'Bases of missions, by year',
  row: 'one base in one year; where one stands twice, the rows tell different strengths over the year',
  file: { form: 'csv' },
  columns: [
    ...mission,
    { name: 'country', as: 'state', is: 'state', says: 'the host' },
    ...place,
    ...columns('number', 'Infantry NoTroops Reserve', { missing: SIZE, closed: true, optional: true }),
    ...columns('text', 'hq UNPOL Med Av UNMO', { closed: true, optional: true }),
    { name: 'ave.no.troops', as: 'number', unit: 'persons', is: 'amount', missing: SIZE, closed: true },
  ],
  key,
  where,
}
export const geoContributors: Layout = {
  ...GEO,
  dataset: 'geo-pko-contributors',
  layout: 'geo-pko-contributors/2.3',
  title: 'Contributing States at bases of missions, by year',
  row: 'one base in one year, with its contributors as text: "Gabon (650), Nepal (size unknown)". An unknown size is not zero',
  file: { form: 'csv' },
  columns: [
    ...mission,
    ...place,
    { name: 'No.TCC', as: 'whole', closed: true, missing: ['NA'] },
    { name: 'year.overview', as: 'text', list: ',', closed: true },
  ],
  key,
  where,
}
export const geoTroops: Layout = {
  ...GEO,
  dataset: 'geo-pko-units',
  layout: 'geo-pko-units/2.3',
  title: 'Kinds of units at bases of missions, by year',
  row: 'one base in one year, with the kinds of units at it',
  file: { form: 'csv' },
  columns: [
    ...mission,
    ...place,
    { name: 'Infantry', as: 'number', closed: true, missing: SIZE },
    ...columns('text', 'eng med sig av riv maint trans', { closed: true, optional: true }),
  ],
  key,
}
/** The dataset itself, from which the three above are made: what each map of the Secretariat shows. No base is counted from it, for it stands once in each. */
export const geoDeployments: Layout = {
  ...GEO,
  dataset: 'geo-pko-deployments',
  layout: 'geo-pko-deployments/2',
  title: 'Deployments of missions, as each map tells them',
  row: 'one base on one map; contributors and their sizes stand in numbered columns, and an unknown size is not zero',
  file: { form: 'csv' },
  columns: [
    { name: 'source', as: 'text', says: 'the number of the map' },
    ...mission,
    { name: 'month', as: 'whole' },
    { name: 'country', as: 'state', is: 'state', says: 'the host' },
    ...place,
    { name: 'no.troops', as: 'number', unit: 'persons', is: 'amount', missing: SIZE, closed: true },
    { name: 'no.tcc', as: 'whole', missing: SIZE, closed: true, optional: true },
    ...Array.from({ length: 17 }, (_, i): readonly Column[] => [
      { name: `nameoftcc_${i + 1}`, as: 'state', closed: true, optional: true, missing: ['NA'], also: [`name.of.TCC${i + 1}`] },
      { name: `notroopspertcc_${i + 1}`, as: 'number', closed: true, optional: true, missing: SIZE, also: [`No.troops.per.TCC${i + 1}`] },
    ]).flat(),
    ...columns('text', 'unpol.dummy unmo.dummy hq', { closed: true, optional: true }),
  ],
  key: ['source', 'mission', 'year', 'month', 'location', 'latitude', 'longitude'],
  where,
}
export const GEO_PKO_LAYOUTS: readonly Layout[] = [geoBases, geoContributors, geoTroops, geoDeployments]

export interface Contingent {
  readonly contributor: string
  /** `undefined`: the size is unknown, which is not zero. */
  readonly size: number | undefined
}
/** "Gabon (650), Korea (ROK) (size unknown)" as contributors and sizes; what does not read so is given back. */
export const contingentsOf = (cell: string): { readonly contingents: readonly Contingent[]; readonly notUnderstood: readonly string[] } => {
  const contingents: Contingent[] = []
  const notUnderstood: string[] = []
  for (const part of cell.split(/,(?![^(]*\))/)) {
    const text = part.trim()
    if (text === '') continue
    const m = /^(.+?)\s*\((size unknown|\d+(?:\.\d+)?)\)$/i.exec(text)
    if (m) contingents.push({ contributor: m[1]!, size: /^\d/.test(m[2]!) ? Number(m[2]) : undefined })
    else notUnderstood.push(text)
  }
  return { contingents, notUnderstood }
}
