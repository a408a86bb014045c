import type { Chapter } from '../../src/kernel/chapter.ts'
import { day } from '../../src/kernel/day.ts'
import type { Answered, QuestionPage } from '../../src/paper/question-page.ts'
import { nameOf } from '../../src/record/names.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import type { freshRecord } from '../database.ts'

type Kept = Awaited<ReturnType<typeof freshRecord>>
export interface Asking {
  readonly on?: string
  readonly public?: boolean
}
/** Asks a question of a chapter as the operator, or as the public. */
export const asker =
  (record: () => Kept, chapter: Chapter) =>
  <Row>(
    question: string,
    options: Readonly<Record<string, string>> = {},
    { on = '2026-11-24', ...who }: Asking = {},
  ): Promise<readonly Row[]> =>
    record().read(who.public ? PUBLIC : OPERATOR, db =>
      chapter.questions!.find(q => q.name === question)!.rows(db, { on: day(on), options }),
    ) as Promise<readonly Row[]>
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
      to: (href, query = {}) => {
        const all = new URLSearchParams(Object.entries({ ...query, 'as-of': on }).filter((e): e is [string, string] => e[1] !== undefined))
        return `${href}?${all}`
      },
    }),
  )
