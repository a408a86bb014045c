import { Failure } from '../../kernel/database/failure.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day } from '../../kernel/day.ts'
import { HORIZON, RULEBOOK } from '../../kernel/ledger/load.ts'
import { lawOf } from '../../record/law.ts'
import { isState, OFFICES } from '../../record/names.ts'
import { type Record as Kept, OPERATOR, PUBLIC, today } from '../../record/record.ts'
import { nearest } from '../../record/spelling.ts'
import { momentOf } from '../moment.ts'
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

export const asOf = (call: Call): Day => dayOf(call, 'as-of') ?? today()
export const dayOf = (call: Call, name: string): Day | undefined => {
  const value = text(call, name)
  if (value === undefined) return undefined
  try {
    return day(value)
  } catch {
    throw new Usage(
      /^\d{4}-\d\d-\d\d$/.test(value)
        ? `--${name} ${value}: there is no such day.`
        : `--${name} ${value}: a day is written as 2021-09-15: year, month, day.`,
    )
  }
}
export const stateOf = (call: Call): string | undefined => {
  const value = text(call, 'state')
  if (value !== undefined && !(/^[A-Z]{3}$/.test(value) && isState(value)))
    throw new Usage(`--state ${value}: no State has this code, ISO 3166-1 alpha-3 is wanted, such as GAB.`)
  return value
}
export const debtorOf = (call: Call): string | undefined => {
  const value = text(call, 'debtor')
  if (value !== undefined && value !== 'un' && !(/^[A-Z]{3}$/.test(value) && isState(value)) && !Object.hasOwn(OFFICES, value))
    throw new Usage(`--debtor ${value}: neither a State (GAB) nor an office (${Object.keys(OFFICES).join(', ')}), nor un.`)
  return value
}
export const knownAt = async (call: Call, db: Sql): Promise<number | undefined> => {
  const value = text(call, 'known-at')
  if (value === undefined) return undefined
  const position = await momentOf(db, value)
  if (typeof position === 'string') throw new Usage(`--known-at: ${position}.`)
  return position
}
/** A duty of any book ever adopted: a misspelt one would find nothing, which looks like good news. */
export const knownDuty = async (call: Call, db: Sql): Promise<void> => {
  const value = text(call, 'duty')
  if (value === undefined) return
  const known = (await lawOf(db)).adopted.flatMap(a => a.book.duties.map(d => d.duty))
  if (!known.includes(value))
    throw new Usage(`--duty ${value}: no rulebook has this duty${nearest(value, known)}, peaceops rulebook lists them.`)
}
export const oneWord = (call: Call, what: string): string => {
  const [word, more] = call.words
  if (word === undefined || more !== undefined)
    throw new Usage(`One ${what} is wanted${more === undefined ? '' : `, not ${call.words.length}`}.`)
  return word
}
export const noWords = (call: Call): void => {
  if (call.words.length) throw new Usage(`Unexpected: ${call.words.join(' ').slice(0, 80)}.`)
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
/** Nothing was found: because there is nothing yet, or because nothing was asked for that stands here? */
export const nothingOn = async (record: Kept): Promise<string> =>
  (await record.pools.keeper.query(`select from entry where subject not in ('${RULEBOOK}', '${HORIZON}') limit 1`)).rowCount
    ? 'Nothing on this record.'
    : 'This record is empty. peaceops start loads the published record, peaceops import FILE your own lines.'
export const notFound = (what: string): Failure =>
  new Failure(`${what} is not on this record, or not for this reader.`, 'peaceops board lists what is.')
