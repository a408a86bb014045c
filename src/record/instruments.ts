import { readFileSync } from 'node:fs'
import { CompiledQuery } from 'kysely'
import type { Reader } from '../kernel/access/reader.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import { edtfOf, type Source } from '../kernel/ledger/entry.ts'
import { bornOn, type Told, toldOf } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Binding, Cite, Duty, Finding, Rulebook, Standing, Unit } from '../kernel/rules/rulebook.ts'
import { messagesFor } from '../paper/messages.ts'
import { board, counts } from './board.ts'
import { type BoardRow, boardRows } from './board-row.ts'
import { caseOf } from './case.ts'
import { findingsOn } from './findings.ts'
import { lawOf } from './law.ts'
import { DATA } from './names.ts'
import { inOrder, type Owed, placeOf } from './owed.ts'

// Texts that oblige or promise: what each asks, of whom, how sure we are of its words, what of it we have not read, and what became of it.
// They are a compilation of ours (data/instruments.json), not facts of the ledger; a duty stays bound by its own `cites`, which the book hashes.

export type Kind = 'resolution' | 'memorandum' | 'report' | 'policy' | 'agreement' | 'pledge' | 'principles' | 'notice' | 'none'
/** Of whom a paragraph asks: the United Nations stand first, then other organisations, then States. */
export type Side = 'un' | 'other' | 'state'
export interface Asked {
  /** The paragraph as the text numbers it; absent: its number was not read, or there is none. */
  readonly at?: string
  readonly of: string
  readonly side: Side
  readonly asks: string
  /** `every`: the period of what comes back. */
  readonly limit?: { readonly n: number; readonly unit: Unit | 'per cent'; readonly standing: Standing; readonly every?: true }
  /** Through whom we know it: said before the sentence wherever the text itself was not read. */
  readonly as?: string
  readonly quote?: string
  readonly quoteLang?: string
  readonly binding: Binding
  readonly standing: Standing
  readonly source: { readonly title: string; readonly url?: string }
  readonly rules: readonly string[]
}
interface Typed {
  readonly name: string
  readonly symbol?: string
  readonly kind: Kind
  /** Not one text: each that an entry names. */
  readonly each?: true
  readonly binds: string
  readonly standing: Standing
  readonly notRead: string
  /** How the chapters' duties call it. */
  readonly names: readonly string[]
  readonly paragraphs: readonly Asked[]
}
export interface Paragraph extends Asked {
  /** Under which duties and findings of the book it is kept here. */
  readonly duties: readonly Duty[]
  readonly findings: readonly Finding[]
}
export interface Instrument extends Omit<Typed, 'paragraphs'> {
  readonly code: string
  readonly paragraphs: readonly Paragraph[]
  /** All that cite it, also those that cite no paragraph that is typed here. */
  readonly duties: readonly Duty[]
  readonly findings: readonly Finding[]
}
export const TYPED: Readonly<Record<string, Typed>> = JSON.parse(readFileSync(new URL('instruments.json', DATA), 'utf8'))
/** The text that somebody means by its code, or by its symbol: s/res/2719 is S-RES-2719. */
export const codeMeant = (text: string): string | undefined => {
  const wanted = text.trim().replaceAll('/', '-').toLowerCase()
  return Object.keys(TYPED).find(code => code.toLowerCase() === wanted)
}

const byName = new Map(Object.entries(TYPED).flatMap(([code, i]) => i.names.map(n => [n, code] as const)))
const byRule = new Map(Object.entries(TYPED).flatMap(([code, i]) => i.paragraphs.flatMap(p => p.rules.map(r => [r, code] as const))))
/** Which text a cite means: by the name that it uses, else by its rule. `undefined`: none that is typed here, as in a book of somebody's own. */
export const citedCode = (cite: Cite): string | undefined =>
  byName.get(cite.instrument) ?? (cite.rule === undefined ? undefined : byRule.get(cite.rule))
/** Which of its paragraphs: by the rule, else by the number; a text of one paragraph leaves no doubt. */
export const citedParagraph = <P extends Asked>(paragraphs: readonly P[], { rule, at }: Cite): P | undefined =>
  paragraphs.find(p => rule !== undefined && p.rules.includes(rule)) ??
  paragraphs.find(p => at !== undefined && p.at === at) ??
  (paragraphs.length === 1 ? paragraphs[0] : undefined)

