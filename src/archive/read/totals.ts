import { hides, type Layout } from '../layout.ts'
import { loose } from '../names/named.ts'
import type { Understood } from './meaning.ts'

// Rows that repeat others as a sum stand among their parts, under many names. They are told apart, and never summed with them.

const TOTAL =
  /^((grand|gran|overall|sub|general|running)[\s-]*)?totals?( (g[eé]n[eé]ral|all .*|of .*|for .*|by .*|worldwide|global))?\s*(\(.*\))?\s*:?$|^all (missions|countries|contributors|states|member states)$|^(sum|overall|somme|suma|soma|summe|gesamt|insgesamt|totaal|totale|t o t a l)$/i
/** A cell that no State and no mission bears, and that speaks of a total: "UNMISS Total", "Total police". */
const SPEAKS = /\b(sub-?)?totals?\b|^all\b/i
/** The whole world and its sum, in the languages of the United Nations. */
const WHOLE = new Set(
  'World,The world,Worldwide,Global,Monde,Le monde,Monde entier,Ensemble,Tous les pays,Toutes les missions,Todos los países,Todas las misiones,Mundo,El mundo,Mundial,Мир,Весь мир,Всего,Итого,العالم,المجموع,الإجمالي,世界,全球,总计,合计'
    .split(',')
    .map(loose),
)
/** Nearly every cell begins with a figure or is long: what cannot be a total costs no regular expression. */
export const isTotal = (cell: string): boolean => {
  const first = cell.charCodeAt(0) | 32
  return cell.length < 60 && cell.length > 2 && (first === 32 || (first >= 97 && first <= 116)) && TOTAL.test(cell.trim())
}

/** A State or mission that stands in the name of a row: by its cell, or by the code beside it. */
export interface NameInKey {
  readonly of: 'State' | 'mission'
  /** Its cell, and that of its code. */
  readonly at: readonly number[]
  /** That nothing stands there means something: a column that a table may lack, or a blank that the layout reads. */
  readonly mayBeBlank: boolean
}
/** Of a table that is not summed none is given: what looks like a total there doubles nothing. */
export const namesInKey = (layout: Layout): readonly NameInKey[] => {
  const { columns, key, adds, checks } = layout
  if (!adds?.length && !columns.some(c => c.is === 'amount')) return []
  return columns.flatMap((c, k): NameInKey[] => {
    if (c.as !== 'state' && c.as !== 'mission') return []
    const codes = (checks ?? []).flatMap(check => (check.check === 'one State' && check.name === c.name ? [check.code] : []))
    if (!key.includes(c.name) && !codes.some(code => key.includes(code))) return []
    return [
      {
        of: c.as === 'state' ? 'State' : 'mission',
        at: [k, ...codes.map(code => columns.findIndex(x => x.name === code))],
        mayBeBlank: c.optional === true || c.fileName === true || (c.missing ?? []).includes(''),
      },
    ]
  })
}

export interface Total {
  readonly says: string
  /** Over which of the names in its key it sums, one bit each; none where more than these would have to be added up. */
  readonly over: number
}
const REPEATS = 'a total: it repeats other rows, and is never summed with them'
/** A row of this layout as the total that it is, by the names in it or by a name that is not there. */
export const totalsOf = (
  layout: Layout,
  readers: readonly ((cell: string) => Understood)[],
): ((cells: readonly string[]) => Total | undefined) => {
  const { columns } = layout
  // By a closed cell no row is told to be a total: everybody would read it in the sums.
  const names = columns.flatMap((c, k) => ((c.as === 'state' || c.as === 'mission') && !hides(layout, c.name) ? [k] : []))
  const inKey = namesInKey(layout)
  const texts = columns.flatMap((c, k) =>
    !names.includes(k) && (c.is === 'type' || c.is === 'sex' || (c.as !== 'whole' && c.as !== 'number' && layout.key.includes(c.name)))
      ? [k]
      : [],
  )
  const declared = (layout.totals ?? []).map(t => ({
    k: columns.findIndex(c => c.name === t.column),
    is: new Set(t.is.map(is => is.toLowerCase())),
  }))
  /** Everything, or a part of it that only its own words tell: "UNMISS Total", a sub-total. */
  const calls = (cell: string, k: number): 'all' | 'some' | undefined => {
    if (declared.some(t => t.k === k && t.is.has(cell.trim().toLowerCase()))) return 'all'
    if (readers[k]!(cell).named?.is !== 'unknown') return undefined
    if (WHOLE.has(loose(cell)) || (isTotal(cell) && !/^(sub|running)/i.test(cell.trim()))) return 'all'
    return SPEAKS.test(cell) ? 'some' : undefined
  }
  const named = layout.key.map(name => columns.findIndex(c => c.name === name))
  const summed = columns.flatMap((c, k) => (c.is === 'amount' || layout.adds?.includes(c.name) ? [k] : []))
  const inNames = texts.filter(k => layout.key.includes(columns[k]!.name) && !inKey.some(n => n.at.includes(k)))
  const elsewhere = declared.filter(t => !names.includes(t.k))
  return cells => {
    if (texts.some(k => isTotal(cells[k]!)) || elsewhere.some(t => t.is.has((cells[t.k] ?? '').trim().toLowerCase())))
      return { says: REPEATS, over: 0 }
    const called = names.map(k => calls(cells[k]!, k))
    if (called.includes('some')) return { says: REPEATS, over: 0 }
    let over = 0
    let blank: NameInKey | undefined
    for (let i = 0; i < inKey.length; i++) {
      const name = inKey[i]!
      const none = !name.mayBeBlank && name.at.every(k => cells[k]!.trim() === '')
      if (none) blank ??= name
      if (none || called[names.indexOf(name.at[0]!)]) over |= 1 << i
    }
    if (summed.some(k => cells[k]!.trim() !== '') && named.every(k => cells[k]!.trim() === ''))
      return { says: 'nothing stands in its name: taken for a total, and not summed', over: 0 }
    if (!blank && !called.includes('all')) return undefined
    if (inNames.some(k => cells[k]!.trim() === '')) over = 0 // over all types too: no row of its parts has its name
    return { says: called.includes('all') || !blank ? REPEATS : `no ${blank.of} stands in it: taken for a total, and not summed`, over }
  }
}
