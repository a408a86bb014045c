import type { Layout } from '../layout.ts'
import type { Understood } from './cells.ts'

// Rows that repeat others as a sum stand among their parts, under many names. They are told apart, and never summed with them.

const TOTAL =
  /^((grand|gran|overall|sub|general|running)[\s-]*)?totals?( (g[eé]n[eé]ral|all .*|of .*|for .*|by .*|worldwide|global))?\s*(\(.*\))?\s*:?$|^all (missions|countries|contributors|states|member states)$|^sum$/i
/** A cell that no State and no mission bears, and that speaks of a total: "UNMISS Total", "Total police". */
const SPEAKS = /\b(sub-?)?totals?\b|^all\b/i
/** Nearly every cell begins with a figure or is long: what cannot be a total costs no regular expression. */
export const isTotal = (cell: string): boolean => {
  const first = cell.charCodeAt(0) | 32
  return cell.length < 60 && cell.length > 2 && (first === 32 || (first >= 97 && first <= 116)) && TOTAL.test(cell.trim())
}

/** Whether a row of this layout, by the names in it, is a total. */
export const totalsOf = (layout: Layout, readers: readonly ((cell: string) => Understood)[]): ((cells: readonly string[]) => boolean) => {
  const { columns } = layout
  const names = columns.flatMap((c, k) => (c.as === 'state' || c.as === 'mission' ? [k] : []))
  const texts = columns.flatMap((c, k) =>
    !names.includes(k) && (c.is === 'type' || c.is === 'sex' || (c.as !== 'whole' && c.as !== 'number' && layout.key.includes(c.name)))
      ? [k]
      : [],
  )
  const declared = (layout.totals ?? []).map(t => ({
    k: columns.findIndex(c => c.name === t.column),
    is: new Set(t.is.map(is => is.toLowerCase())),
  }))
  return cells =>
    declared.some(t => t.is.has((cells[t.k] ?? '').trim().toLowerCase())) ||
    names.some(k => readers[k]!(cells[k]!).named?.is === 'unknown' && SPEAKS.test(cells[k]!)) ||
    texts.some(k => isTotal(cells[k]!))
}
