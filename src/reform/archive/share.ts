import {
  AS_PUBLISHED,
  asPublished,
  BY_CONTRIBUTOR,
  type Cites,
  CONTRIBUTOR_NAMES,
  citedInWords,
  citesOf,
  isNoAnswer,
  monthOf,
  onRecord,
  reach,
  type Sums,
  sums,
} from '../../archive/index.ts'
import type { Asked, Question } from '../../kernel/chapter.ts'
import { citesAt, fields } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { told } from '../../kernel/ledger/told.ts'

// Which share of those deployed a set of States holds, by month. It is arithmetic in the open: no weight, no score, no order of merit.

export interface ShareRow {
  readonly kind: 'share' | 'not on this record'
  /** Whose States these are: a list that was asked, or a commitment with those whom this record names. */
  readonly set: string
  readonly states: readonly string[]
  readonly mission: string | null
  readonly month: string
  /** The month of the day that was asked. */
  readonly asked: boolean
  /** Of these States, in the order of the alphabet; who has no number in the month is not in it. */
  readonly theirs: readonly { readonly state: string; readonly persons: number }[]
  readonly persons: number | null
  readonly all: number | null
  /** In tenths of a hundredth. */
  readonly percent: number | null
  /** Persons under a name that is no State known here: some may be theirs. */
  readonly unknown: number | null
  readonly says: string | null
  readonly dataset: string | null
  readonly cites: Cites | null
}
const GROUPS = 100_000
const MOST = 1_000
const NAMED = 200

export const share: Question<ShareRow> = {
  name: 'share',
  says: 'The share of deployed personnel that a set of States holds, by month up to the day: a list, or those who are named as signed.',
  columns: {
    ...fields('kind'),
    set: '#meta+set',
    states: '#country+code',
    ...fields('mission', 'month'),
    asked: '#meta+asked',
    'theirs.state': '#country+theirs+code',
    'theirs.persons': '#capacity+theirs+num',
    ...fields('persons'),
    all: '#capacity+all+num',
    ...fields('percent'),
    unknown: '#capacity+unknown+num',
    ...fields('says', 'dataset'),
    ...citesAt(),
  },
  options: {
    states: { value: 'GBR,USA', says: 'these States (ISO 3166-1 alpha-3, with commas)' },
    commitment: { value: 'KIGALI-PRINCIPLES', says: 'the States that this record names as having committed by the day' },
    mission: { value: 'MINUSMA', says: 'in one mission' },
    ...AS_PUBLISHED,
  },
  tables: CONTRIBUTOR_NAMES,
  nothing:
    'Nothing on this record. Of which States: --states GBR,USA, or --commitment KIGALI-PRINCIPLES. By which table: peaceops archive add ipi-gender FILE.',
  rows: async (db, asked) => {
    const set = await setOf(db, asked)
    if (!set) return []
    const { mission } = asked.options
    const month = monthOf(asked.on)
    const base = { set: set.name, states: set.states, mission: mission ?? null }
    const none = (says: string, dataset: string | null): ShareRow => ({
      ...base,
      ...{
        kind: 'not on this record',
        month: month.text,
        asked: true,
        theirs: [],
        persons: null,
        all: null,
        percent: null,
        unknown: null,
        cites: null,
      },
      says,
      dataset,
    })
    if (set.says) return [none(set.says, null)]
    const rows: ShareRow[] = []
    for (const { dataset } of await onRecord(db, BY_CONTRIBUTOR)) {
      const found = await sums(db, dataset, {
        ...asPublished(asked.options)(dataset),
        by: ['month', 'state'],
        filters: { to: month.to, ...(mission && { mission }) },
        limit: GROUPS,
      })
      if (isNoAnswer(found)) {
        rows.push(none(found.says, dataset))
        continue
      }
      const months = sharesOf(found, set.states)
      if (!months.some(m => m.month === month.text)) rows.push(none(reach(found, month, mission), dataset))
      rows.push(...months.map(m => ({ kind: 'share' as const, ...base, ...m, asked: m.month === month.text, says: null, dataset })))
    }
    return rows.toSorted((a, b) => Number(b.asked) - Number(a.asked) || (a.month < b.month ? 1 : a.month > b.month ? -1 : 0)).slice(0, MOST)
  },
  line: r =>
    `${r.mission ?? 'all missions'}  ${r.month}  ${r.set}: ${
      r.says ??
      `${r.persons?.toLocaleString('en-US')} of ${r.all?.toLocaleString('en-US')}${r.percent === null ? '' : ` (${r.percent} %)`}; ${r.theirs.map(t => `${t.state} ${t.persons.toLocaleString('en-US')}`).join(', ') || 'no row of theirs'}${r.unknown ? `; ${r.unknown.toLocaleString('en-US')} stand under a name that is no State known here` : ''}${r.cites ? `  [${citedInWords(r.cites)}]` : ''}`
    }`,
}
interface StateSet {
  readonly name: string
  readonly states: readonly string[]
  readonly says?: string
}
const setOf = async (db: Sql, { on, options }: Asked): Promise<StateSet | undefined> => {
  const { states, commitment } = options
  if (states !== undefined) {
    const codes = [
      ...new Set(
        states
          .toUpperCase()
          .split(',')
          .map(s => s.trim())
          .filter(Boolean),
      ),
    ].sort()
    const odd = codes.filter(c => !/^[A-Z]{3}$/.test(c))
    const named: StateSet = { name: codes.join(', '), states: codes.slice(0, NAMED) }
    return odd.length ? { ...named, says: `no codes of States (ISO 3166-1 alpha-3, such as GBR): ${odd.join(', ')}` } : named
  }
  if (commitment === undefined) return undefined
  const signed = (await told(db, { types: ['CommitmentSigned', 'CommitmentWithdrawn'], chapters: ['reform'], on })) ?? []
  const gone = new Set(
    signed.filter(t => t.face.type === 'CommitmentWithdrawn').map(t => `${t.face.subject}|${String(t.face.is['state'])}`),
  )
  const theirs = signed.filter(
    t =>
      t.face.type === 'CommitmentSigned' &&
      t.face.is['commitment'] === commitment &&
      !gone.has(`${t.face.subject}|${String(t.face.is['state'])}`),
  )
  const named = [...new Set(theirs.map(t => String(t.face.is['state'])))].sort()
  return named.length
    ? { name: commitment, states: named }
    : { name: commitment, states: [], says: `no State is named on this record as having committed to ${commitment} by that day` }
}
type OfMonth = Pick<ShareRow, 'month' | 'theirs' | 'persons' | 'all' | 'percent' | 'unknown'> & { readonly cites: Cites }
const sharesOf = (table: Sums, states: readonly string[]): readonly OfMonth[] =>
  [
    ...Map.groupBy(
      table.sums.filter(s => s.month),
      s => s.month!,
    ),
  ].map(([month, its]) => {
    const theirs = its
      .filter(s => s.state && states.includes(s.state) && (s.amount ?? 0) > 0)
      .map(s => ({ state: s.state!, persons: s.amount! }))
      .sort((a, b) => (a.state < b.state ? -1 : 1))
    const persons = theirs.reduce((n, t) => n + t.persons, 0)
    const total = its.reduce((n, s) => n + (s.amount ?? 0), 0)
    return {
      month,
      theirs,
      persons,
      all: total,
      percent: total ? Math.round((1000 * persons) / total) / 10 : null,
      unknown: its.reduce((n, s) => n + (s.state ? 0 : (s.amount ?? 0)), 0),
      cites: citesOf(
        table,
        its.reduce((n, s) => n + s.rows, 0),
      ),
    }
  })
