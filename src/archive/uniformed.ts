import type { Sql } from '../kernel/database/pools.ts'
import { datasets } from './datasets.ts'
import { SORTS as IPI_SORTS } from './layouts/ipi.ts'
import { countIn } from './read/cells.ts'
import type { AskedRow } from './rows.ts'

// The published tables in which uniformed personnel stand by month, and what each of their columns counts. They are never added to
// one another: where two of them tell of one month, both are told.

export type Sort = 'troops' | 'staff officers' | 'experts on mission' | 'police' | 'formed police units' | 'individual police'
export type Sex = 'female' | 'male'
interface Counted {
  readonly column: string
  /** None: all sorts together. */
  readonly sort?: Sort
  /** None: both. */
  readonly sex?: Sex
}
export interface StrengthTable {
  readonly dataset: string
  /** What one of its rows is about. */
  readonly grain: 'contributor in a mission' | 'contributor' | 'mission' | 'all missions'
  readonly counts: readonly Counted[]
  /** Its rows are of one sort each, by these names; else its columns tell the sorts apart. */
  readonly sorts?: Readonly<Record<string, Sort>>
}
const SEXES = [
  ['Male', 'male'],
  ['Female', 'female'],
  ['Total', undefined],
] as const

const SPREAD: readonly Counted[] = [
  { column: 'Troop Contributions', sort: 'troops' },
  { column: 'Police Contributions', sort: 'police' },
  { column: 'EOM Contributions', sort: 'experts on mission' },
  { column: 'Total Contributions' },
]

const FULL: readonly Counted[] = [
  { column: 'Troops', sort: 'troops' },
  { column: 'Observers', sort: 'experts on mission' },
  { column: 'Formed_Police_Units', sort: 'formed police units' },
  { column: 'Inidividual_Police', sort: 'individual police' }, // as it stands in the file
  { column: 'Total' },
]
const UN_SEXES: readonly Counted[] = [
  { column: 'female_personnel', sex: 'female' },
  { column: 'male_personnel', sex: 'male' },
]

export const TABLES: readonly StrengthTable[] = [
  {
    dataset: 'ipi-missions',
    grain: 'mission',
    counts: [
      { column: 'Troops', sort: 'troops' },
      { column: 'Police', sort: 'police' },
      { column: 'Observers', sort: 'experts on mission' },
      { column: 'Total' },
    ],
  },
  {
    dataset: 'un-contributions',
    grain: 'contributor in a mission',
    counts: UN_SEXES,
    sorts: {
      troops: 'troops',
      'staff officer': 'staff officers',
      'staff officers': 'staff officers',
      'experts on mission': 'experts on mission',
      'formed police units': 'formed police units',
      'individual police': 'individual police',
    },
  },
  {
    dataset: 'ipi-gender',
    grain: 'contributor in a mission',
    counts: IPI_SORTS.flatMap(([heading, sort]) =>
      SEXES.map(([word, sex]) => ({ column: `${heading} ${word}`, ...(sort && { sort }), ...(sex && { sex }) })),
    ),
  },
  { dataset: 'ipi-full', grain: 'contributor in a mission', counts: FULL },
  { dataset: 'un-contributions-before-2010', grain: 'contributor in a mission', counts: FULL },
  { dataset: 'ipi-monthly', grain: 'all missions', counts: SPREAD },
  { dataset: 'ipi-contributors', grain: 'contributor', counts: SPREAD },
  {
    dataset: 'ipi-countries',
    grain: 'contributor',
    counts: [
      { column: 'Troops', sort: 'troops' },
      { column: 'Police', sort: 'police' },
      { column: 'Experts', sort: 'experts on mission' },
    ],
  },
  {
    dataset: 'un-contributors',
    grain: 'contributor',
    counts: UN_SEXES,
  },
]
export const TABLE_NAMES = TABLES.map(t => t.dataset)
/** Tables that tell who contributed to which mission. */
export const BY_CONTRIBUTOR = TABLES.filter(t => t.grain === 'contributor in a mission')
export const CONTRIBUTOR_NAMES = BY_CONTRIBUTOR.map(t => t.dataset)

export interface Counts {
  /** By sort, sexes together. */
  readonly sorts: ReadonlyMap<Sort, number>
  readonly sexes: ReadonlyMap<Sex, number>
  /** By sort and sex. */
  readonly both: ReadonlyMap<`${Sort}|${Sex}`, number>
}
/** The sort of a row whose table has one in each; `undefined`: its columns tell them apart, or no sort is known by that name. */
export const sortOf = (table: StrengthTable, type: string | null | undefined): Sort | undefined =>
  table.sorts?.[
    (type ?? '')
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim()
  ]
/** Sums of the columns of rows of one table. Rows that repeat others as a sum, and second rows of one name, are left out. */
export const countsOf = (table: StrengthTable, rows: readonly AskedRow[]): Counts => {
  const sorts = new Map<Sort, number>()
  const sexes = new Map<Sex, number>()
  const both = new Map<`${Sort}|${Sex}`, number>()
  const add = <K>(to: Map<K, number>, key: K, n: number): void => void to.set(key, (to.get(key) ?? 0) + n)
  for (const row of rows) {
    if (row.total || row.repeat > 1) continue
    const own = sortOf(table, row.type)
    for (const { column, sort = own, sex } of table.counts) {
      const n = countIn(row.cells[column] ?? '')
      if (n === null) continue
      if (own) add(sorts, own, n)
      if (own && sex) add(sexes, sex, n)
      if (sort && sex) add(both, `${sort}|${sex}`, n)
      else if (sort) add(sorts, sort, n)
      else if (sex) add(sexes, sex, n)
    }
  }
  return { sorts, sexes, both }
}
/** Those of these tables that are on this record. Where none is, all: each then says that it is not here. */
export const onRecord = async (db: Sql, tables: readonly StrengthTable[]): Promise<readonly StrengthTable[]> => {
  const names = new Set((await datasets(db)).map(d => d.dataset))
  const here = tables.filter(t => names.has(t.dataset))
  return here.length ? here : tables
}
