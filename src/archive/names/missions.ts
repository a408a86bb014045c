import { LETTERS, list, loose, type Named, stripped } from './named.ts'

export interface Mission {
  readonly code: string
  readonly name: string
  /** Where it is or was, ISO 3166 alpha-3. */
  readonly hosts: readonly string[]
  readonly kind: string
  readonly also?: readonly { readonly as: string; readonly source: string }[]
  readonly of?: readonly string[]
}
const { missions } = list<{ missions: Mission[] }>('aliases/missions.json')
export const MISSIONS: ReadonlyMap<string, Mission> = new Map(missions.map(m => [m.code, m]))

/** Missions of the United Nations, whatever their kind; several under one acronym and missions of others are told apart. */
const found = (m: Mission, source?: string): Named =>
  m.kind === 'several missions' || m.kind === 'not a United Nations mission'
    ? { is: 'another', kind: m.kind, code: m.code, name: m.name, ...(m.of && { of: m.of }), ...(source && { source }) }
    : source
      ? { is: 'alias', code: m.code, name: m.name, source }
      : { is: 'matched', code: m.code, name: m.name }

const EXACT = new Map<string, Named>()
const LOOSE = new Map<string, Named>()
for (const m of missions) {
  EXACT.set(m.code, found(m)).set(m.name, found(m))
  LOOSE.set(loose(m.code), found(m, LETTERS)).set(loose(m.name), found(m, LETTERS))
}
for (const m of missions)
  for (const a of m.also ?? []) {
    EXACT.set(a.as, found(m, a.source))
    LOOSE.set(loose(a.as), found(m, a.source))
  }

/** A mission by its acronym, its name or a spelling that a published table uses. MINURCA is never MINUSCA. */
export const mission = (text: string): Named => {
  const bare = stripped(text)
  return EXACT.get(bare) ?? LOOSE.get(loose(bare)) ?? LOOSE.get(loose(bare.replace(/^the /i, ''))) ?? { is: 'unknown', text }
}
