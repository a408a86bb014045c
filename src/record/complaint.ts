import type { z } from 'zod'
import { nearest } from './spelling.ts'

// The place and the words of a problem: where it stands, what is wrong, what to do. A value of a body is never quoted.

/** What is wrong with a line: where, and why. Lines and columns count from 1. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly field: string
  readonly says: string
}
export type Say = (field: string, says: string) => unknown

export const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Where the name stands; of one that is missing, where the object begins that should hold it. */
export const placeOf = (places: ReadonlyMap<string, number>, field: string): number => {
  const [first = '', second] = field.split('.')
  return places.get(field) ?? (second === undefined ? undefined : places.get(`${first}.${second}`)) ?? places.get(first) ?? 0
}
/** What zod found, as sentences. `under`: the path of the value that it looked at. */
export const complain = (say: Say, under: string, i: z.core.$ZodIssue, value: unknown, names: readonly string[], why: string): void => {
  const at = under + i.path.join('.')
  if (i.code === 'unrecognized_keys')
    for (const key of i.keys) say(at ? `${at}.${key}` : key, `unknown key ${quote(key)}${at ? '' : nearest(key, names) || why}`)
  else
    say(
      at,
      said(
        i,
        i.path.reduce<unknown>((v, k) => (v as { [key: PropertyKey]: unknown } | undefined)?.[k], value),
      ),
    )
}
const WANTED: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a whole number, without quotes',
  int: 'a whole number, without quotes',
  object: 'an object {…}',
  record: 'an object {…}',
}
const said = (i: z.core.$ZodIssue, given: unknown): string => {
  if (given === undefined) return `is missing: add it${i.code === 'invalid_value' ? `, one of ${i.values.map(String).join(', ')}` : ''}`
  if (i.code === 'invalid_value')
    return `wanted ${i.values.length > 1 ? 'one of ' : ''}${i.values.map(String).join(', ')}${typeof given === 'string' ? nearest(given, i.values.map(String)) : ''}`
  if (i.code === 'invalid_type') return `wanted ${WANTED[i.expected] ?? i.expected}`
  if (i.code === 'too_big')
    return i.origin === 'string' ? `longer than ${i.maximum} characters: shorten it` : `at most ${i.maximum} is wanted`
  if (i.code === 'too_small') return i.origin === 'string' ? 'is empty: leave it out, or say it' : `at least ${i.minimum} is wanted`
  if (i.code === 'invalid_format' && i.format === 'url') return 'wanted a web address, http://… or https://…'
  return i.message
}
