import { LETTERS, list, loose, type Named, stripped } from './named.ts'

const OFFICES = list<Record<string, string>>('offices.json')
const { aliases } = list<{ aliases: { as: string; is: string; source: string }[] }>('aliases/offices.json')
const LOOSE = new Map<string, Named>()
const found = (code: string, source: string): Named => ({ is: 'alias', code, name: OFFICES[code] ?? code, source })
for (const [code, name] of Object.entries(OFFICES)) LOOSE.set(loose(name), found(code, LETTERS))
for (const a of aliases) LOOSE.set(loose(a.as), found(a.is, a.source))

/** An office by its code, its name or its acronym. */
export const office = (text: string): Named => {
  const bare = stripped(text)
  const code = bare in OFFICES ? bare : Object.keys(OFFICES).find(c => OFFICES[c] === bare)
  return code ? { is: 'matched', code, name: OFFICES[code]! } : (LOOSE.get(loose(bare)) ?? { is: 'unknown', text })
}