const SIDES: readonly Side[] = ['un', 'other', 'state']

/** Every text, by kind and code, with what of the book rests on it. */
export const instruments = (book: Rulebook): readonly Instrument[] =>
  Object.entries(TYPED)
    .map(([code, typed]) => asInstrument(code, typed, book))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byText(a.code, b.code))
export const KINDS: readonly Kind[] = [
  'resolution',
  'memorandum',
  'agreement',
  'report',
  'policy',
  'notice',
  'pledge',
  'principles',
  'none',
]
/** One text by its code. `undefined`: there is none of that code. */
export const instrumentOf = (code: string, book: Rulebook): Instrument | undefined =>
  Object.hasOwn(TYPED, code) ? asInstrument(code, TYPED[code]!, book) : undefined

const asInstrument = (code: string, { paragraphs, ...typed }: Typed, book: Rulebook): Instrument => {
  const duties = book.duties.filter(d => citedCode(d.cites) === code),
    findings = book.findings.filter(f => citedCode(f.cites) === code)
  return {
    ...typed,
    code,
    duties,
    findings,
    paragraphs: paragraphs
      .map(p => ({
        ...p,
        duties: duties.filter(d => citedParagraph(paragraphs, d.cites) === p),
        findings: findings.filter(f => citedParagraph(paragraphs, f.cites) === p),
      }))
      .sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side)), // stable: within a side as the text has them
  }
}

// ---- what became of it -----------------------------------------------------------------------------------------------

export interface Became {
  /** How many obligations stand where, under the duties that cite it and on its own subjects; beyond a thousand nobody counts on: `1001`. */
  readonly counts: ReadonlyMap<State, number>
  /** Of these, what was merely asked for or assumed: nobody signed it, and a page does not call it late. */
  readonly softly: ReadonlyMap<State, number>
  /** The first of them, in the order of the board: the United Nations', then other organisations', then States'. */
  readonly owed: readonly Owed[]
  readonly more: boolean
  /** How many findings stand that rest on it, up to 51. Who is meant is said where both accounts stand, on the page of findings. */
  readonly findings: number
  /** What is told of the text itself, in the order of days. */
  readonly told: readonly Told[]
  /** Its own subject and its parts: `A-70-357`, `A-70-357.P1`. */
  readonly subjects: readonly string[]
}
export const NOTHING = messagesFor('en').nothing
const ROWS = 50
const PARTS = 100
const TOLD = 200

/**
 * What became of a text, as this reader may see it. Its obligations are found duty by duty along the index `by_duty`, and subject by subject
 * along `of_subject`; an entry that merely names its symbol is not looked for, since no index knows symbols.
 */
export const became = async (db: Sql, reader: Reader, code: string, on: Day, knownAt?: number): Promise<Became> => {
  const law = await lawOf(db, knownAt)
  // of any book ever adopted: an obligation keeps the book under which it arose
  const cited = new Map(law.adopted.flatMap(a => a.book.duties.filter(d => citedCode(d.cites) === code).map(d => [d.duty, d.binding])))
  const asked = { on, ...(knownAt === undefined ? {} : { knownAt }) }
  const tally = new Map<State, number>()
  const soft = new Map<State, number>()
  const add = (state: State, n: number, binding: Binding | undefined): void => {
    for (const into of binding === 'request' || binding === 'assumption' ? [tally, soft] : [tally])
      into.set(state, Math.min(1001, (into.get(state) ?? 0) + n))
  }
  const owed = new Map<string, Owed>()
  let more = false
  for (const [duty, binding] of cited) {
    const page = await board(db, reader, { ...asked, duty, limit: knownAt === undefined ? ROWS : 1001 })
    for (const o of page.rows) owed.set(o.span.key, o)
    more ||= page.next !== undefined
    if (knownAt !== undefined) for (const o of page.rows) add(o.span.state, 1, binding)
    else for (const [state, n] of await counts(db, reader, { on, duty })) add(state, n, binding)
  }
  let findings = 0
  for (const finding of new Set(law.adopted.flatMap(a => a.book.findings.filter(f => citedCode(f.cites) === code).map(f => f.finding)))) {
    const { found } = await findingsOn(db, { ...asked, finding, limit: ROWS + 1 })
    findings += found.length
  }
  const subjects = await itsSubjects(db, code)
  for (const subject of subjects) {
    const page = await board(db, reader, { ...asked, subject, limit: 1000 })
    for (const o of page.rows.filter(o => !cited.has(o.span.duty))) {
      owed.set(o.span.key, o)
      add(o.span.state, 1, o.binding)
    }
  }
  const rows = [...owed.values()].sort((a, b) => inOrder(placeOf(a), placeOf(b)))
  return {
    counts: tally,
    softly: soft,
    owed: rows.slice(0, ROWS),
    more: more || rows.length > ROWS,
    findings,
    told: (knownAt === undefined ? await toldOf(db, subjects, on) : await toldThen(db, subjects, on, knownAt)).slice(0, TOLD),
    subjects,
  }
}
/** The one sentence that may be shown of an entry; of a published figure, what was counted. */
export const saidOf = ({ says, face }: Told): string | undefined =>
  says ?? (face.type === 'FigureReported' ? `${face.is['label']}: ${face.is['count']}` : undefined)
