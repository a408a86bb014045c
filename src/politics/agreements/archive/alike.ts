import type { AskedRow } from '../../../archive/index.ts'
import { byText } from '../../../kernel/order.ts'

// Agreements of two tables that neither links to the other, and that are one by all that they say: a name, a process, a day nearby. They are
// set side by side, as a disagreement on the day where there is one, and it is said that nobody but this program matched them.

/** Two tables may take one signature for another of the same text: no further apart than this. */
export const NEARBY = 31
/** So much of the shorter name must stand in the other. */
const MOST_OF_IT = 0.8
/** Words that stand in the names of agreements of every country. */
const COMMON = new Set(
  'the of and on for to in between by with from at agreement agreements accord accords peace protocol declaration an de la le les des du et entre sur los las el del para'.split(
    ' ',
  ),
)
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(w => (w.length > 1 || /\p{N}/u.test(w)) && !COMMON.has(w)),
  )
/** How much of the shorter name stands in the longer one; 0: too little to go by. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const least = Math.min(a.size, b.size)
  const shared = a.intersection(b).size
  return least && (shared > 1 || (least === 1 && [...a.intersection(b)].some(w => w.length > 5))) ? shared / least : 0
}
/** A conflict over a government is its country's; one over a territory must be named by the process, or by what it is about. */
const sameProcess = (pax: AskedRow, ucdp: AskedRow): boolean => {
  const over = (ucdp.cells['conflict_name'] ?? '').split(':')[1]?.trim() ?? ''
  if (over === '' || /^government$/i.test(over)) return true
  return wordsOf(over).intersection(wordsOf(`${pax.cells['PPName'] ?? ''} ${pax.cells['Con'] ?? ''}`)).size > 0
}
/** For each row of UCDP the one of PA-X that it is like; none where two are alike. All of one country. */
export const alike = (pax: readonly AskedRow[], ucdp: readonly AskedRow[]): ReadonlyMap<AskedRow, AskedRow> => {
  const pairs = ucdp.flatMap(u =>
    pax.flatMap(p => {
      if (u.from === null || p.from === null || Math.abs(u.from - p.from) > NEARBY || !sameProcess(p, u)) return []
      const like = likeness(wordsOf(u.cells['pa_name'] ?? ''), wordsOf(p.cells['Agt'] ?? ''))
      return like >= MOST_OF_IT ? [{ u, p, apart: Math.abs(u.from - p.from), like }] : []
    }),
  )
  pairs.sort((a, b) => a.apart - b.apart || b.like - a.like || byText(a.p.cells['AgtId'] ?? '', b.p.cells['AgtId'] ?? ''))
  const found = new Map<AskedRow, AskedRow>()
  const taken = new Set<AskedRow>()
  for (const x of pairs) {
    if (found.has(x.u) || taken.has(x.p)) continue
    const rival = pairs.some(
      y => y !== x && y.apart === x.apart && y.like === x.like && (y.u === x.u ? !taken.has(y.p) : y.p === x.p && !found.has(y.u)),
    )
    if (rival) continue
    found.set(x.u, x.p)
    taken.add(x.p)
  }
  return found
}
