import type { Layout } from '../layout.ts'
import type { PlaceRow } from '../names/places.ts'

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
/** A row of it for the matcher of places. */
export const placeRow = (cells: readonly string[]): PlaceRow => ({
  country: cells[0]!,
  level: Number(cells[1]),
  code: cells[2]!,
  name: cells[3]!,
  parent: cells[4]!,
})
