import { dirOf } from './messages.ts'

// Characters that turn the order in which others are drawn, and are drawn as nothing: with one of them in a cell, a row reads otherwise than
// it is. The bytes stay as they were published; wherever people read them, their names stand in their place.

/** Embeddings, overrides and isolates: they turn letters and figures of any script. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/
/** Marks of a direction. Beside letters that are written from right to left they are ordinary, and elsewhere they only move figures and points. */
const MARKS = /[\u061c\u200e\u200f]/
const ALL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const NAMES: Readonly<Record<string, string>> = {
  '\u061c': 'Arabic letter mark',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'pop directional formatting',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
}
/** `S/RES/2149 (2014)` keeps its bracket at its own end among letters that are written from right to left. */
export const keptWhole = (lang: string, symbol: string): string => (dirOf(lang) === 'rtl' ? `${symbol}\u200e` : symbol)
const codeOf = (c: string): string => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
/** Whether it holds any of them: cheap, of a text of any length. */
export const turns = (text: string): boolean => TURNING.test(text) || MARKS.test(text)
const hidden = (text: string): boolean => TURNING.test(text) || (MARKS.test(text) && !LEFTWARD.test(text))
/** As people read it: `Mali‹U+202E›13`. A text without such characters comes back as it is. */
export const turnsShown = (text: string): string => (hidden(text) ? text.replace(ALL, c => `‹${codeOf(c)}›`) : text)
/** "U+202E (right-to-left override)", of each that stands in it; `undefined`: nothing is turned. */
export const turnsIn = (text: string): string | undefined =>
  hidden(text) ? [...new Set(text.match(ALL))].map(c => `${codeOf(c)} (${NAMES[c]})`).join(', ') : undefined
