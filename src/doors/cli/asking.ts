import { Failure } from '../../kernel/database/failure.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day } from '../../kernel/day.ts'
import { HORIZON, RULEBOOK } from '../../kernel/ledger/load.ts'
import { messagesFor } from '../../paper/messages.ts'
import { caseMeant, meant, noDuty, noMission } from '../../record/meant.ts'
import { type Record as Kept, OPERATOR, PUBLIC, today } from '../../record/record.ts'
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

export const asOf = (call: Call): Day => notToCome(call, dayOf(call, 'as-of') ?? today())
/** A day that has not come is answered, and called so, as on the page. */
export const notToCome = (call: Call, on: Day): Day => {
  if (on > today()) call.note(messagesFor('en').future)
  return on
}
export const dayOf = (call: Call, name: string): Day | undefined => {
  const value = text(call, name)
  return value === undefined ? undefined : civilDay(name, value)
}
export const civilDay = (name: string, value: string): Day => {
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
/** The code of what was asked for by a name, and what was understood is said. */
export const meantBy = (call: Call, option: string): string | undefined => {
  const value = text(call, option)
  return value === undefined ? undefined : meantAs(call, option, value, `${option} ${value}`)
}
export const meantAs = (call: Call, option: string, value: string, typed: string): string => {
  const m = meant(option, value)
  if ('says' in m) throw new Usage(`--${typed}: ${m.says}.`)
  if (m.as !== undefined) call.note(`--${typed}: ${m.as}.`)
  return m.code
}
/** Nothing was found: of a mission that nobody knows, that is no good news. */
export const knownMission = async (db: Sql, mission: string | undefined): Promise<void> => {
  const says = await noMission(db, mission)
  if (says !== undefined) throw new Usage(`--mission ${mission}: ${says}.`)
}
export const knownAt = async (call: Call, db: Sql): Promise<number | undefined> => {
  const value = text(call, 'known-at')
  if (value === undefined) return undefined
  const position = await momentOf(db, value)
  if (typeof position === 'string') throw new Usage(`--known-at: ${position}.`)
  return position
}
export const knownDuty = async (call: Call, db: Sql): Promise<void> => {
  const duty = text(call, 'duty')
  const says = await noDuty(db, duty)
  if (says !== undefined) throw new Usage(`--duty ${duty}: ${says}.`)
}
/** In which form an answer is wanted that is also a table. */
export const form = (call: Call): 'csv' | 'json' | 'text' => {
  if (call.values['csv'] && call.values['json']) throw new Usage('--csv and --json are two forms: give one of them.')
  return call.values['csv'] ? 'csv' : call.values['json'] ? 'json' : 'text'
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
export const NOTHING = `${messagesFor('en').nothing}.`
/** Said wherever the board's words are. */
export const CAUTION = '"No answer on this record" does not mean that no answer was given.'
/** Nothing was found: because there is nothing yet, or because nothing was asked for that stands here? */
export const nothingOn = async (record: Kept): Promise<string> =>
  (await record.pools.keeper.query(`select from entry where subject not in ('${RULEBOOK}', '${HORIZON}') limit 1`)).rowCount
    ? NOTHING
    : 'This record is empty. peaceops start loads the published record, peaceops import FILE your own lines.'
export const notFound = async (db: Sql, subject: string): Promise<Failure> => {
  const { like } = await caseMeant(db, subject)
  return new Failure(
    `${subject} is not on this record, or not for this reader${like === undefined ? '' : ` (did you mean ${like}?)`}.`,
    'peaceops board lists what is.',
  )
}
