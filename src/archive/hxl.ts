import type { Column, Layout } from './layout.ts'
import type { By } from './sums.ts'

// By which tags of the Humanitarian Exchange Language (HXL 1.1) a machine knows a column of a published table.

const KINDS: Readonly<Partial<Record<Column['as'], string>>> = {
  day: '#date',
  month: '#date+month',
  year: '#date+year',
  state: '#country+name',
  mission: '#org+mission',
  place: '#loc+name',
  symbol: '#meta+text+id',
  whole: '#indicator+num',
  number: '#indicator+num',
}
const ROLES: Readonly<Partial<Record<NonNullable<Column['is']>, string>>> = { type: '#meta+type', sex: '#meta+sex' }
const CODES: Readonly<Record<NonNullable<Column['codes']>, string>> = { gw: '#country+code+gw', 'two letters': '#country+code+iso2' }

const people = ({ type, sex }: NonNullable<Column['counts']>): string =>
  `#capacity${type ? `+${type.replaceAll(' ', '_')}` : ''}${sex ? (sex === 'female' ? '+f' : '+m') : ''}+num`
const day = ({ is }: Column): string => (is === 'from' ? '#date+start' : is === 'to' ? '#date+end' : '#date')

/** What a layout declares; else what its column is: a day, a State, a count of whom. Empty where it is none of these. */
export const tagOf = ({ checks = [] }: Pick<Layout, 'checks'>, column: Column): string => {
  if (column.hxl) return column.hxl
  if (column.counts) return people(column.counts)
  if (column.codes) return CODES[column.codes]
  if (column.as === 'day') return day(column)
  if (checks.some(c => c.check === 'one State' && c.code === column.name)) return '#country+code'
  return KINDS[column.as] ?? (column.is && ROLES[column.is]) ?? ''
}

/** Of sums: by what they are parted, and what was counted. */
export const SUM_TAGS: Readonly<Record<By | 'rows' | 'amount' | 'repeated' | 'several' | 'snapshot', string>> = {
  month: '#date+month',
  year: '#date+year',
  state: '#country+code',
  mission: '#org+mission',
  place: '#loc+name',
  type: '#meta+type',
  sex: '#meta+sex',
  rows: '#meta+rows+num',
  amount: '#indicator+num',
  repeated: '#meta+repeated+num',
  several: '#meta+rows+several+num',
  snapshot: '#meta+dataset+snapshot',
}
