import { citedInWords, datasets } from '../../../archive/index.ts'
import type { Asked } from '../../../kernel/chapter.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import type { None } from '../../../paper/proposal.ts'
import { MONTHS, TASKS, type TaskGiven } from './coded.ts'
import { LIST } from './listed.ts'
import { tasksIn } from './mandate.ts'
import { readingOf } from './reading.ts'
import { TEXTS } from './texts.ts'

// Tasks of which nobody has made an entry, as PEMA's coders read them in the texts: what they say was given, and neither in which order nor
// what became of it.

const rowOf = (mission: string, t: TaskGiven) => ({
  ...{ is: 'coded' as const, mission, symbol: t.symbol, paragraph: t.paragraph ?? (t.coded || null), task: `${t.says} ${t.way}` },
  /** The words of that paragraph; null: not found in the text, or no text to look in. */
  words: t.words,
  stands: 'coded by PEMA; its order, and what became of it, are not coded',
  odd: t.odd,
  cites: t.cites,
})
export type CodedTask = ReturnType<typeof rowOf>
/** The tables on which they rest. */
export const TABLES = [TASKS, MONTHS, TEXTS, LIST] as const

/** The coded tasks of one mission in force on the day; or where to look for them. */
export const codedTasks = async (db: Sql, asked: Asked): Promise<readonly (CodedTask | None)[]> => {
  if (asked.options['mission'] === undefined) {
    const [held] = await datasets(db, { dataset: TASKS })
    return held
      ? [{ is: 'none', says: `Tasks as coded by others are told of one mission at a time, such as --mission MINUSCA (${held.dataset}).` }]
      : []
  }
  const r = await readingOf(db, asked)
  if (typeof r === 'string') return [{ is: 'none', says: r }]
  const rows = tasksIn(r).map(t => rowOf(r.mission, t))
  return rows.length
    ? rows
    : [
        {
          is: 'none',
          says: `No task of ${r.symbol} is coded on this record: peaceops politics text ${r.symbol.split(' ')[0]} shows its words.`,
        },
      ]
}
export const codedInWords = ({ mission, symbol, paragraph, task, words, stands, odd, cites }: CodedTask): string =>
  [
    `${mission} · ${symbol}${paragraph ? `, ${paragraph}` : ''} · ${task} · ${stands}${words ? ` · “${words}”` : ''}  [${citedInWords(cites)}]`,
    ...odd.map(o => `  to look at: ${o}`),
  ].join('\n')
