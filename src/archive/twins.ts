// Rows of one name. Which is which from one snapshot to the next is told by what they say, never by the order of the file; and of the rows
// of one name one is counted, so that no figure doubles: also that by what they say.

/** A row of the file whose name stands more than once, now or before. */
export interface Twin {
  readonly n: number
  /** Of what it says. */
  readonly hash: string
  /** How many of the layout's own sums over its open cells do not come out. */
  readonly fails: number
  readonly amount: number | null
  readonly total: boolean
}
/** The last version of a row of that name: it stands, or it went. */
export interface Had {
  readonly repeat: number
  readonly hash: string
  readonly stands: boolean
  /** It was not counted. */
  readonly again: boolean
}
/** Which of the rows of its name a row is. */
export interface Settled {
  readonly twin: Twin
  readonly repeat: number
  /** `same`: as it stands; `back`: as it stood before it went; `instead`: it says another thing than the row that stood there; `new`: no row had this place. */
  readonly is: 'same' | 'back' | 'instead' | 'new'
}
export interface Matched {
  readonly settled: Settled[]
  /** What says nothing that was said before … */
  readonly left: Twin[]
  /** … and what stands and is said no more. */
  readonly unsaid: Had[]
}

/** The one that is counted comes first: no total, whose own sums come out, that states an amount, and the greatest … */
const byWhatItStates = (a: Twin, b: Twin): number =>
  Number(a.total) - Number(b.total) ||
  a.fails - b.fails ||
  Number(a.amount === null) - Number(b.amount === null) ||
  (b.amount ?? 0) - (a.amount ?? 0)
/** … then in an order of its own, whatever that of the file. */
const byHash = (a: Twin, b: Twin): number => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.n - b.n)
const byWeight = (a: Twin, b: Twin): number => byWhatItStates(a, b) || byHash(a, b)

/** Each row that says what a row of its name says already, or said before it went, is that row. */
export const matched = (twins: readonly Twin[], had: readonly Had[]): Matched => {
  const settled: Settled[] = []
  const free = new Set(had)
  const saying = Map.groupBy(
    had.toSorted((a, b) => b.repeat - a.repeat),
    h => `${h.stands} ${h.hash}`,
  )
  const taking = (left: readonly Twin[], stands: boolean): Twin[] =>
    left.filter(twin => {
      const same = saying.get(`${stands} ${twin.hash}`)?.pop()
      if (!same) return true
      free.delete(same)
      settled.push({ twin, repeat: same.repeat, is: stands ? 'same' : 'back' })
      return false
    })
  const left = taking(taking(twins.toSorted(byWeight), true), false)
  return { settled, left, unsaid: had.filter(h => h.stands && free.has(h)).toSorted((a, b) => a.repeat - b.repeat) }
}
/** Of more than so many on either side it is not asked which is most like which. */
export const MANY_ALIKE = 60

/** What rows say in their open cells. */
export interface Openly {
  readonly twin: (twin: Twin) => string
  readonly had: (had: Had) => string
}
/**
 * The others take the places of what is said no more, the likest first (of many, those whose open cells are the same); and what is left takes
 * the first places that are free.
 */
export const settled = (
  { settled, left, unsaid }: Matched,
  alike: (twin: Twin, had: Had) => number,
  openly?: Openly,
): readonly Settled[] => {
  const all = [...settled]
  const [twins, places] = [new Set(left), new Set(unsaid)]
  const put = (twin: Twin, had: Had): void => {
    if (!twins.delete(twin)) return
    places.delete(had)
    all.push({ twin, repeat: had.repeat, is: 'instead' })
  }
  if (left.length <= MANY_ALIKE && unsaid.length <= MANY_ALIKE) {
    const pairs = left.flatMap(twin => unsaid.map(had => ({ twin, had, alike: left.length + unsaid.length > 2 ? alike(twin, had) : 0 })))
    for (const p of pairs.sort((a, b) => b.alike - a.alike)) if (places.has(p.had)) put(p.twin, p.had)
  } else {
    const saying = Map.groupBy(openly ? unsaid.toReversed() : [], h => openly!.had(h))
    for (const twin of left) {
      const same = openly && saying.get(openly.twin(twin))?.pop()
      if (same) put(twin, same)
    }
    const free = [...places]
    for (const [i, twin] of [...twins].entries()) if (free[i]) put(twin, free[i])
  }
  const taken = new Set(all.map(s => s.repeat))
  let place = 1
  for (const twin of left.filter(t => twins.has(t))) {
    while (taken.has(place)) place++
    taken.add(place)
    all.push({ twin, repeat: place, is: 'new' })
  }
  return all
}

/**
 * Which of them is counted: by weight. Of several that weigh the same, the one that was counted stays: were it another whenever a cell says
 * something else, a closed cell would be told by it. Of several that say the same, the first.
 */
export const countedOf = (all: readonly Settled[], had: readonly Had[]): Settled => {
  const was = new Set(had.filter(h => h.stands && !h.again).map(h => h.repeat))
  const counts = (s: Settled): number => Number(!was.has(s.repeat))
  const [first] = all.toSorted((a, b) => byWhatItStates(a.twin, b.twin) || counts(a) - counts(b) || byHash(a.twin, b.twin))
  const same = all.filter(s => s.twin.hash === first!.twin.hash).sort((a, b) => a.repeat - b.repeat)
  return same.find(s => was.has(s.repeat)) ?? same[0]!
}
/** Where each row of a name is a thing of its own, each that says something else is counted. */
export const countedEach = (all: readonly Settled[], had: readonly Had[]): readonly Settled[] =>
  [...Map.groupBy(all, s => s.twin.hash).values()].map(same => countedOf(same, had))
/** Cells that two rows have in common. */
export const alike = (a: readonly string[], b: readonly string[]): number => a.reduce((n, cell, i) => n + Number(cell === b[i]), 0)
