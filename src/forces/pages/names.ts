import { readFileSync } from 'node:fs'

// A page of a question is not told how the house calls a State, so the table that ships is read here, too.
const STATES: Readonly<Record<string, readonly [alpha2: string, name: string]>> = JSON.parse(
  readFileSync(new URL('../../../data/states.json', import.meta.url), 'utf8'),
)
/** The name of a State; the code itself where this version knows no name. */
export const nameOf = (code: string): string => STATES[code]?.[1] ?? code
