import type { Layout } from '../layout.ts'
import type { PlaceRow } from '../names/places.ts'
import { columns } from './columns.ts'

export const pcodes: Layout = {
  dataset: 'ocha-pcodes',
  layout: 'ocha-pcodes/adm-1-2',
  title: 'Global list of p-codes, first and second level',
  producer: 'OCHA, Common Operational Datasets on administrative boundaries',
  cite: 'OCHA, Global P-Code List, Humanitarian Data Exchange.',
  url: 'https://data.humdata.org/dataset/global-pcodes',
  licence: 'CC BY-IGO (as the Humanitarian Data Exchange labels it)',
  row: 'one administrative area, valid from a day; a later list may have others',
  file: { form: 'csv' },
  columns: [
    { name: 'Location', as: 'state', is: 'state', hxl: '#country+code' },
    { name: 'Admin Level', as: 'whole', is: 'type', hxl: '#geo+admin_level' },
    { name: 'P-Code', as: 'text', is: 'place', hxl: '#adm+code' },
    { name: 'Name', as: 'text', hxl: '#adm+name' },
    { name: 'Parent P-Code', as: 'text', hxl: '#adm+code+parent' },
    { name: 'Valid from date', as: 'day', is: 'from', hxl: '#date+start' },
  ],
  key: ['Location', 'P-Code'],
  opens: 'rows',
}
const LANGUAGES = ['EN', 'FR', 'ES', 'PT', 'AR'] as const
/** A State's own workbook of areas, with the names in its languages: the sheet of the first level. */
export const adminAreas: Layout = {
  dataset: 'ocha-cod-ab',
  layout: 'ocha-cod-ab/adm1',
  title: 'Administrative areas of the first level, from the workbook of each State',
  producer: 'OCHA, Common Operational Datasets on administrative boundaries',
  cite: 'OCHA, Common Operational Dataset on administrative boundaries (COD-AB), Humanitarian Data Exchange.',
  url: 'https://data.humdata.org',
  licence: 'CC BY-IGO (as the Humanitarian Data Exchange labels it)',
  row: 'one area of the first level; the areas of other States stay when one State’s workbook is added',
  file: { form: 'xlsx' },
  columns: [
    { name: 'ADM0_PCODE', as: 'state', is: 'state', codes: 'two letters', also: ['admin0Pcode', 'iso2'] },
    { name: 'ADM1_PCODE', as: 'text', is: 'place', also: ['admin1Pcode'] },
    { name: 'ADM1_NAME', as: 'text', optional: true },
    ...columns('text', 'ADM1_NAME1 ADM1_NAME2 ADM1_NAME3', {
      optional: true,
      says: 'since 2025: in the State’s other languages, which lang1 to lang3 name',
    }),
    ...LANGUAGES.map(l => ({ name: `ADM1_${l}`, as: 'text', optional: true, also: [`admin1Name_${l.toLowerCase()}`] }) as const),
    { name: 'validOn', as: 'day', is: 'from', optional: true, also: ['valid_on', 'date'] },
    { name: 'validTo', as: 'day', is: 'to', optional: true, also: ['valid_to'] },
  ],
  key: ['ADM1_PCODE'],
  part: ['ADM0_PCODE'],
  opens: 'rows',
}
/** Its rows for the matcher of places: one for each name. */
export const adminRows = (country: string, cells: { readonly [column: string]: string }): readonly PlaceRow[] =>
  ['NAME', 'NAME1', 'NAME2', 'NAME3', ...LANGUAGES].flatMap(l => {
    const name = (cells[`ADM1_${l}`] ?? '').trim()
    return name ? [{ country, level: 1, code: (cells['ADM1_PCODE'] ?? '').trim(), name, parent: country }] : []
  })
/** A row of the global list for the matcher of places. */
export const placeRow = (cells: readonly string[]): PlaceRow => ({
  country: cells[0]!,
  level: Number(cells[1]),
  code: cells[2]!,
  name: cells[3]!,
  parent: cells[4]!,
})
