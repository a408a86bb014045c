import { open } from 'node:fs/promises'
import { type Day, LONG_AGO } from '../kernel/day.ts'
import type { Draft, Ledger } from '../kernel/ledger/append.ts'
import { LONGEST_SUBJECT } from '../kernel/ledger/entry.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import type { Door, Face } from '../kernel/rules/face.ts'
import { chapterOf } from './chapters.ts'
import { LONGEST_LINE, type Problem, type Read, readLine } from './line.ts'

export interface Report {
  readonly lines: number
  readonly written: number
  readonly repeated: number
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
  readonly say?: (doing: string, done: number, of: number) => void
  /** What a subject holds already, for the command door. */
  readonly facesOf?: (subject: string) => Promise<readonly Face[]>
}
/** More than this, and the file is no register any more but a mistake. */
const MOST_LINES = 5_000_000
const MOST_PROBLEMS = 1_000

/**
 * NDJSON into the ledger. Each bad line is named with its column, its reason and a remedy; nothing is written unless all is well, or `keepGood`.
 * Lines are put in the order of (subject, day, name) first, so that a shuffled file gives the same record; read again, nothing doubles.
 */
export const importFile = async (ledger: Ledger, path: string, how: How): Promise<Report> => {
  const good: Read[] = []
  const problems: Problem[] = []
  const notices: string[] = []
  const seen = new Map<string, number>()
  const ordinal = (digest: string): number => {
    const n = (seen.get(digest) ?? 0) + 1
    seen.set(digest, n)
    return n
  }
  const door: Door = how.office ? 'command' : 'testimony'
  let lines = 0
  for await (const { line, text, problem } of linesOf(path)) {
    lines = line
    if (lines > MOST_LINES) problems.push({ line, column: 1, field: '', says: `more than ${MOST_LINES} lines: split the file` })
    if (lines > MOST_LINES || problems.length >= MOST_PROBLEMS) break
    if (problem) problems.push(problem)
    else if (text.trim()) {
      const read = readLine(text, { line, today: how.today, door, ordinal, ...(how.office ? { office: how.office } : {}) })
      if ('draft' in read) {
        good.push(read)
        if (read.notice && notices.length < MOST_PROBLEMS) notices.push(read.notice)
      } else problems.push(...read)
    }
  }
  good.sort(inOrder(depths(good)))
  if (how.office) await decideAll(good, problems, how)
  if (problems.length && !how.keepGood) return { lines, written: 0, repeated: 0, problems: problems.sort(byPlace), notices, kept: false }
  const answer = await ledger.import(
    good.map(g => g.draft),
    { keepGood: how.keepGood ?? false, check: how.check ?? false, say: (done, of) => how.say?.('writing', done, of) },
  )
  for (const { index, refusal } of answer.refused) problems.push(problemOf(good[index]!, refusal))
  return { lines, written: answer.written, repeated: answer.repeated, problems: problems.sort(byPlace), notices, kept: answer.kept }
}
const problemOf = (read: Read, r: Refusal): Problem => ({ line: read.line, column: 1, field: r.field ?? '', says: r.says })
const byPlace = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column

/** (subject, day, name): ties within a day must be stable here, for on the ledger they are broken by position. Corrections follow what they correct. */
const inOrder =
  (depth: ReadonlyMap<string, number>) =>
  ({ draft: a }: Read, { draft: b }: Read): number =>
    order(a.subject, b.subject) ||
    (depth.get(nameOf(a)) ?? 0) - (depth.get(nameOf(b)) ?? 0) ||
    dayOf(a) - dayOf(b) ||
    order(nameOf(a), nameOf(b))
