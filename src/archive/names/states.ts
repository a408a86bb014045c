import { LETTERS, list, loose, type Named, type Other, stripped } from './named.ts'

const STATES = list<Record<string, readonly [string, string]>>('states.json')
const { aliases, others } = list<{ aliases: { as: string; is: string; source: string }[]; others: Other[] }>('aliases/states.json')

/** ISO 3166 lists areas too. These codes are no States: rows can be asked for by them, and a State's page is never theirs. */
const AREAS = new Set(
  `ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ
   MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VGB VIR WLF`.split(/\s+/),
)
const found = (code: string, source?: string): Named => {
  const name = STATES[code]![1]
  if (AREAS.has(code)) return { is: 'another', kind: 'area in ISO 3166', code, name, ...(source && { source }) }
  return source ? { is: 'alias', code, name, source } : { is: 'matched', code, name }
}
const other = (o: Other): Named => ({
  is: 'another',
  kind: o.kind,
  name: o.as,
  source: o.source,
  ...(o.code && { code: o.code }),
  ...(o.of && { of: o.of }),
  ...(o.says && { says: o.says }),
})
const FORMER: Readonly<Record<string, string>> = {
  YUG: 'Yugoslavia',
  SCG: 'Serbia and Montenegro',
  SUN: 'Soviet Union',
  CSK: 'Czechoslovakia',
  DDR: 'German Democratic Republic',
  YMD: 'Yemen, Democratic',
}

const EXACT = new Map<string, Named>()
const LOOSE = new Map<string, Named>()
for (const [code, [, name]] of Object.entries(STATES)) {
  EXACT.set(code, found(code)).set(name, found(code))
  LOOSE.set(loose(name), found(code, LETTERS))
}
for (const [code, name] of Object.entries(FORMER))
  EXACT.set(code, { is: 'another', kind: 'former State', code, name, source: 'ISO 3166-3, names no longer in use' })
const TWO = new Map(Object.entries(STATES).map(([code, [two]]) => [two, found(code)]))
LOOSE.set(loose('Taiwan'), found('TWN', 'common short name'))
for (const a of aliases) {
  EXACT.set(a.as, found(a.is, a.source))
  LOOSE.set(loose(a.as), found(a.is, a.source))
}
for (const o of others) {
  EXACT.set(o.as, other(o))
  if (o.as !== 'Un') LOOSE.set(loose(o.as), other(o)) // "un" is a word in too many languages
}

/** A State by its name, its ISO 3166 code or a spelling that a published table uses. */
export const state = (text: string): Named => {
  const bare = stripped(text)
  const one = EXACT.get(text) ?? EXACT.get(bare) ?? LOOSE.get(loose(bare)) ?? LOOSE.get(loose(bare.replace(/^the /i, '')))
  if (one) return one
  const parts = bare.split(/\s*(?:\/|,|;)\s*/)
  if (parts.length > 1) {
    const all = parts.map(p => EXACT.get(p) ?? LOOSE.get(loose(p)))
    if (all.every(n => n !== undefined))
      return {
        is: 'another',
        kind: 'several States',
        name: bare,
        of: all.map(n => ('code' in n && n.code) || ('name' in n ? n.name : n.text)),
      }
  }
  return { is: 'unknown', text }
}
/** The States that a cell names, "Sudan/Darfur", "Mali/(Azawad)", each once: by their codes, in the order of the cell. */
export const statesIn = (text: string): readonly string[] => [
  ...new Set(
    text.split(/[/()]/).flatMap(name => {
      const named = state(name.trim())
      return 'code' in named ? (named.code ?? []) : []
    }),
  ),
]
/** A State by its two letters: only where a column has those, for `no` and `in` are words elsewhere. */
export const stateOfTwo = (text: string): Named => TWO.get(stripped(text).toUpperCase()) ?? { is: 'unknown', text }
/** Rough bounds: south, west, north, east. */
export const BOUNDS = list<{ bounds: Record<string, readonly [number, number, number, number]> }>('aliases/bounds.json').bounds
