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
  { name: 'latitude', as: 'number', closed: true, missing: ['NA'] },
  { name: 'longitude', as: 'number', closed: true, missing: ['NA'] },
]
const mission: readonly Column[] = [
  { name: 'mission', as: 'mission', is: 'mission' },
  { name: 'year', as: 'year', is: 'from' },
]
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
    ...columns('number', 'Infantry NoTroops Reserve', { missing: ['NA'], closed: true }),
    ...columns('text', 'hq UNPOL Med Av UNMO', { closed: true }),
    { name: 'ave.no.troops', as: 'number', is: 'amount', missing: ['NA'], closed: true },
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
    { name: 'Infantry', as: 'number', closed: true, missing: ['NA'] },
    ...columns('text', 'eng med sig av riv maint trans', { closed: true }),
  ],
  key,
}
export const GEO_PKO_LAYOUTS: readonly Layout[] = [geoBases, geoContributors, geoTroops]

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
