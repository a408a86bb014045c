import { readFileSync } from 'node:fs'
import type { Calendar } from '../kernel/rules/rulebook.ts'

// Codes stand in the rulebook, on faces and in keys; a name is display, and may change with a letterhead.
export const DATA = new URL('../../data/', import.meta.url)
const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as T

/** ISO 3166-1 alpha-3 to [alpha-2, name as the UN uses it]. */
export const STATES: Readonly<Record<string, readonly [alpha2: string, name: string]>> = json('states.json')
/** As the UN names States in other languages, where the platform's own list of regions says otherwise. */
const NAMES: { readonly fr: Readonly<Record<string, string>>; readonly ar: Readonly<Record<string, string>> } = json('state-names.json')
const inLanguage = (code: string, alpha2: string, lang: string): string | undefined => {
  const ours = lang === 'fr' || lang === 'ar' ? NAMES[lang] : {}
  return Object.hasOwn(ours, code) ? ours[code] : new Intl.DisplayNames([lang], { type: 'region' }).of(alpha2)
}
export const OFFICES: Readonly<Record<string, string>> = json('offices.json')
/** States of simulations: ISO 3166 leaves these codes to its users. Invented behaviour never carries a real State's name. */
export const SIMULATED = ['XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAH'] as const

/** The name of a State or an office; the code itself where this version knows no name. */
export const nameOf = (code: string, lang = 'en'): string => {
  const state = Object.hasOwn(STATES, code) ? STATES[code] : undefined
  if (state) return lang === 'en' ? state[1] : (inLanguage(code, state[0], lang) ?? state[1])
  if ((SIMULATED as readonly string[]).includes(code)) return `Simulated State ${code.at(-1)}`
  return (Object.hasOwn(OFFICES, code) ? OFFICES[code] : undefined) ?? code
}
export const isState = (code: string): boolean => Object.hasOwn(STATES, code) || (SIMULATED as readonly string[]).includes(code)
export const isSimulated = (subject: string): boolean => subject.startsWith('SIM-')

interface Holidays {
  readonly name: string
  readonly weekend: readonly number[]
  readonly years: Readonly<Record<string, { readonly source: string; readonly days: readonly string[] }>>
}
/** Official holidays as published, by calendar and year. A year without a list is a year of which we know only the weekends. */
export const CALENDARS: Readonly<Record<string, Calendar>> = Object.fromEntries(
  Object.entries(json<Record<string, Holidays>>('holidays.json'))
    .filter(([code]) => code === 'UNHQ')
    .map(([code, c]) => [
      code,
      { name: c.name, weekend: c.weekend, years: Object.fromEntries(Object.entries(c.years).map(([y, l]) => [y, l.days])) },
    ]),
)