/** By name: 1 for what corrects an entry, 2 for what corrects a correction, and so on, whatever days they bear. */
const depths = (good: readonly Read[]): ReadonlyMap<string, number> => {
  const targets = new Map(good.flatMap(({ draft: d }) => (corrects(d) ? [[nameOf(d), String(d.is['entry'])] as const] : [])))
  const depth = (name: string): number => {
    let n = 0
    for (let at: string | undefined = name; at !== undefined && targets.has(at) && n <= LONGEST_SUBJECT; at = targets.get(at)) n++
    return n
  }
  return new Map([...targets.keys()].map(name => [name, depth(name)]))
}
const corrects = (d: Draft): boolean => d.type === 'EntrySuperseded'
const dayOf = (d: Draft): number => (d.occurredOn === LONG_AGO ? d.latest : d.occurredOn)
const nameOf = (d: Draft): string => d.body.origin?.id ?? ''
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The command door, line by line: each chapter refuses what cannot follow from the register as it then stands. */
const decideAll = async (good: Read[], problems: Problem[], how: How): Promise<void> => {
  const faces = new Map<string, readonly Face[]>()
  for (const [i, read] of good.entries()) {
    const { draft } = read
    const before = faces.get(draft.subject) ?? (await how.facesOf?.(draft.subject)) ?? []
    const refusal = chapterOf(draft.chapter)?.decide(before, draft, how.today)
    if (refusal) problems.push(problemOf(read, refusal))
    else
      faces.set(draft.subject, [
        ...before,
        {
          seq: Number.MAX_SAFE_INTEGER - good.length + i,
          id: `draft ${i}`,
          type: draft.type,
          subject: draft.subject,
          occurredOn: draft.occurredOn,
          latest: draft.latest,
          door: draft.door,
          is: draft.is,
        },
      ])
  }
}

// ---- bytes to lines: bounded, and never guessing an encoding ----------------------------------------------------------

interface TextLine {
  readonly line: number
  readonly text: string
  readonly problem?: Problem
}
async function* linesOf(path: string): AsyncGenerator<TextLine> {
  const file = await open(path)
  try {
    let rest: Buffer = Buffer.alloc(0)
    let line = 0
    let dropping = false
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
      rest = rest.length ? Buffer.concat([rest, chunk]) : chunk
      if (
        line === 0 &&
        !dropping &&
        rest.length >= 2 &&
        ((rest[0] === 0xff && rest[1] === 0xfe) || (rest[0] === 0xfe && rest[1] === 0xff))
      ) {
        yield { line: 1, text: '', problem: { line: 1, column: 1, field: '', says: 'the file is UTF-16: save it as UTF-8' } }
        return
      }
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        line++
        if (!dropping) yield decoded(line, rest.subarray(0, end))
        dropping = false
        rest = rest.subarray(end + 1)
      }
      if (rest.length > LONGEST_LINE) {
        if (!dropping) yield tooLong(line + 1)
        dropping = true
        rest = Buffer.alloc(0)
      }
    }
    if (rest.length && !dropping) yield decoded(line + 1, rest)
  } finally {
    await file.close()
  }
}
const tooLong = (line: number): TextLine => ({
  line,
  text: '',
  problem: {
    line,
    column: LONGEST_LINE,
    field: '',
    says: `the line is longer than ${LONGEST_LINE / 1024} KiB: keep the document beside the record, and its hash in the line`,
  },
})
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const decoded = (line: number, bytes: Buffer): TextLine => {
  if (bytes.length > LONGEST_LINE) return tooLong(line)
  const body = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  try {
    return { line, text: UTF8.decode(body.at(-1) === 13 ? body.subarray(0, -1) : body) }
  } catch {
    const at = firstBad(body)
    return {
      line,
      text: '',
      problem: {
        line,
        column: at + 1,
        field: '',
        says: `byte 0x${body[at]!.toString(16).toUpperCase().padStart(2, '0')} is not UTF-8: save the file as UTF-8`,
      },
    }
  }
}
const firstBad = (bytes: Buffer): number => {
  let [low, high] = [0, bytes.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (new TextDecoder('utf-8').decode(bytes.subarray(0, middle + 1), { stream: true }).includes('\ufffd')) high = middle
    else low = middle + 1
  }
  return low
}
