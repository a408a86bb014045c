import type { Day } from '../kernel/day.ts'
import type { Json } from '../kernel/ledger/jcs.ts'

// Nobody is singled out: what counts, ages, places or names those concerned is never public, even where a source printed it.
// A net, not a proof (docs/decisions/0008): names of fields are judged in English, French and Spanish, and ages in texts.

const SINGLES_OUT = new Set(
  `age ages aged sex gender girl girls boy boys woman women place places village town camp site location locations address district quarter
   neighbourhood neighborhood lat lon lng gps base dob phone telephone mobile email passport name names surname person persons
   edad sexo nina ninas nino ninos mujer lugar lugares pueblo campamento direccion nombre nombres
   nom noms prenom fille filles garcon garcons femme femmes enfant enfants lieu lieux adresse temoin temoins quartier sexe`.split(/\s+/),
)
/** A word that begins so singles out, however it goes on: `victimcount`, `plaignante`. */
const BEGINS =
  /^(victim|survivor|surviv(ant|iente)|complainant|claimant|plaignant|denunciante|minor(s|$)|mineur|menor(es)?$|child|pregnan|grossesse|embaraz|witness|testigo|accus(ed|e)|suspect|perpetrator|coordinate|latitude|longitude|birth|naissance|nacimiento)/
const AGE =
  /\b\d{1,2}\s?-?\s?(to \d{1,2}-?)?(years?|yrs?)[- ]?olds?\b|\bag(ed?|ees?)( de| of)?:? \d{1,2}\b|\b\d{1,2} (ans|anos)\b(?! d(e|.) ?(prison|recl|empris|carcel|servic))|\b(eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]years?[- ]old/i

/** The first name among the free fields of a line, however deep, that could single somebody out; `undefined`: none. */
export const exposing = (data: { readonly [key: string]: Json }): string | undefined => {
  for (const [key, value] of Object.entries(data))
    if (words(key).some(w => SINGLES_OUT.has(w) || BEGINS.test(w)) || tells(value)) return key
  return undefined
}
const tells = (value: Json): boolean =>
  typeof value === 'string'
    ? tellsAge(value)
    : Array.isArray(value)
      ? value.some(tells)
      : value !== null && typeof value === 'object' && exposing(value as { readonly [key: string]: Json }) !== undefined
/** Does this text give somebody's age? */
export const tellsAge = (text: string): boolean => AGE.test(bare(text))
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
const words = (key: string): string[] =>
  bare(key)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

/** A report whose day is known more closely than its month: on a public subject it could single out who reported. */
export const namesTheDay = (e: { readonly type: string; readonly occurredOn: Day; readonly latest: Day }): boolean =>
  e.type === 'ReportReceived' && e.latest - e.occurredOn < 27
