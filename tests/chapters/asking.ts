import { expect } from 'vitest'
import type { Chapter, Question } from '../../src/kernel/chapter.ts'
import { day } from '../../src/kernel/day.ts'
import type { Answered, QuestionPage } from '../../src/paper/question-page.ts'
import { nameOf } from '../../src/record/names.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import type { freshRecord } from '../database.ts'

type Kept = Awaited<ReturnType<typeof freshRecord>>
export interface Asking {
  readonly on?: string
  readonly public?: boolean
  /** Nobody named a day: a door asks with today's. */
  readonly byDefault?: boolean
}
/** Asks a question of a chapter as the operator, or as the public. */
export const asker =
  (record: () => Kept, chapter: Chapter) =>
  <Row>(
    question: string,
    options: Readonly<Record<string, string>> = {},
    { on = '2026-11-24', byDefault = false, ...who }: Asking = {},
  ): Promise<readonly Row[]> =>
    record().read(who.public ? PUBLIC : OPERATOR, async db => {
      const asked = chapter.questions!.find(q => q.name === question)!
      const rows = await asked.rows(db, { on: day(on), byDefault, options })
      expect(uncovered(asked, rows), `${chapter.name} ${question}: fields that its table would lose`).toEqual([])
      return rows
    }) as Promise<readonly Row[]>
/** The fields of these rows that no column of the question's table holds. */
export const uncovered = ({ columns }: Question, rows: readonly object[]): readonly string[] => {
  const paths = Object.keys(columns)
  return [...new Set(rows.flatMap(row => leaves(row, '')))].filter(leaf => !paths.some(p => leaf === p || leaf.startsWith(`${p}.`)))
}
const leaves = (value: unknown, path: string): readonly string[] => {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(part => leaves(part, path))
  return typeof value === 'object' ? Object.entries(value).flatMap(([name, of]) => leaves(of, path ? `${path}.${name}` : name)) : [path]
}
/** The page of an answer, as text. */
export const drawn = async (
  page: QuestionPage,
  rows: readonly object[],
  options: Readonly<Record<string, string>>,
  { on = '2026-11-24', lang = 'en' }: { readonly on?: string; readonly lang?: Answered['lang'] } = {},
): Promise<string> =>
  String(
    await page.Content({
      lang,
      on: day(on),
      asked: { options },
      rows,
      nameOf: code => nameOf(code, lang),
      actOf: (_duty: string, act: string) => act,
      to: (href, query = {}) => {
        const all = new URLSearchParams(Object.entries({ ...query, 'as-of': on }).filter((e): e is [string, string] => e[1] !== undefined))
        return `${href}?${all}`
      },
    }),
  )
/** What a chapter says of its own, that is long enough to be no code: none of it may stand on a page in another language. */
export const spoken = (words: unknown): readonly string[] =>
  typeof words === 'string'
    ? words.length > 12
      ? [words]
      : []
    : typeof words === 'object' && words !== null
      ? Object.values(words).flatMap(spoken)
      : []
