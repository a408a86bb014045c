import type pg from 'pg'
import { loadSubjects, type Subject } from './load.ts'
import { derive, groundRow, holderRow, type Law, spanRow } from './subject.ts'

type Db = Pick<pg.Pool, 'query'>
type Rows = Map<string, string>

/** One row that the tables hold and the faces do not give, or the other way round. */
export interface Difference {
  readonly table: 'obligation' | 'holder' | 'ground' | 'entry'
  readonly subject: string
  readonly stored?: string
  readonly derived?: string
}
export interface Rebuilt {
  readonly entries: number
  readonly subjects: number
  readonly differences: readonly Difference[]
  /** Milliseconds spent reading, and deriving. */
  readonly reading: number
  readonly deriving: number
}
interface How {
  readonly ledger?: number
  /** Only look: write nothing. */
  readonly check?: boolean
  readonly say?: (done: number, of: number) => void
}
const AT_ONCE = 500
const NAMED = 1_000

/** Derives every subject from its faces alone and compares with the tables, row by row; unless only checking, puts right what differs. Memory: one page of subjects. */
export const rebuild = async (db: Db, law: Law, { ledger = 1, check = false, say }: How = {}): Promise<Rebuilt> => {
  const { rows: all } = await db.query('select size from ledger where ledger = $1', [ledger])
  const of = Number(all[0].size)
  const differences: Difference[] = []
  let [entries, subjects, reading, deriving, last] = [0, 0, 0, 0, '']
  for (;;) {
    const t0 = performance.now()
    const { rows } = await db.query<{ subject: string }>(
      'select subject from entry where ledger = $1 and nth = 1 and subject > $2 order by subject limit $3',
      [ledger, last, AT_ONCE],
    )
    if (!rows.length) break
    const names = rows.map(r => r.subject)
    last = names.at(-1)!
    const page = await loadSubjects(db, ledger, names)
    const stored = await storedRows(db, ledger, names)
    const t1 = performance.now()
    for (const [name, subject] of page) {
      const wanted = wantedRows(law, name, subject)
      const differ = compare(name, stored.get(name) ?? new Map(), wanted)
      for (const d of differ) if (differences.length < NAMED) differences.push(d)
      if (differ.length && !check) await replace(db, ledger, name, subject, law)
      entries += subject.faces.length
    }
    subjects += page.size
    reading += t1 - t0
    deriving += performance.now() - t1
    say?.(entries, of)
  }
  for (const d of await orphans(db, ledger, check)) differences.push(d)
  return { entries, subjects, differences, reading, deriving }
}

const SPAN = [
  'key',
  'since',
  'until',
  'subject',
  'duty',
  'debtor',
  'rank',
  'stands',
  'disputed',
  'binding',
  'door',
  'begins',
  'start',
  'due',
  'adopted',
  'marking',
  'mission',
  'state',
  'detail',
  'grounds',
]
const HOLDER = ['subject', 'since', 'until', 'office', 'grounds', 'marking', 'mission', 'state']
const GROUND = ['finding', 'about', 'subject', 'by', 'since', 'until', 'grounds', 'marking', 'mission', 'state']
const line = (columns: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(columns.map(c => row[c] ?? null))

const wantedRows = (law: Law, name: string, s: Subject): Rows => {
  const d = derive(law, s.faces)
  return new Map([
    ...d.spans.map(o => [`obligation ${line(SPAN, spanRow(law, o, s.marking, s.whose))}`, name] as const),
    ...d.holders.map(h => [`holder ${line(HOLDER, holderRow(h, s.marking, s.whose))}`, name] as const),
    ...d.grounds.map(g => [`ground ${line(GROUND, groundRow(g, name, s.marking, s.whose))}`, name] as const),
    [`entry ${s.marking}`, name],
  ])
}
const storedRows = async (db: Db, ledger: number, names: readonly string[]): Promise<Map<string, Rows>> => {
  const found = new Map<string, Rows>(names.map(n => [n, new Map()]))
  const put = (subject: string, text: string): unknown => found.get(subject)?.set(text, subject)
  const ask = (sql: string) => db.query(sql, [ledger, names])
  for (const r of (await ask('select * from obligation where ledger = $1 and subject = any ($2)')).rows)
    put(r.subject, `obligation ${line(SPAN, { ...r, adopted: Number(r.adopted) })}`)
  for (const r of (await ask('select * from holder where ledger = $1 and subject = any ($2)')).rows)
    put(r.subject, `holder ${line(HOLDER, r)}`)
  for (const r of (await ask('select * from ground where ledger = $1 and subject = any ($2)')).rows)
    put(r.subject, `ground ${line(GROUND, r)}`)
  for (const r of (await ask('select distinct subject, marking from entry where ledger = $1 and subject = any ($2)')).rows)
    put(r.subject, `entry ${r.marking}`)
  for (const r of (await ask(BODIES)).rows) put(r.subject, `entry body of ${r.seq} is marked ${r.marking}, and says ${r.says}`)
  return found
}
/** Bodies that are shown to more readers, or to fewer, than they and their subject say. */
const BODIES = `select * from (select e.subject, b.seq, b.marking, greatest(e.marking, coalesce((b.json::json->>'marking')::smallint, 3)) as says
  from entry e join body b using (ledger, seq) where e.ledger = $1 and e.subject = any ($2)) x where marking <> says order by seq`
const compare = (subject: string, stored: Rows, wanted: Rows): Difference[] => {
  const split = (text: string) => ({
    table: text.slice(0, text.indexOf(' ')) as Difference['table'],
    rest: text.slice(text.indexOf(' ') + 1),
  })
  return [
    ...[...stored.keys()].filter(k => !wanted.has(k)).map(k => ({ table: split(k).table, subject, stored: split(k).rest })),
    ...[...wanted.keys()].filter(k => !stored.has(k)).map(k => ({ table: split(k).table, subject, derived: split(k).rest })),
  ]
}
const replace = async (db: Db, ledger: number, name: string, s: Subject, law: Law): Promise<void> => {
  const d = derive(law, s.faces)
  await db.query('delete from obligation where ledger = $1 and subject = $2', [ledger, name])
  const derived = {
    spans: d.spans.map(o => spanRow(law, o, s.marking, s.whose)),
    holders: d.holders.map(h => holderRow(h, s.marking, s.whose)),
    groundings: d.grounds.map(g => groundRow(g, name, s.marking, s.whose)),
    unheld: [{ subject: name }],
    ungrounded: [{ subject: name }],
    marked: [{ subject: name, marking: s.marking }],
  }
  await db.query('select write_derived($1, $2)', [ledger, JSON.stringify(derived)])
}
/** Rows of subjects that have no entry at all: somebody wrote them past us. */
const orphans = async (db: Db, ledger: number, check: boolean): Promise<Difference[]> => {
  const found: Difference[] = []
  for (const table of ['obligation', 'holder', 'ground'] as const) {
    const without = `from ${table} t where t.ledger = $1 and not exists (select from entry e where e.ledger = t.ledger and e.subject = t.subject)`
    const { rows } = await db.query<{ subject: string }>(`select distinct t.subject ${without} limit ${NAMED}`, [ledger])
    for (const { subject } of rows) found.push({ table, subject, stored: 'rows of a subject that has no entry' })
    if (rows.length && !check) await db.query(`delete ${without}`, [ledger])
  }
  return found
}
