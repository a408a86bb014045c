import canonicalize from 'canonicalize'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one text of a value: RFC 8785, narrowed so that two machines can never write it differently.
 * Numbers are safe integers (decimals travel as strings); text is NFC, without NUL and without lone surrogates.
 * Throws RangeError naming the place: doors check first with `flaws`, so that here it is a bug.
 */
export const jcs = (value: Json): string => {
  const [flaw] = flaws(value)
  if (flaw) throw new RangeError(flaw)
  return canonicalize(value) as string
}

/** What keeps a value from having one text, in sentences with their place; empty: nothing. */
export const flaws = (value: unknown, at = '', deep = 0): string[] => {
  const here = at || 'the value'
  if (deep > 32) return [`${here}: nested deeper than 32 levels`]
  if (value === null || typeof value === 'boolean') return []
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? [] : [`${here}: ${value} is not a whole number; write a decimal as text`]
  if (typeof value === 'string') return textFlaws(value, here)
  if (Array.isArray(value)) return value.flatMap((v, i) => flaws(v, `${at}[${i}]`, deep + 1))
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([k, v]) => [...textFlaws(k, `a name in ${here}`), ...flaws(v, at ? `${at}.${k}` : k, deep + 1)])
  return [`${here}: ${typeof value} is not JSON`]
}
const textFlaws = (text: string, here: string): string[] => [
  ...(text.includes('\u0000') ? [`${here}: holds the character NUL (\\u0000), which no database text can hold`] : []),
  ...(text.isWellFormed() ? [] : [`${here}: holds half of a surrogate pair: the text was cut or wrongly decoded`]),
]

/** Text as the ledger keeps it: NFC. Two ways of writing é are one. */
export const composed = (value: Json): Json => {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composed)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k.normalize('NFC'), composed(v)]))
  return value
}
