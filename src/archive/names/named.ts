import { readFileSync } from 'node:fs'

// One name for one thing. The answer says how it was found, and where the spelling stands: nothing is matched by likeness.

export type Named =
  /** The name as the list itself has it, or its code. */
  | { readonly is: 'matched'; readonly code: string; readonly name: string }
  /** Another spelling, with its source. */
  | { readonly is: 'alias'; readonly code: string; readonly name: string; readonly source: string }
  /** It is known, and is not what was asked for: a territory, a former State, an organisation, several missions under one acronym. */
  | {
      readonly is: 'another'
      readonly kind: string
      readonly name: string
      /** Its own code, where it has one: rows may still be asked for by it. */
      readonly code?: string
      readonly of?: readonly string[]
      readonly says?: string
      readonly source?: string
    }
  | { readonly is: 'unknown'; readonly text: string }

export interface Other {
  readonly as: string
  readonly kind: string
  readonly source: string
  readonly code?: string
  readonly of?: readonly string[]
  readonly says?: string
}
export const DATA = new URL('../../../data/', import.meta.url)
export const list = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as T

/** Capitals, accents, punctuation and blanks are no part of a name's identity. */
export const loose = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
export const LETTERS = 'differs from the name in capitals, accents, blanks or punctuation only'
/** A cell's text without the blanks and stray marks around it. */
export const stripped = (text: string): string => text.replace(/^[\s'‘’`"]+|[\s'‘’`"]+$/g, '')
