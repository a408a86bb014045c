import { readable } from '../../record/bytes.ts'
import { exported } from '../../record/case.ts'
import type { Report } from '../../record/import.ts'
import { OFFICES } from '../../record/names.ts'
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
    const unnamed = report.bad - new Set(report.problems.map(p => p.line)).size
    if (unnamed > 0) call.note(`And ${unnamed.toLocaleString('en')} more bad lines: mend these first.`)
    const wrote = call.values['check']
      ? `Only looked, nothing was written: ${report.good} new, ${report.repeated} on the record already.`
      : report.kept
        ? `${report.written} written, ${report.repeated} on the record already.`
        : 'Nothing was written. Mend these lines, or add --keep-good.'
    const read = report.lines ? `${report.lines} ${report.lines === 1 ? 'line' : 'lines'} read` : 'The file is empty'
    call.note(`${read}${report.bad ? `, ${report.bad} bad` : ''}. ${wrote}`)
  }
  return report.bad ? 1 : 0
}
const read = async (call: Call, path: string, office?: string): Promise<number> => {
  await readable(path)
  const record = await call.open()
  const says = { reading: progress('Bytes read'), writing: progress('Entries') }
  return told(
    call,
    await record.import(path, {
      ...(office === undefined ? {} : { office }),
      check: call.values['check'] === true,
      keepGood: call.values['keep-good'] === true,
      say: (doing, done, of) => says[doing](done, of),
    }),
  )
}

export const importCommand: Command = {
  says: 'Puts lines of a file on the record, as testimony: a source says that it happened.',
  usage: 'FILE',
  options: READING,
  example: 'peaceops import cases.ndjson --check',
  run: call => read(call, oneWord(call, 'file')),
}
export const recordCommand: Command = {
  says: 'Puts lines on the record as this office’s own register: an office acts. Strict: what cannot follow is refused.',
  usage: 'FILE --office CODE',
  options: { office: { value: 'CODE', says: 'the office whose register this is, such as un.cdt' }, ...READING },
  example: 'peaceops record today.ndjson --office un.cdt',
  run: call => {
    const path = oneWord(call, 'file')
    const office = text(call, 'office')
    if (office === undefined) throw new Usage('Whose register is it? --office un.cdt is wanted.')
    if (!Object.hasOwn(OFFICES, office)) throw new Usage(`--office ${office}: wanted one of ${Object.keys(OFFICES).join(', ')}.`)
    return read(call, path, office)
  },
}

export const exportCommand: Command = {
  says: 'The record as interchange lines, in the order of the ledger, to standard output.',
  options: { public: { says: 'only what the public may see' } },
  example: 'peaceops export --public > record.ndjson',
  run: async call => {
    noWords(call)
    const record = await call.open()
    return record.read(call.values['public'] ? PUBLIC : OPERATOR, async db => {
      for await (const line of exported(db)) await call.line(JSON.stringify(line))
      return 0
    })
  },
}
