import type pg from 'pg'
import { type Day, day } from '../day.ts'
import { type Face, standing } from '../rules/face.ts'
import type { Adopted, Rulebook } from '../rules/rulebook.ts'
import { type Marking, readFace, type WrittenFace } from './entry.ts'
import { firstNamed, type Law, markingOf, NO_ROWS, type Rows, type Whose } from './subject.ts'

/** The two subjects of the kernel itself. */
export const RULEBOOK = 'RULEBOOK'
export const HORIZON = 'HORIZON'
/** Without an entry that moves it, duties that come back are reckoned up to here. */
const FIRST_HORIZON = day('2026-12-31')

/** One subject as the writer keeps it in mind: its faces, and the rows that were last derived from them (by whoever writes: a reader derives anew). */
export interface Subject {
  readonly faces: readonly Face[]
  readonly rows: Rows
  /** Names that its entries brought with them, to the ids that we gave. */
  readonly names: ReadonlyMap<string, string>
  /** Marking that the first entry wrote, and the one now in force. */
  readonly first: Marking
  readonly marking: Marking
  readonly whose: Whose
}
type Db = Pick<pg.Pool, 'query'>

export const loadSubjects = async (db: Db, ledger: number, names: readonly string[]): Promise<Map<string, Subject>> => {
  const { rows } = await db.query<{ seq: number; subject: string; face: string; id: string; origin_id: string | null }>(
    'select seq, subject, face, id, origin_id from entry where ledger = $1 and subject = any ($2) order by subject, nth',
    [ledger, names],
  )
  const found = new Map<string, Subject>()
  for (const [subject, its] of Map.groupBy(rows, r => r.subject)) found.set(subject, subjectOf(its))
  return found
}
export const subjectOf = (rows: readonly { seq: number; face: string; id: string; origin_id: string | null }[]): Subject => {
  const written = rows.map(r => JSON.parse(r.face) as WrittenFace)
  const faces = written.map((w, i) => readFace(Number(rows[i]!.seq), w))
  const first = written[0]!.marking
  return {
    faces,
    rows: NO_ROWS,
    names: new Map(rows.flatMap(r => (r.origin_id ? [[r.origin_id, r.id] as const] : []))),
    first,
    marking: markingOf(first, faces),
    whose: faces.reduce<Whose>(firstNamed, { mission: null, state: null }),
  }
}

/** The books and the horizon as the ledger holds them. `upTo`: as they were known at that position. */
export const loadLaw = async (db: Db, ledger: number, upTo = Number.MAX_SAFE_INTEGER): Promise<Law> => {
  const { rows } = await db.query<{ seq: number; subject: string; face: string; json: string }>(
    `select e.seq, e.subject, e.face, b.json from entry e join body b using (ledger, seq)
     where e.ledger = $1 and e.subject in ('${RULEBOOK}', '${HORIZON}') and e.seq <= $2 order by e.seq`,
    [ledger, upTo],
  )
  const bodies = new Map(rows.map(r => [Number(r.seq), r.json]))
  const faces = (subject: string): Face[] =>
    standing(rows.filter(r => r.subject === subject).map(r => readFace(Number(r.seq), JSON.parse(r.face))))
  const adopted = faces(RULEBOOK)
    .filter(f => f.type === 'RulebookAdopted')
    .map((f): Adopted => ({ seq: f.seq, from: f.is['from'] as Day, book: JSON.parse(bodies.get(f.seq)!).data.book as Rulebook }))
  const horizon = faces(HORIZON)
    .filter(f => f.type === 'HorizonMoved')
    .reduce<Day>((d, f) => (Number(f.is['until']) > d ? (f.is['until'] as Day) : d), FIRST_HORIZON)
  return { adopted, horizon }
}
