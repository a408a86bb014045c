import { number } from '../../../paper/numbers.ts'

// Numbers with their nouns, as each language counts them.

const inLanguage =
  (lang: string) =>
  (count: number): string =>
    number(lang, count)
const twoForms =
  (n: (count: number) => string, isOne: (count: number) => boolean) =>
  (count: number, one: string, more: string): string =>
    `${n(count)} ${isOne(count) ? one : more}`

export const en = { n: inLanguage('en'), many: twoForms(inLanguage('en'), count => count === 1) }
export const fr = { n: inLanguage('fr'), many: twoForms(inLanguage('fr'), count => count < 2) }

const plural = new Intl.PluralRules('ar')
export const ar = {
  n: inLanguage('ar'),
  /** One, two, three to ten, more: the noun changes with each. */
  many: (count: number, [one, two, few, rest]: readonly [string, string, string, string]): string => {
    const rule = plural.select(count)
    return rule === 'one' ? one : rule === 'two' ? two : `${ar.n(count)} ${rule === 'few' ? few : rest}`
  },
  DAYS: ['يوم واحد', 'يومين', 'أيام', 'يومًا'] as const,
}
