import { type AskedRow, mandateEnds, readOnce } from '../../archive/index.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import type { Day } from '../../kernel/day.ts'
import { TEXTS, textOf } from './texts.ts'

// Which texts set a mission's last day by their own words: a new resolution is on the record before any table of mandates knows it. A text
// never changes, so what a snapshot of them holds is read once.

export interface Given {
  readonly number: number
  readonly adopted: Day
  readonly missions: ReadonlySet<string>
}
/** The last text by that day that speaks of the end of this very mission's mandate. */
export const lastGiven = async (db: Sql, mission: string, on: Day): Promise<number | undefined> => {
  const theirs = ((await allGiven(db)) ?? []).filter(g => g.adopted <= on && g.missions.has(mission))
  return theirs.length ? Math.max(...theirs.map(g => g.number)) : undefined
}
const givenIn = (all: readonly AskedRow[]): readonly Given[] =>
  [...Map.groupBy(all, r => r.cells['Symbol'] ?? '')].flatMap(([symbol, its]) => {
    const text = textOf(symbol, its)
    if (!text || text.adopted === null) return []
    const missions = new Set(mandateEnds(text.paragraphs).flatMap(e => (e.kind === 'mandate' ? (e.mission ?? []) : [])))
    return missions.size ? [{ number: text.number, adopted: text.adopted, missions }] : []
  })
const allGiven = readOnce(TEXTS, { type: 'operative' }, givenIn)
