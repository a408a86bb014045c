import { list, loose, type Named } from './named.ts'

/** One row of a list of p-codes. */
export interface PlaceRow {
  readonly country: string
  readonly level: number
  readonly code: string
  readonly name: string
  readonly parent: string
}
const { aliases } = list<{ aliases: { country: string; level: number; as: string; is: string; source: string }[] }>('aliases/places.json')

/** "Kémo province", "Bangui region" of UCDP; "préfecture de l'Ouham" of others: the word for the kind of place is no part of its name. */
const WITHOUT_KIND =
  /\s+(province|region|prefecture|county|state|district|cercle|territory|town|city|village|commune|sous prefecture|sub prefecture)$|^(prefecture|province|region|state|territoire)( de l?a?| du| of)? /
const kindless = (text: string): string => loose(text).replace(WITHOUT_KIND, '')
const place = (country: string, level: number, name: string): string => `${country}/${level}/${name}`

/** A matcher over a list of p-codes: names with accents find names without, and old names find what the list has. */
export const gazetteer = (rows: Iterable<PlaceRow>): ((country: string, level: number, text: string) => Named) => {
  const exact = new Map<string, PlaceRow>()
  const near = new Map<string, PlaceRow | 'several'>()
  const codes = new Map<string, PlaceRow>()
  for (const r of rows) {
    exact.set(place(r.country, r.level, r.name), r)
    codes.set(r.code, r)
    const key = place(r.country, r.level, kindless(r.name))
    const had = near.get(key)
    near.set(key, had && (had === 'several' || had.code !== r.code) ? 'several' : r)
  }
  const known = new Map(aliases.map(a => [place(a.country, a.level, kindless(a.as)), a]))
  return (country, level, text) => {
    const code = codes.get(text)
    if (code && code.country === country) return { is: 'matched', code: code.code, name: code.name }
    const bare = text.trim()
    const key = place(country, level, kindless(bare))
    const one = near.get(key)
    if (one === 'several') return { is: 'another', kind: 'several places of one name', name: bare }
    const same = exact.get(place(country, level, bare))
    if (same) return { is: 'matched', code: same.code, name: same.name }
    if (one)
      return { is: 'alias', code: one.code, name: one.name, source: 'differs in accents, punctuation or the word for the kind of place' }
    const alias = known.get(key)
    if (alias) {
      const to = codes.get(alias.is)
      if (to) return { is: 'alias', code: to.code, name: to.name, source: alias.source }
    }
    // A name of another level, or the country itself, is another kind of thing.
    for (const other of [1, 2]) {
      const there = other === level ? undefined : near.get(place(country, other, kindless(bare)))
      if (there && there !== 'several') return { is: 'another', kind: `place of level ${other}`, name: there.name, code: there.code }
    }
    return { is: 'unknown', text }
  }
}
