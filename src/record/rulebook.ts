import { day, toIso } from '../kernel/day.ts'
import type { Ledger, Outcome } from '../kernel/ledger/append.ts'
import { type Json, jcs } from '../kernel/ledger/jcs.ts'
import { HORIZON, RULEBOOK } from '../kernel/ledger/load.ts'
import type { Law } from '../kernel/ledger/subject.ts'
import { documentHash } from '../kernel/proof/leaf.ts'
import { inForce, type Rulebook } from '../kernel/rules/rulebook.ts'
import { validate } from '../kernel/rules/validate.ts'
import { CHAPTERS } from './chapters.ts'
import { CALENDARS, OFFICES, SIMULATED, STATES } from './names.ts'

/** The book of this version: every chapter's duties and findings, with the States, offices and calendars that they name. One document, one hash. */
export const shippedBook = (): Rulebook => ({
  engine: 1,
  states: [...Object.keys(STATES), ...SIMULATED].sort(),
  offices: Object.keys(OFFICES).sort(),
  duties: CHAPTERS.flatMap(c => c.duties),
  findings: CHAPTERS.flatMap(c => c.findings),
  calendars: CALENDARS,
  firstHolders: CHAPTERS.flatMap(c => c.firstHolders),
})
const asJson = (book: Rulebook): Json => JSON.parse(JSON.stringify(book)) as Json
export const hashOf = (book: Rulebook): string => documentHash(jcs(asJson(book)))

/** From the day on which this record begins: older than any case on it. */
export const SINCE_EVER = day('1945-10-24')

/** Puts a book in force from a day on. `replacing`: the id of an adoption that was a misreading and never was (the past is rewritten, and it says so). */
export const adopt = async (
  ledger: Ledger,
  law: Law,
  book: Rulebook,
  from = SINCE_EVER,
  replacing?: string,
  expect: number | 'any' = 'any',
): Promise<Outcome | readonly string[]> => {
  const wrong = validate(
    book,
    law.adopted.map(a => a.book),
  )
  if (wrong.length) return wrong
  const on = {
    occurredOn: from,
    latest: from,
    door: 'command',
    v: 1,
    chapter: 'kernel',
    subject: RULEBOOK,
    marking: 0,
    expect,
  } as const
  return ledger.append([
    ...(replacing ? [{ ...on, type: 'EntrySuperseded', is: { entry: replacing }, body: { marking: 0 as const, data: {} } }] : []),
    { ...on, type: 'RulebookAdopted', is: { book: hashOf(book), from: toIso(from) }, body: { marking: 0, data: { book: asJson(book) } } },
  ])
}
/** What a ledger needs before its first entry can mean anything. Written once, though two servers come to it at once; again only when a year has passed. */
export const prepare = async (ledger: Ledger, law: Law, year: number): Promise<void> => {
  if (!law.adopted.length) {
    const answer = await adopt(ledger, law, shippedBook(), SINCE_EVER, undefined, 0)
    if ('ok' in answer ? !answer.ok && answer.refusal.code !== 'subject-moved-on' : answer.length)
      throw new Error(`the shipped rulebook is refused: ${JSON.stringify(answer)}`)
  }
  const until = day(`${year + 1}-12-31`)
  if (law.horizon < until) {
    const today = day(`${year}-01-01`)
    await ledger.append([
      {
        chapter: 'kernel',
        type: 'HorizonMoved',
        v: 1,
        subject: HORIZON,
        occurredOn: today,
        latest: today,
        door: 'command',
        marking: 0,
        expect: 'any',
        is: { until: toIso(until) },
        body: { marking: 0, data: {}, origin: { system: 'peaceops', id: `horizon ${toIso(until)}` } },
      },
    ])
  }
}
export const bookInForce = (law: Law): Rulebook | undefined => inForce(law.adopted, day('9999-12-31'))?.book
