import { LANGUAGES, type Lang } from '../../paper/messages.ts'
import { debtorMeant } from '../meant.ts'
import { nameOf, OFFICES, STATES } from '../names.ts'
import { near } from '../spelling.ts'
import { officeOf } from './view.ts'
import { wordsOf } from './words.ts'

// Who may speak on this record: States, offices, parties to agreements. An account is always somebody's in particular; whoever names a whole
// organisation is shown its offices.

const HOUSES = ['un', 'au', 'party'] as const
type House = (typeof HOUSES)[number]
const officesOf = (house: House): readonly string[] => Object.keys(OFFICES).filter(code => code.startsWith(`${house}.`))

const houseName = (lang: Lang, house: House): string => {
  const w = wordsOf(lang)
  return { un: w.un, au: w.au, party: w.case.replyParties }[house]
}
/** The name of a State or an office in the language of the page. */
export const speakerName = (lang: string, code: string): string => (code.includes('.') ? officeOf(lang, code) : nameOf(code, lang))
/** Those who may be chosen, house by house: offices of the United Nations, of other organisations, parties, then these States. */
export const speakers = (lang: Lang, states: readonly string[]): readonly (readonly [house: string, codes: readonly string[]])[] => {
  return [
    ...HOUSES.map(h => [houseName(lang, h), officesOf(h)] as const),
    [wordsOf(lang).rulebook.ofStates, states.toSorted((a, b) => nameOf(a, lang).localeCompare(nameOf(b, lang), lang))],
  ]
}

const namesOf = (house: House): readonly string[] => (Object.keys(LANGUAGES) as Lang[]).map(lang => houseName(lang, house))
const same = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'base', ignorePunctuation: true }) === 0
/** The codes of who was named: by a code, by any name that the lists have, or by the name in the language of the page. Nobody: none. */
export const speakersMeant = (lang: Lang, text: string): readonly string[] => {
  const bare = text.trim().replace(/^the /i, '')
  const house = HOUSES.find(h => [h, ...namesOf(h)].some(name => same(bare, name)))
  if (house) return officesOf(house)
  const meant = debtorMeant(text)
  if ('code' in meant) return [meant.code]
  const named = everybody(lang).find(([, name]) => same(bare, name))
  return named ? [named[0]] : []
}
/** Whose name is most like what was written, for the remedy. */
export const speakerLike = (lang: Lang, text: string): string | undefined => {
  const all = everybody(lang),
    like = near(
      text,
      all.map(([, name]) => name),
    )
  return all.find(([, name]) => name === like)?.[0]
}
const everybody = (lang: Lang): readonly (readonly [code: string, name: string])[] =>
  [...Object.keys(OFFICES), ...Object.keys(STATES)].map(code => [code, speakerName(lang, code)])
