import {
  type As,
  type AskedRow,
  type Cites,
  isNoAnswer,
  MISSIONS,
  missionNamed,
  type NoAnswer,
  PEMA_TASKS,
  paragraphsOf,
  rows,
} from '../../../archive/index.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { addDays, type Day, toIso } from '../../../kernel/day.ts'
import { isTask, taskOf, wayOf } from './tasks.ts'
import { above, numbersIn, type Part, symbolOf, type Text, within } from './texts.ts'

// What PEMA's coders read in the resolutions: which tasks, in which paragraphs. Each paragraph is looked up in the text itself, and where
// the two do not fit it is said. Nothing of theirs is corrected.

export const TASKS = 'pema-tasks'
export const MONTHS = 'pema-months'

/** One resolution on one mission, as coded; its day by its own text, where that is on this record. */
export interface Coded {
  readonly row: AskedRow
  readonly numbers: readonly number[]
  readonly symbol: string
  readonly adopted: Day | null
  /** As the table has it, where the text says another day. */
  readonly refuted: string | null
  readonly spelt: string | null
}
export const missionOf = (
  asked: string | undefined,
): { readonly code: string; readonly name: string; readonly says: string | null } | string => {
  if (asked === undefined) return 'Which mission? --mission MINUSCA names one.'
  const found = missionNamed(asked)
  if (found.is === 'unknown') return `${asked} is no mission that this version knows.`
  if (found.is === 'another')
    return `${asked}: ${found.kind}${found.of ? `, ${found.of.join(', ')}` : ''}. Name one mission of the United Nations.`
  return {
    code: found.code,
    name: MISSIONS.get(found.code)?.name ?? found.name,
    says: found.is === 'alias' ? `asked for as ${asked}: ${found.source}` : null,
  }
}
/** The coded resolutions of a mission; or why there are none: no such table is on this record, or none was published by then. */
export const codedOf = async (db: Sql, mission: string, as: As): Promise<readonly AskedRow[] | NoAnswer> => {
  const found = await rows(db, TASKS, { ...as, filters: { mission } })
  return isNoAnswer(found) ? found : found.rows
}
export const dated = (all: readonly AskedRow[], texts: ReadonlyMap<number, Text>): readonly Coded[] =>
  all
    .map((row): Coded => {
      const cell = row.cells['Signature'] ?? '',
        numbers = numbersIn(cell),
        own = numbers.map(n => texts.get(n)?.adopted).find(d => d !== undefined && d !== null) ?? null
      return {
        row,
        numbers,
        symbol: numbers.map(symbolOf).join(' and ') || cell.trim(),
        adopted: own ?? row.from,
        refuted: own !== null && row.from !== null && own !== row.from ? `${row.cells['Date2']?.trim()} (${toIso(row.from)})` : null,
        spelt: cell === symbolOf(numbers[0] ?? 0) ? null : JSON.stringify(cell),
      }
    })
    .sort((a, b) => (a.adopted ?? 0) - (b.adopted ?? 0) || (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0))

/** The month of the table in which the day lies, or the one before where the mandate of that month came later than the day. */
export const monthOf = async (db: Sql, mission: string, on: Day, number: number | undefined, as: As): Promise<AskedRow | string> => {
  const found = await rows(db, MONTHS, { ...as, filters: { mission, from: addDays(on, -62), to: on } })
  if (isNoAnswer(found)) return found.says
  const month = toIso(on).slice(0, 7)
  const now = found.rows.filter(r => r.from !== null && toIso(r.from).slice(0, 7) === month)
  if (!now.length) return `The table of months has no ${month} of ${mission}: which tasks were in force is not on this record.`
  const of = (r: AskedRow): boolean => number !== undefined && numbersIn(r.cells['signature'] ?? '').includes(number)
  return now.find(of) ?? found.rows.findLast(of) ?? now[0]!
}

