import { type As, type AskedRow, type Ending, isNoAnswer, mandateEnds, readOnce } from '../../../archive/index.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import type { Day } from '../../../kernel/day.ts'
import { TEXTS, textOf } from './texts.ts'

// Which texts set a mission's last day by their own words: a new resolution is on the record before any table of mandates knows it. Some
// only end it, where another takes over or none does. A text never changes, so what a snapshot of them holds is read once.

export interface Given {
  readonly number: number
  readonly adopted: Day
  readonly missions: ReadonlySet<string>
  /** Of these it sets the last day, and gives them no mandate. */
  readonly closes: ReadonlySet<string>
}

/** The last text by that day that speaks of the end of this very mission's mandate; and, where it came later, the last that only ends it. */
export const lastGiven = async (
  db: Sql,
  mission: string,
  on: Day,
  as: As,
): Promise<{ readonly given: number | undefined; readonly closing: number | undefined }> => {
  const texts = await allGiven(db, as)
  const all = isNoAnswer(texts) ? [] : texts.filter(g => g.adopted <= on)
  const last = (of: (g: Given) => ReadonlySet<string>): number | undefined =>
    all.filter(g => of(g).has(mission)).reduce<number | undefined>((n, g) => Math.max(n ?? 0, g.number), undefined)
  return { given: last(g => g.missions), closing: last(g => g.closes) }
}
const givenIn = (all: readonly AskedRow[]): readonly Given[] =>
  [...Map.groupBy(all, r => r.cells['Symbol'] ?? '')].flatMap(([symbol, its]) => {
    const text = textOf(symbol, its)
    if (!text || text.adopted === null) return []
    const ends = mandateEnds(text.paragraphs)
    const of = (kind: Ending['kind']): Set<string> => new Set(ends.flatMap(e => (e.kind === kind ? (e.mission ?? []) : [])))
    const missions = of('mandate'),
      closes = of('predecessor').difference(missions)
    return missions.size + closes.size ? [{ number: text.number, adopted: text.adopted, missions, closes }] : []
  })
const allGiven = readOnce(TEXTS, { type: 'operative' }, givenIn)
