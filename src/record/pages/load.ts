import { PUBLIC } from '../../kernel/access/reader.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import type { State } from '../../kernel/rules/clock.ts'
import { asOf } from '../../kernel/rules/derive.ts'
import { type Binding, inForce } from '../../kernel/rules/rulebook.ts'
import { board, counts, type Query } from '../board.ts'
import { type Case, caseOf, type Shown } from '../case.ts'
import { CHAPTERS } from '../chapters.ts'
import { type Found, findingRows, findingsOn, notesOf } from '../findings.ts'
import { lawOf } from '../law.ts'
import { type Owed, owedOf, type Place } from '../owed.ts'
import { bookInForce, hashOf } from '../rulebook.ts'
import { filtersOnRecord } from '../states.ts'
import { fallsDueNext, kept, owedByTheUn, stripsOf, withoutAnswer } from '../today.ts'
import type { BoardView } from './board-page.tsx'
import type { CaseView } from './case-page.tsx'
import { ofTheCase } from './chapters.ts'
import type { Then } from './decisions.tsx'
import { facesBehind } from './drawing.ts'
import type { Grounded } from './finding.tsx'
import type { FindingsView } from './findings-page.tsx'
import type { RulebookView } from './rulebook-page.tsx'
import type { Today } from './today-page.tsx'
import { type View, visible, when } from './view.ts'

// What each page needs, asked as the public. A page that is not there is `undefined`, whatever the reason.

export const loadToday = async (db: Sql, v: View): Promise<Today> => {
  const q = when(v),
    duties = bookInForce(await lawOf(db, v.knownAt))?.duties ?? []
  const due = await fallsDueNext(db, q, 10),
    un = await owedByTheUn(db, q, 10),
    silent = await withoutAnswer(db, q, 10),
    done = await kept(
      db,
      q,
      duties.map(d => d.duty),
    )
  const faces = await facesBehind(db, [...due, ...un.rows, ...silent.rows, ...[...done.values()].flat()])
  return { due, un, silent, kept: done, duties, faces }
}

