import { Failure } from '../kernel/database/failure.ts'
import { type Day, FOREVER } from '../kernel/day.ts'
import type { Draft, Ledger } from '../kernel/ledger/append.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import type { Law } from '../kernel/ledger/subject.ts'
import type { Door } from '../kernel/rules/face.ts'
import { lineAt, linesOf } from './bytes.ts'
import { type Problem, placeOf } from './complaint.ts'
import { readJson } from './json.ts'
import { type Read, readLine } from './line.ts'
import { hearing } from './not-lines.ts'
import { opens } from './openness.ts'
import { type HeldOf, inOrder, nameOf } from './order.ts'
import { decideAll } from './register.ts'

export interface Report {
  readonly lines: number
  /** Lines that are new and may be written; `written` is the same, or nothing. */
  readonly good: number
  readonly bad: number
  readonly written: number
  readonly repeated: number
  /** The first thousand. */
  readonly problems: readonly Problem[]
  readonly notices: readonly string[]
  /** False: nothing of the file was kept. */
  readonly kept: boolean
}
export interface How {
  readonly today: Day
  readonly keepGood?: boolean
  readonly check?: boolean
  /** These lines are an office's own register: the command door, strict. */
  readonly office?: string
  /** `reading`: bytes; `writing`: entries. */
  readonly say?: (doing: 'reading' | 'writing', done: number, of: number) => void
  /** What a subject holds already. */
  readonly heldOf?: HeldOf
  /** Under which an office's register is judged. */
  readonly law?: () => Promise<Law>
}
/** More than this, and the file is no register any more but a mistake. */
const MOST_LINES = 5_000_000
const MOST_NAMED = 1_000

const NO_LAW: Law = { adopted: [], horizon: FOREVER }

/** The entry of a snapshot came; what it tells of did not. */
const ROWS_STAY = (lines: number): string =>
  `${lines} ${lines === 1 ? 'line tells' : 'lines tell'} of snapshots of published tables: their rows stay behind on the record that kept them. peaceops archive add brings a table itself.`

type Placed = Read & { readonly at: number }
interface Heap {
  readonly good: Placed[]
  readonly problems: Problem[]
  readonly notices: string[]
  readonly bad: Set<number>
  lines: number
}

/**
 * NDJSON into the ledger. Each bad line is named with its column, its reason and a remedy; nothing is written unless all is well, or `keepGood`.
 * Read again, nothing doubles. Memory: the good lines, for they are put in order before they are written; a line is bounded, and so are complaints.
 */
export const importFile = async (ledger: Ledger, path: string, how: How): Promise<Report> => {
  const heap = await readAll(path, how)
  const heldOf = how.heldOf ?? (() => Promise.resolve({ faces: [], names: new Map() }))
  let good: readonly Placed[] = how.office === undefined ? inOrder(heap.good) : heap.good
  const refused: (readonly [Placed, Pick<Refusal, 'code' | 'says' | 'field'>])[] = []
  for (let again = true; again; ) {
    const fell: (readonly [Placed, Pick<Refusal, 'code' | 'says' | 'field'>])[] = []
    const open = await opens(good, heldOf)
    for (const [read, says] of open) fell.push([read, { code: 'day-of-a-report', says, field: 'occurredOn' }])
    good = good.filter(g => !open.has(g))
    if (how.office !== undefined) {
      const onRecord = async (d: Draft): Promise<boolean> => (await ledger.import([d], { check: true })).repeated === 1
      const decided = await decideAll(good, how.today, heldOf, onRecord, (await how.law?.()) ?? NO_LAW)
      fell.push(...decided.refused)
      good = decided.good
    }
    if (how.keepGood && good.some(marks)) {
      const would = await ledger.import(
        good.map(g => g.draft),
        { keepGood: true, check: true },
      )
      const out = new Map(would.refused.flatMap(r => (marks(good[r.index]!) ? [[good[r.index]!, r.refusal] as const] : [])))
      fell.push(...out)
      good = good.filter(g => !out.has(g))
    }
    refused.push(...fell)
    again = how.keepGood === true && fell.some(([read]) => marks(read)) // a change that is not written hides nothing: who relied on it is judged again
  }
  const only = how.check || (!how.keepGood && (refused.length > 0 || heap.bad.size > 0))
  const answer = await ledger.import(
    good.map(g => g.draft),
    { keepGood: how.keepGood ?? false, check: only, say: (done, of) => how.say?.('writing', done, of) },
  )
  refused.push(...answer.refused.map(r => [good[r.index]!, r.refusal] as const))
  for (const [read] of refused) heap.bad.add(read.line)
  const named = refused.slice(0, MOST_NAMED - heap.problems.length)
  for (const [read, refusal] of named) heap.problems.push(await placed(path, read, refusal, heap.good))
  return {
    lines: heap.lines,
    good: answer.written,
    bad: heap.bad.size,
    written: answer.kept ? answer.written : 0,
    repeated: answer.repeated,
    problems: heap.problems.sort((a, b) => a.line - b.line || a.column - b.column),
    notices: heap.notices,
    kept: answer.kept,
  }
}

const marks = ({ draft: { type } }: Placed): boolean => type === 'MarkingChanged' || type === 'EntrySuperseded'

const readAll = async (path: string, how: How): Promise<Heap> => {
  const heap: Heap = { good: [], problems: [], notices: [], bad: new Set(), lines: 0 }
  const door: Door = how.office === undefined ? 'testimony' : 'command'
  const seen = new Map<string, number>()
  const ordinal = (digest: string): number => {
    const n = (seen.get(digest) ?? 0) + 1
    seen.set(digest, n)
    return n
  }
  const hears = hearing(path)
  for await (const { line, at, text, problem } of linesOf(path, (done, of) => how.say?.('reading', done, of))) {
    heap.lines = line
    if (line > MOST_LINES) throw new Failure(`${path} has more than ${MOST_LINES.toLocaleString('en')} lines.`, 'Split the file.')
    if (!problem && !text.trim()) continue
    if (!problem) hears.line(line, text)
    const read = problem
      ? [problem]
      : readLine(text, { line, today: how.today, door, ordinal, ...(how.office === undefined ? {} : { office: how.office }) })
    if ('draft' in read) {
      heap.good.push({ ...read, at })
      if (read.notice && heap.notices.length < MOST_NAMED) heap.notices.push(read.notice)
    } else {
      heap.bad.add(line)
      heap.problems.push(...read.slice(0, MOST_NAMED - heap.problems.length))
    }
  }
  hears.end()
  const told = heap.good.filter(g => g.draft.type === 'SnapshotAdded').length
  if (told) heap.notices.push(ROWS_STAY(told))
  return heap
}

/** A refusal of the ledger, with its place in the file: the line is read once more. */
const placed = async (
  path: string,
  read: Placed,
  r: Pick<Refusal, 'code' | 'says' | 'field'>,
  all: readonly Placed[],
): Promise<Problem> => {
  const field = r.field ?? ''
  const text = await lineAt(path, read.at)
  const json = text === undefined ? undefined : readJson(text)
  const column = json && 'places' in json ? placeOf(json.places, field) + 1 : 1
  const twins = r.code === 'same-id-other-content' ? all.filter(o => nameOf(o.draft) === nameOf(read.draft)).map(o => o.line) : []
  const says = twins.length > 1 ? `${r.says} Lines ${twins.slice(0, 5).join(' and ')} of this file bear this id.` : r.says
  return { line: read.line, column, field, says }
}
