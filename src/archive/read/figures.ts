import type { Column } from '../layout.ts'

// How figures are set: with a point or a comma before the decimals, and something or nothing between the thousands.

type Figured = Pick<Column, 'as' | 'decimal' | 'settled'>
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** Each form that can be nothing else, with what sets its thousands apart and what its decimals. */
const SET: readonly { readonly form: RegExp; readonly only?: Column['as']; readonly thousands?: RegExp; readonly says: string }[] = [
  { form: /^[+-]?\d{1,3}([ \u00a0\u2009\u202f]\d{3})+(\.\d+)?$/, thousands: /[ \u00a0\u2009\u202f]/g, says: 'thousands set apart' },
  { form: /^[+-]?\d{1,3}(['’]\d{3})+(\.\d+)?$/, thousands: /['’]/g, says: 'thousands set apart by apostrophes' },
  { form: /^[+-]?[1-9]\d{0,2}(,\d{3})+$/, only: 'whole', thousands: /,/g, says: 'thousands set apart' },
  { form: /^[+-]?\d{1,3}(,\d{3}){2,}$/, thousands: /,/g, says: 'thousands set apart' },
  { form: /^[+-]?\d{1,3}(,\d{3})+\.\d+$/, thousands: /,/g, says: 'thousands set apart' },
  {
    form: /^[+-]?\d{1,3}([. \u00a0\u2009\u202f'’]\d{3})+,\d+$/,
    thousands: /[. \u00a0\u2009\u202f'’]/g,
    says: 'thousands set apart, decimal comma',
  },
  { form: /^[+-]?\d{1,3}(\.\d{3}){2,}$/, thousands: /\./g, says: 'thousands set apart by points' },
  { form: /^[+-]?(\d*,(\d{1,2}|\d{4,})|0*,\d+|0+\d*,\d+|\d{4,},\d+)$/, says: 'decimal comma' },
  { form: /^[+-]?\d,\d+e[+-]?\d+$/i, says: 'decimal comma' }, // as a spreadsheet writes what is very small
]
/** One mark with three figures behind it: thousands or decimals. A nought before it settles that. */
const EITHER = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/

/** The number that a figure states, with what was odd about it; `undefined`: it is none, or could be two. */
export const numberOf = (set: string, column: Figured, say: (note: string) => void): number | undefined => {
  const text = set.replace(/^\u2212(?=[\d.,])/, '-')
  if (text !== set) say('a printed minus')
  const comma = column.settled === ',' || (column.settled === undefined && column.decimal === ',')
  const mark = EITHER.exec(text)?.[1]
  if (mark !== undefined) {
    const read = either(text, mark, column, comma)
    if (read === undefined) return undefined
    if (read.says) say(read.says)
    return read.number
  }
  if (PLAIN.test(text)) {
    if (column.as === 'whole' && /^-?\d+\.0+$/.test(text)) say('a whole number with a decimal point')
    return Number(text)
  }
  const apart = SET.find(s => (s.only === undefined || s.only === column.as) && s.form.test(text))
  if (!apart) return undefined
  say(apart.says)
  return Number((apart.thousands ? text.replace(apart.thousands, '') : text).replace(',', '.'))
}
const THOUSANDS: Readonly<Record<',' | '.', string>> = { ',': 'thousands set apart', '.': 'thousands set apart by points' }
const SETTLES = ', as other values of the column settle it'
const either = (text: string, mark: string, { as, settled }: Figured, comma: boolean): { number: number; says?: string } | undefined => {
  const of = THOUSANDS[mark as ',' | '.']
  const apart = (says = of) => ({ number: Number(text.replace(mark, '')), says })
  // No whole number has decimals, so the mark sets thousands apart; only behind 1.000 it may be either.
  if (as === 'whole') {
    if (!text.endsWith('000')) return apart()
    if (mark === ',') return comma || settled === 'both' ? undefined : apart()
    return settled === ','
      ? apart(`${of}${SETTLES}`)
      : settled === '.'
        ? { number: Number(text), says: 'a whole number with a decimal point' }
        : undefined
  }
  if (mark === '.') return settled === ',' || settled === 'both' ? undefined : { number: Number(text) }
  if (comma) return { number: Number(text.replace(',', '.')), says: settled ? `decimal comma${SETTLES}` : 'decimal comma' }
  return settled === '.' ? apart(`${of}${SETTLES}`) : undefined
}

/** By itself it could be read otherwise, or it says that others of its column may be. */
export const isOpen = (text: string, column: Figured): boolean => {
  if (column.decimal !== undefined) return false
  const mark = EITHER.exec(text)?.[1]
  if (column.as === 'whole') return mark === '.' ? text.endsWith('000') : mark === undefined && /^[+-]?\d+,\d+$/.test(text)
  return mark === ',' || (mark === undefined && settingOf(text, column.as) === ',')
}
/** The mark that stands before the decimals, where the figure can be read in one way only; `either`: it cannot. */
export const settingOf = (text: string, as: Column['as']): ',' | '.' | 'either' | undefined => {
  const mark = EITHER.exec(text)?.[1]
  if (mark !== undefined) {
    if (as !== 'whole' || text.endsWith('000')) return as !== 'whole' && mark === '.' ? undefined : 'either'
    return mark === ',' ? '.' : ','
  }
  if (/^[+-]?\d*\.\d+$/.test(text) || /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^[+-]?\d{1,3}(,\d{3}){2,}$/.test(text)) return '.'
  return SET.some(s => s.says.endsWith('decimal comma') && s.form.test(text)) || /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text) ? ',' : undefined
}
