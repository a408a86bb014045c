import { toIso } from '../../kernel/day.ts'
import type { State } from '../../kernel/rules/clock.ts'
import type { Binding } from '../../kernel/rules/rulebook.ts'
import { messagesFor } from '../../paper/messages.ts'
import { standsAs } from '../../paper/words.ts'
import { type Query, wholeBoard } from '../../record/board.ts'
import { type BoardRow, boardRows } from '../../record/board-row.ts'
import type { Owed } from '../../record/owed.ts'
import { actWords } from '../../record/pages/chapters.ts'
import { type Faces, facesBehind, ownWordsOf } from '../../record/pages/drawing.ts'
import { capital, debtorOf, officeOf } from '../../record/pages/view.ts'
import { asOf, CAUTION, knownAt, knownDuty, knownMission, meantBy, nothingOn, noWords, reader, text, WHEN, WHO } from './asking.ts'
import type { Command } from './command.ts'
import { type Call, Usage } from './command.ts'

const BINDINGS: readonly Binding[] = ['treaty', 'resolution', 'self-commitment', 'request', 'assumption']
const STATES: readonly State[] = ['open', 'stopped', 'elapsing', 'overdue', 'silent', 'met', 'met late', 'waived', 'excused']

export const boardCommand: Command = {
  says: 'Who owes what, to whom, by when: as it stands, or as it stood or was known on another day.',
  options: {
    ...WHEN,
    state: { value: 'ISO3', says: 'what concerns this State, whoever owes it' },
    mission: { value: 'NAME', says: 'in this mission' },
    debtor: { value: 'CODE', says: 'owed by this State or office (un: all of the United Nations; au: of the African Union)' },
    duty: { value: 'ID', says: 'under this duty' },
    binding: { value: 'KIND', says: `how firmly it binds: ${BINDINGS.join(', ')}` },
    in: { value: 'STATE', says: `only what is ${STATES.join(', ')}` },
    limit: { value: 'N', says: 'at most so many rows (default: all)' },
    ...WHO,
  },
  example: 'peaceops board --state GAB --as-of 2021-09-15',
  run: async call => {
    noWords(call)
    const on = asOf(call)
    const which = filters(call)
    const limit = count(call)
    const record = await call.open()
    return record.read(reader(call), async db => {
      const position = await knownAt(call, db)
      await knownDuty(call, db)
      const q = { on, ...which, ...(position === undefined ? {} : { knownAt: position }) }
      let n = 0
      const print = call.values['json'] ? asJson(call) : asTable(call, toIso(on))
      let page: Owed[] = []
      const flush = async (): Promise<void> => {
        const faces = call.values['json'] ? new Map() : await facesBehind(db, page)
        for (const [i, row] of (await boardRows(db, page, on)).entries()) await print.row(row, page[i]!, faces)
        page = []
      }
      for await (const owed of wholeBoard(db, reader(call), q)) {
        if (n++ >= limit) break
        page.push(owed)
        if (page.length === 500) await flush()
      }
      await flush()
      if (!n) await knownMission(db, which.mission)
      print.end(Math.min(n, limit))
      if (!n) call.note(await nothingOn(record))
      return 0
    })
  },
}
const filters = (call: Call): Pick<Query, 'state' | 'mission' | 'debtor' | 'duty' | 'binding' | 'stands'> => {
  const binding = text(call, 'binding')
  if (binding !== undefined && !BINDINGS.includes(binding as Binding))
    throw new Usage(`--binding ${binding}: wanted one of ${BINDINGS.join(', ')}.`)
  const stands = text(call, 'in')
  if (stands !== undefined && !STATES.includes(stands as State)) throw new Usage(`--in ${stands}: wanted one of ${STATES.join(', ')}.`)
  const given = {
    state: meantBy(call, 'state'),
    mission: meantBy(call, 'mission'),
    debtor: meantBy(call, 'debtor'),
    duty: text(call, 'duty'),
    binding,
    stands,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
const count = (call: Call): number => {
  const value = text(call, 'limit')
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Usage(`--limit ${value}: a whole number from 1 on is wanted.`)
  return Number(value)
}
/** An array that is written row by row: memory does not grow with the board. */
const asJson = (call: Call) => {
  let first = true
  return {
    row: async (r: BoardRow): Promise<void> => {
      await call.line(`${first ? '[' : ','}${JSON.stringify(r)}`)
      first = false
    },
    end: (): void => call.out(first ? '[]' : ']'),
  }
}
const asTable = (call: Call, on: string) => {
  call.note(`As it stood on ${on} (New York).`)
  return {
    row: async (r: BoardRow, o: Owed, faces: Faces): Promise<void> => {
      const disputed = r.disputed && r.state !== 'overdue' ? ` (${messagesFor('en').startDisputed})` : ''
      const act = o.rule ? capital('en', actWords('en', r.duty, o.rule.act)) : r.duty
      const says = ownWordsOf('en', o, faces)
      const { name, code } = debtorOf('en', r.debtor, r.mission)
      await call.line(
        [
          (code === undefined ? name : `${name} ${code}`).padEnd(28),
          `${standsAs(r)}${disputed}`.padEnd(26),
          (r.due ?? 'no date').padEnd(11),
          `${act}${says === undefined ? '' : `, ${says}`}: ${r.subject} (${r.binding}; ${r.duty})${r.holder === null ? '' : `; holder: ${officeOf('en', r.holder)}`}`,
        ].join(' '),
      )
    },
    end: (n: number): void => (n ? call.note(`${n} ${n === 1 ? 'obligation' : 'obligations'}. ${CAUTION}`) : undefined),
  }
}