export interface TaskGiven {
  readonly is: 'task'
  readonly task: string
  readonly says: string
  readonly way: string
  /** The resolution that gives it: the one in force, or one before, whose task goes on. */
  readonly symbol: string
  /** As the coders wrote it. */
  readonly coded: string
  /** As the text numbers it; null: not found there. */
  readonly paragraph: string | null
  readonly words: string | null
  /** Whether a word of such a task stands there: in the paragraph, above it, nowhere; null: no text to look in. */
  readonly holds: 'in it' | 'above it' | 'no word' | null
  readonly odd: readonly string[]
  readonly cites: Cites
  /** The text itself, as its head names it, and where the paragraph stands there. */
  readonly in: string | null
  readonly text: Cites | null
}
/** The tasks in force by the table of months, each with the paragraphs of the latest resolution that gives it. `asOf`: of when the texts are asked. */
export const tasksOf = (
  month: AskedRow | undefined,
  before: readonly Coded[],
  { texts, asOf }: { readonly texts: ReadonlyMap<number, Text>; readonly asOf: string },
): readonly TaskGiven[] => {
  const now = before.at(-1)
  return [...PEMA_TASKS, { task: 'UseOfForce', way: 'Security', column: 'UseOfForce_Security' }].flatMap(
    ({ task, way, column }): TaskGiven[] => {
      const flag = month?.cells[task === 'UseOfForce' ? 'useofforce_V3' : `${column.toLowerCase()}_V3`]?.trim()
      const own = now?.row.cells[column]?.trim()
      if (flag !== '1' && !own) return []
      const giver = giving(before, column)
      const about = { is: 'task', task, says: taskOf(task).says, way: wayOf(way) } as const
      if (!giver)
        return [
          {
            ...{ ...about, symbol: now?.symbol ?? '', coded: '', paragraph: null, words: null, holds: null, in: null, text: null },
            odd: ['counted in force by the table of months; no resolution of this mission names a paragraph for it'],
            cites: month!.cites,
          },
        ]
      const also = month && flag !== '1' ? ['the table of months does not count it'] : []
      return paragraphsOf(giver.row.cells[column] ?? '').map(p => {
        const found = lookedUp(task, p, giver, texts, asOf)
        return { ...about, symbol: giver.symbol, coded: p.text, ...found, odd: [...also, ...found.odd], cites: giver.row.cites }
      })
    },
  )
}
/** The latest that names a paragraph; what stands before a mandate that was drawn up anew does not go on. */
const giving = (before: readonly Coded[], column: string): Coded | undefined => {
  for (const c of before.toReversed()) {
    if (c.row.cells[column]?.trim()) return c
    if (c.row.cells['Mandate_CompleteAdjustment']?.trim() === '1') return undefined
  }
  return undefined
}
type LookedUp = Pick<TaskGiven, 'paragraph' | 'words' | 'holds' | 'odd' | 'in' | 'text'>
const NOT_THERE = { paragraph: null, words: null, holds: null, in: null, text: null } as const
const lookedUp = (
  task: string,
  p: { readonly paragraph?: string; readonly text: string },
  giver: Coded,
  texts: ReadonlyMap<number, Text>,
  asOf: string,
): LookedUp => {
  const there = giver.numbers.flatMap(n => texts.get(n) ?? [])
  if (!there.length) return { ...NOT_THERE, odd: [`the text of ${giver.symbol} is not on this record${asOf}`] }
  if (p.paragraph === undefined) return { ...NOT_THERE, odd: ['as coded, this is no number of a paragraph'] }
  for (const text of there) {
    const its = within(text, p.paragraph)
    if (its.length) return judged(task, text, p.paragraph, its, [])
  }
  for (const text of there)
    for (let up = p.paragraph; up.includes(' '); ) {
      up = up.slice(0, up.lastIndexOf(' '))
      const its = within(text, up)
      if (its.length)
        return judged(task, text, up, its, [`${text.symbol} has no ${p.paragraph} on this record: these are the words of ${up}`])
    }
  const last = Math.max(
    ...there.flatMap(t => t.paragraphs.filter(x => x.part === 'operative').map(x => Number.parseInt(x.paragraph, 10) || 0)),
  )
  return {
    ...NOT_THERE,
    odd: [
      `${there.map(t => t.symbol).join(' and ')} ${last ? `is numbered to ${last}` : 'bears no numbers'}: ${p.paragraph} is not in it, and may be a paragraph of a report that it endorses`,
    ],
  }
}
const judged = (task: string, text: Text, paragraph: string, its: readonly Part[], odd: readonly string[]): LookedUp => {
  const own = its[0]!.paragraph === paragraph ? its[0]! : undefined
  const { words } = taskOf(task)
  const up = above(text, paragraph).toReversed()
  const higher = up.find(p => words.test(p.text))
  const holds = its.some(p => words.test(p.text)) ? 'in it' : higher ? 'above it' : 'no word'
  const said = !isTask(task)
    ? ['this version knows no words of this task']
    : holds === 'above it'
      ? [`its words stand above it, in ${higher!.paragraph}: “${shortened(higher!.text)}”`]
      : holds === 'no word'
        ? ['no word of this task stands in the paragraph, nor above it: to be looked at']
        : []
  return {
    paragraph,
    words: (own ?? its[0]!).text,
    holds: isTask(task) ? holds : null,
    odd: [...odd, ...said],
    in: text.symbol,
    text: (own ?? its[0]!).cites,
  }
}
export const shortened = (words: string, most = 160): string =>
  words.length <= most ? words : `${words.slice(0, words.lastIndexOf(' ', most))} …`
