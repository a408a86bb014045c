import { setTimeout as sleep } from 'node:timers/promises'
import { as, OPERATOR } from '../../src/kernel/access/reader.ts'
import { openDatabase } from '../../src/kernel/database/place.ts'
import { openPools } from '../../src/kernel/database/pools.ts'
import { secret } from '../../src/kernel/database/secrets.ts'
import { day } from '../../src/kernel/day.ts'
import { Ledger } from '../../src/kernel/ledger/append.ts'
import { TABLES } from '../../src/record/tables.ts'
import { board } from './reading.ts'

// A process that is there to be killed: node writer.ts HOME URL NAME HOW-MANY. It writes until it is done, eight officers at once, and
// says on its output, a line each, what it was told: `ack SEQ ID SUBJECT`, or `error` with the sentence that it got.

const [home, url, name, howMany] = process.argv.slice(2) as [string, string, string, string]
const say = (line: string): unknown => process.stdout.write(`${line}\n`)
const place = await openDatabase({ home, url: url || undefined, say: line => say(`says ${line}`) })
const pools = await openPools(place, s => secret(home, s), TABLES)
const ledger = new Ledger(pools.keeper)
say(`ready ${place.embedded?.owner ?? ''}`)

let left = Number(howMany)
const officer = async (n: number): Promise<void> => {
  while (left-- > 0) {
    try {
      const subject = `KILL-${(left + n) % 7}`
      const answer = await ledger.append([
        {
          chapter: 'conduct',
          type: left % 3 ? 'MemberStateNotified' : 'MemberStateResponded',
          v: 1,
          subject,
          occurredOn: day('2021-03-01'),
          latest: day('2021-03-01'),
          door: 'command',
          marking: 0,
          expect: 'any',
          is: { mission: 'SIM-1', state: 'XAA', category: 'contingent', ...(left % 3 ? { matter: 'sea' } : { answer: 'investigates' }) },
          body: { data: { by: name }, origin: { system: name, id: `${name}-${process.pid}-${left}` } },
        },
      ])
      if (answer.ok) for (const r of answer.receipts) say(`ack ${r.seq} ${r.id} ${subject}`)
      else say(`refused ${answer.refusal.code}`)
    } catch (error) {
      say(`error ${String((error as Error).message).replaceAll('\n', ' ')}`)
      await sleep(50)
    }
  }
}
/** Somebody reads meanwhile, inside a transaction: his connection may be cut too, and must not take the process with it. */
let reading = true
const reader = async (): Promise<void> => {
  while (reading) {
    await as(pools, OPERATOR, board).catch((e: Error) => say(`unread ${e.message}`))
    await sleep(5)
  }
}
const read = reader()
await Promise.all(Array.from({ length: 8 }, (_, n) => officer(n)))
reading = false
await read
say('done')
await pools.close()
await place.close()