export const loadBoard = async (
  db: Sql,
  v: View,
  filters: Pick<Query, 'state' | 'mission' | 'debtor' | 'duty' | 'binding' | 'stands'>,
  page: {
    readonly asked: BoardView['asked']
    readonly place: Place | undefined
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<Omit<BoardView, 'next'> & { readonly last: Place | undefined }> => {
  const { rows, next } = await board(db, PUBLIC, {
    ...when(v),
    ...filters,
    limit: page.limit,
    ...(page.place ? { after: page.place } : {}),
  })
  const { stands: _, ...whole } = filters,
    counted = v.knownAt === undefined ? await counts(db, PUBLIC, { on: v.on, ...whole }) : undefined
  return {
    asked: page.asked,
    rows,
    faces: await facesBehind(db, rows),
    counts: counted,
    softly: counted && (await softly(db, v, whole, counted)),
    after: page.after,
    last: next,
    limit: page.limit,
    ...(await filtersOnRecord(db, v.on)),
    duties: bookInForce(await lawOf(db, v.knownAt))?.duties ?? [],
  }
}

const SOFT: readonly Binding[] = ['request', 'assumption']
/** How much of what is past its day was merely asked for, or assumed by us. */
const softly = async (
  db: Sql,
  v: View,
  whole: Parameters<typeof loadBoard>[2],
  counted: ReadonlyMap<State, number>,
): Promise<ReadonlyMap<State, number>> => {
  const late = (['met late', 'overdue'] as const).filter(s => counted.get(s)),
    found = new Map<State, number>()
  if (!late.length) return found
  for (const binding of SOFT.filter(b => whole.binding === undefined || whole.binding === b)) {
    const of = await counts(db, PUBLIC, { on: v.on, ...whole, binding })
    for (const s of late) found.set(s, (found.get(s) ?? 0) + (of.get(s) ?? 0))
  }
  return found
}

/** What stands of a case and has happened by the day; and what a later entry says never was. */
export const standingIn = (
  found: Case,
  v: Pick<View, 'on'>,
): { readonly entries: readonly Shown[]; readonly corrected: readonly Shown[] } => {
  const seen = visible(found.entries, v.on).filter(e => e.face.type !== 'EntrySuperseded' && e.face.type !== 'MarkingChanged')
  return { entries: seen.filter(e => !e.superseded), corrected: seen.filter(e => e.superseded) }
}
export const loadCase = async (db: Sql, v: View, subject: string): Promise<CaseView | undefined> => {
  const found = await caseOf(db, subject, v.on, v.knownAt)
  if (!found || subject === 'RULEBOOK' || subject === 'HORIZON') return undefined
  const { entries, corrected } = standingIn(found, v)
  if (!entries.length && !corrected.length) return { found, entries, corrected, doubts: [], findings: [], decisions: [] }
  const mission = ofTheCase(entries).find(e => e.face.is['mission'] !== undefined)?.face.is['mission']
  const about = mission === undefined ? [] : (await findingsOn(db, { ...when(v), mission: String(mission), limit: 500 })).found
  return {
    found,
    entries,
    corrected,
    doubts: CHAPTERS.flatMap(c => c.doubts(entries.map(e => e.face))),
    findings: await grounded(
      db,
      v,
      about.filter(f => f.subjects.includes(subject)),
      [found],
    ),
    decisions: await decisions(db, v, found, entries),
  }
}
const decisions = async (db: Sql, v: View, found: Case, entries: readonly Shown[]): Promise<Then[]> => {
  const all: Then[] = []
  for (const entry of entries) {
    const position = Number(entry.face.is['position'])
    if (entry.face.type !== 'DecisionTaken' || !Number.isSafeInteger(position)) continue
    const upTo = v.knownAt === undefined ? position : Math.min(position, v.knownAt),
      on = entry.face.latest
    const before = await caseOf(db, found.subject, on, upTo)
    const now = asOf(found.spans, on).map(span => ownOf(found, span))
    all.push({ entry, position, known: before?.owed ?? [], now })
  }
  return all
}
const ownOf = (found: Case, span: Owed['span']): Owed => owedOf(found.law, span, { mission: null, state: null, holder: null })

/** Findings with the statements and the obligations on which they rest. */
export const grounded = async (db: Sql, v: View, found: readonly Found[], known: readonly Case[] = []): Promise<Grounded[]> => {
  const cases = new Map(known.map(c => [c.subject, c]))
  const all: Grounded[] = [],
    notes = await notesOf(db, found, v.knownAt)
  for (const [i, f] of found.entries()) {
    const statements: Shown[] = [],
      obligations: Owed[] = []
    for (const subject of f.subjects.slice(0, 50)) {
      const c = cases.get(subject) ?? (await caseOf(db, subject, v.on, v.knownAt))
      if (!c) continue
      cases.set(subject, c)
      statements.push(...visible(c.entries, v.on).filter(e => f.by.includes(e.face.id)))
      obligations.push(...c.owed.filter(o => f.by.includes(o.span.key)))
    }
    all.push({ found: f, statements, obligations, notes: notes[i]! })
  }
  return all
}
export const loadFindings = async (
  db: Sql,
  v: View,
  asked: FindingsView['asked'],
  after: readonly [string, string] | undefined,
): Promise<{ readonly findings: FindingsView['findings']; readonly last: readonly [string, string] | undefined }> => {
  const { found, next } = await findingsOn(db, {
    ...when(v),
    limit: 20,
    ...(asked.state ? { state: asked.state } : {}),
    ...(asked.mission ? { mission: asked.mission } : {}),
    ...(after ? { after } : {}),
  })
  const rows = await findingRows(db, found, v.knownAt)
  const findings = []
  for (const [i, g] of (await grounded(db, v, found)).entries()) {
    const entries: Shown[] = []
    for (const subject of g.found.subjects.slice(0, 50)) {
      const c = await caseOf(db, subject, v.on, v.knownAt)
      if (c)
        entries.push(...standingIn(c, v).entries.filter(e => e.face.is['state'] === undefined || e.face.is['state'] === g.found.debtor))
    }
    findings.push({ ...g, entries, digest: rows[i]!.digest })
  }
  return { findings, last: next }
}

export const loadRulebook = async (db: Sql, v: View): Promise<RulebookView | undefined> => {
  const law = await lawOf(db, v.knownAt),
    book = inForce(law.adopted, v.on)?.book
  if (!book) return undefined
  const strips = await stripsOf(
    db,
    when(v),
    book.duties.map(d => d.duty),
  )
  return {
    book,
    hash: hashOf(book),
    adopted: law.adopted.filter(a => a.from <= v.on).map(a => ({ from: a.from, hash: hashOf(a.book) })),
    law,
    strips,
    faces: await facesBehind(db, [...strips.values()].flat()),
  }
}