export const isNothing = (b: Became): boolean => !b.owed.length && !b.told.length && !b.findings

/** Its own name, and those that begin with it and a full stop. Found along the index `cases`. */
const itsSubjects = async (db: Sql, code: string): Promise<readonly string[]> => {
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(
      `select subject from entry where ledger = 1 and marking between 0 and 3 and nth = 1
         and subject >= $1 and subject < $1 || '/' and (subject = $1 or subject >= $1 || '.') order by subject limit ${PARTS}`,
      [code],
    ),
  )
  return rows.map(r => r.subject)
}
/** As it was known: what a later correction took away stood then. */
const toldThen = async (db: Sql, subjects: readonly string[], on: Day, knownAt: number): Promise<readonly Told[]> => {
  const all: Told[] = []
  for (const subject of subjects)
    for (const { face, written, body, superseded } of (await caseOf(db, subject, on, knownAt))?.entries ?? []) {
      const says = body?.data['says']
      if (!superseded && face.type !== 'EntrySuperseded' && bornOn(face) <= on)
        all.push({ face, on: edtfOf(written), says: typeof says === 'string' ? says : null, source: body?.source ?? null, written, body })
    }
  return all.sort((a, b) => bornOn(a.face) - bornOn(b.face) || a.face.seq - b.face.seq)
}

// ---- as rows, for the command line and the API -------------------------------------------------------------------------

export interface InstrumentRow {
  readonly code: string
  readonly name: string
  readonly symbol: string | null
  readonly kind: Kind
  readonly each: boolean
  readonly binds: string
  readonly standing: Standing
  readonly notRead: string
  readonly paragraphs: number
  readonly duties: readonly string[]
  readonly findings: readonly string[]
}
export const instrumentRow = (i: Instrument): InstrumentRow => ({
  code: i.code,
  name: i.name,
  symbol: i.symbol ?? null,
  kind: i.kind,
  each: i.each === true,
  binds: i.binds,
  standing: i.standing,
  notRead: i.notRead,
  paragraphs: i.paragraphs.length,
  duties: i.duties.map(d => d.duty),
  findings: i.findings.map(f => f.finding),
})
/** One text whole: `instruments CODE --json`, and the same in the API. */
export const instrumentJson = async (db: Sql, i: Instrument, b: Became, on: Day) => ({
  ...instrumentRow(i),
  paragraphs: i.paragraphs.map(p => ({
    at: p.at ?? null,
    of: p.of,
    asks: p.asks,
    limit: p.limit ? { ...p.limit, every: p.limit.every === true } : null,
    as: p.as ?? null,
    quote: p.quote ?? null,
    binding: p.binding,
    standing: p.standing,
    source: p.source,
    rules: p.rules,
    duties: p.duties.map(d => d.duty),
    findings: p.findings.map(f => f.finding),
  })),
  became: {
    on: toIso(on),
    says: isNothing(b) ? NOTHING : null,
    counts: Object.fromEntries(b.counts),
    obligations: (await boardRows(db, b.owed, on)) as readonly BoardRow[],
    more: b.more,
    findings: b.findings,
    told: b.told.map(toldRow),
  },
})
const toldRow = (t: Told) => ({
  subject: t.face.subject,
  type: t.face.type,
  on: t.on,
  says: saidOf(t) ?? null,
  source: sourceRow(t.source),
})
const sourceRow = (s: Source | null) => s && { title: s.title, standing: s.standing, ...(s.url === undefined ? {} : { url: s.url }) }
