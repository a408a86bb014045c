// A question's rows as one flat table: which fields, in which order, and by which tag of the Humanitarian Exchange Language a machine knows them.

/** The path of a field (`source.title`) and its tag. A path that ends at a list or an object stands for all that is in it. */
export type Columns = Readonly<{ [path: string]: string }>

/** One name, one tag: what a field is called in many questions. A field of one question alone has its tag there. */
const TAGS = {
  mission: '#org+mission',
  says: '#description',
  subject: '#meta+id',
  on: '#date',
  kind: '#meta+type',
  is: '#meta+type',
  symbol: '#meta+text+id',
  paragraph: '#meta+text+paragraph',
  month: '#date+month',
  year: '#date+year',
  type: '#event+type',
  persons: '#capacity+persons+num',
  dataset: '#meta+dataset+id',
  state: '#country+code',
  until: '#date+end',
  from: '#date+start',
  to: '#date+end',
  adopted: '#date+start',
  who: '#org+name',
  act: '#activity',
  duty: '#activity+id',
  debtor: '#org+debtor+code',
  percent: '#indicator+pct',
  quote: '#description',
  military: '#capacity+military+num',
  police: '#capacity+police+num',
  withheld: '#meta+withheld',
  about: '#meta+approximate',
} as const
export const fields = (...names: readonly (keyof typeof TAGS)[]): Columns => Object.fromEntries(names.map(name => [name, TAGS[name]]))
const under = (at: string, columns: Columns): Columns =>
  at ? Object.fromEntries(Object.entries(columns).map(([path, tag]) => [`${at}.${path}`, tag])) : columns

const CLOCK: Columns = {
  opened: '#date+start',
  counted: '#date+counted',
  due: '#date+due',
  state: '#status',
  since: '#date+since',
  binding: '#meta+binding',
  standing: '#meta+standing',
  limit: '#meta+limit+standing',
}
/** How a clock stands (`clockOf`). */
export const clockAt = (at = ''): Columns => under(at, CLOCK)
/** Who says so. */
export const sourceAt = (at = 'source'): Columns => ({
  [`${at}.title`]: '#meta+source+name',
  [`${at}.standing`]: '#meta+source+standing',
  [`${at}.url`]: '#meta+source+url',
  [`${at}.note`]: '#meta+source+note',
  [`${at}.conflict`]: '#meta+source+conflict',
})
/** Where a figure stands in a published table: which, as of which snapshot, in which line. */
export const citesAt = (at = 'cites'): Columns => ({
  [`${at}.dataset`]: '#meta+dataset+id',
  [`${at}.snapshot`]: '#meta+dataset+snapshot',
  [`${at}.source`]: '#meta+source+name',
  [`${at}.rows`]: '#meta+rows+num',
  [`${at}.since`]: '#meta+since+snapshot',
  [`${at}.line`]: '#meta+line+num',
  [`${at}.file`]: '#meta+file+name',
  [`${at}.unread`]: '#meta+rows+unread+num',
  [`${at}.stood.day`]: '#date+published',
  [`${at}.stood.by`]: '#meta+published+by',
})
/** What is owed, by whom, and how its clock stands. */
export const OWED_AT: Columns = {
  ...fields('subject', 'duty', 'act', 'debtor'),
  ...CLOCK,
}

/** What stands at a path: of a list, of each of its parts. */
export const at = (value: unknown, path: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map(part => at(part, path))
  const [first, ...rest] = path
  if (first === undefined || value === null || typeof value !== 'object') return path.length ? undefined : value
  return at(Object.entries(value).find(([name]) => name === first)?.[1], rest)
}
/** A value as plain text: parts of a list with ; between, fields of one thing with commas. What is not there is empty. */
export const plain = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plain).join('; ')
  return typeof value === 'object' ? Object.values(value).map(plain).filter(Boolean).join(', ') : String(value)
}
