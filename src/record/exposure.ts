import type { Json } from '../kernel/ledger/jcs.ts'

// Nobody is singled out: what counts, ages, places or names those concerned is never public, even where a source printed it.

const SINGLES_OUT = new Set(
  `victim victims survivor survivors complainant complainants claimant minor minors child children girl girls boy boys woman women age ages sex gender pregnancy pregnant
   place places village town camp site location locations address district quarter neighbourhood lat latitude lon lng longitude coordinates gps base
   name names person persons witness witnesses accused suspect suspects perpetrator perpetrators phone telephone email passport birth birthdate dob`.split(
    /\s+/,
  ),
)
const AN_AGE = /\b\d{1,2}[- ]?(years?[- ]old|ans\b)|\baged? (of )?\d{1,2}\b/i

/** The first name among the free fields of a line, however deep, that could single somebody out; `undefined`: none. */
export const exposing = (data: { readonly [key: string]: Json }): string | undefined => {
  for (const [key, value] of Object.entries(data)) {
    if (words(key).some(w => SINGLES_OUT.has(w))) return key
    if (typeof value === 'string' && AN_AGE.test(value)) return key
    if (Array.isArray(value)) {
      for (const v of value)
        if (v !== null && typeof v === 'object' && !Array.isArray(v) && exposing(v as { [k: string]: Json })) return key
    } else if (value !== null && typeof value === 'object' && exposing(value as { [k: string]: Json })) return key
  }
  return undefined
}
const words = (key: string): string[] =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
