import { Failure } from '../../kernel/database/failure.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day } from '../../kernel/day.ts'
import { positionAt } from '../../record/position.ts'
import { OPERATOR, PUBLIC, today } from '../../record/record.ts'
import type { Option } from './command.ts'
import { type Call, Usage } from './command.ts'

// The options that many commands share, and how they are read.

export const WHEN: Readonly<Record<string, Option>> = {
  'as-of': { value: 'DAY', says: 'the board as it stood on that day (YYYY-MM-DD; default: today in New York)' },
  'known-at': { value: 'T|POSITION', says: 'as it was known then: a time, a day, or a position of the ledger' },
}
export const WHO: Readonly<Record<string, Option>> = {
  public: { says: 'only what the public may see' },
  json: { says: 'for machines' },
}
export const text = (call: Call, name: string): string | undefined => {
  const value = call.values[name]
  if (value === '') throw new Usage(`--${name} wants a value.`)
  return typeof value === 'string' ? value : undefined
}
export const reader = (call: Call) => (call.values['public'] ? PUBLIC : OPERATOR)

export const asOf = (call: Call): Day => {
  const value = text(call, 'as-of')
  if (value === undefined) return today()
  try {
    return day(value)
  } catch {
    throw new Usage(`--as-of ${value}: no such day. Write it as 2021-09-15.`)
  }
}
export const knownAt = async (call: Call, db: Sql): Promise<number | undefined> => {
  const value = text(call, 'known-at')
  if (value === undefined) return undefined
  const position = await positionAt(db, value)
  if (typeof position === 'string') throw new Usage(`--known-at ${value}: ${position}`)
  return position
}
export const oneWord = (call: Call, what: string): string => {
  const [word, more] = call.words
  if (word === undefined || more !== undefined) throw new Usage(`One ${what} is wanted.`)
  return word
}
export const noWords = (call: Call): void => {
  if (call.words.length) throw new Usage(`Unexpected: ${call.words.join(' ')}`)
}
/** Progress on a terminal, with an estimate of what is left; silent in a pipe. */
export const progress = (what: string): ((done: number, of: number) => void) => {
  const began = performance.now()
  let last = 0
  return (done, of) => {
    const now = performance.now()
    if (!process.stderr.isTTY || (now - last < 200 && done < of)) return
    last = now
    const left = done ? ((now - began) * (of - done)) / done / 1000 : 0
    process.stderr.write(
      `\r${what}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}${done < of ? `, about ${Math.ceil(left)} s left` : ''}\x1b[K${done < of ? '' : '\n'}`,
    )
  }
}
export const notFound = (what: string): Failure =>
  new Failure(`${what} is not on this record, or not for this reader.`, 'peaceops board lists what is.')
