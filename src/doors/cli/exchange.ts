import { exported } from '../../record/case.ts'
import type { Report } from '../../record/import.ts'
import { OPERATOR, PUBLIC } from '../../record/record.ts'
import { noWords, oneWord, progress, text } from './asking.ts'
import type { Command, Option } from './command.ts'
import { type Call, Usage } from './command.ts'

const READING: Readonly<Record<string, Option>> = {
  check: { says: 'only look: name every bad line, write nothing' },
  'keep-good': { says: 'write the good lines although others are bad' },
  json: { says: 'for machines' },
}
const told = (call: Call, report: Report): number => {
  if (call.values['json']) call.out(JSON.stringify(report, null, 2))
  else {
    for (const n of report.notices) call.note(n)
    for (const p of report.problems) call.out(`line ${p.line}, column ${p.column}${p.field ? `, ${p.field}` : ''}: ${p.says}`)
    const bad = new Set(report.problems.map(p => p.line)).size
    const wrote = call.values['check']
      ? 'Only looked: nothing was written.'
      : report.kept
        ? `${report.written} written, ${report.repeated} on the record already.`
        : 'Nothing was written. Mend these lines, or add --keep-good.'
    call.note(`${report.lines} ${report.lines === 1 ? 'line' : 'lines'} read${bad ? `, ${bad} bad` : ''}. ${wrote}`)
  }
  return report.problems.length ? 1 : 0
}

export const importCommand: Command = {
  says: 'Puts lines of a file on the record, as testimony: a source says that it happened.',
  usage: 'FILE',
  options: READING,
  example: 'peaceops import cases.ndjson --check',
  run: async call => {
    const path = oneWord(call, 'file')
    const record = await call.open()
    return told(
      call,
      await record.import(path, { check: call.values['check'] === true, keepGood: call.values['keep-good'] === true, say: progressOf() }),
    )
  },
}
export const recordCommand: Command = {
  says: 'Puts lines on the record as this office’s own register: an office acts. Strict: what cannot follow is refused.',
  usage: 'FILE --office CODE',
  options: { office: { value: 'CODE', says: 'the office whose register this is, such as un.cdt' }, ...READING },
  example: 'peaceops record today.ndjson --office un.cdt',
  run: async call => {
    const path = oneWord(call, 'file')
    const office = text(call, 'office')
    if (office === undefined || !/^[a-z]+(\.[a-z0-9-]+)+$/.test(office)) throw new Usage('Whose register is it? --office un.cdt is wanted.')
    const record = await call.open()
    return told(
      call,
      await record.import(path, {
        office,
        check: call.values['check'] === true,
        keepGood: call.values['keep-good'] === true,
        say: progressOf(),
      }),
    )
  },
}
const progressOf = () => {
  const say = progress('Entries')
  return (_: string, done: number, of: number): void => say(done, of)
}

export const exportCommand: Command = {
  says: 'The record as interchange lines, in the order of the ledger, to standard output.',
  options: { public: { says: 'only what the public may see' } },
  example: 'peaceops export --public > record.ndjson',
  run: async call => {
    noWords(call)
    const record = await call.open()
    return record.read(call.values['public'] ? PUBLIC : OPERATOR, async db => {
      for await (const line of exported(db)) {
        if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await new Promise(done => process.stdout.once('drain', done))
      }
      return 0
    })
  },
}
