import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, FOREVER, toIso } from '../../kernel/day.ts'
import { ACCOUNTS } from '../../kernel/ledger/own.ts'
import { bornOn } from '../../kernel/ledger/told.ts'
import { messagesFor } from '../../paper/messages.ts'
import { sourceInWords, standsAs } from '../../paper/words.ts'
import { type Case, caseJson, caseOf, type Shown } from '../../record/case.ts'
import { caseMeant } from '../../record/meant.ts'
import { nameOf } from '../../record/names.ts'
import { withoutAccount } from '../../record/pages/accounts.tsx'
import { chapterIn, typeWords } from '../../record/pages/chapters.ts'
import { standingIn } from '../../record/pages/load.ts'
import { asOf, knownAt, notFound, oneWord, reader, WHEN, WHO } from './asking.ts'
import type { Command } from './command.ts'

export const caseCommand: Command = {
  says: 'One case whole: its clocks with their arithmetic, its entries with their sources, who holds it.',
  usage: 'ID',
  options: { ...WHEN, ...WHO },
  example: 'peaceops case GABON-2021 --as-of 2021-09-15',
  run: async call => {
    const word = oneWord(call, 'case')
    const on = asOf(call)
    const record = await call.open()
    return record.read(reader(call), async db => {
      const position = await knownAt(call, db)
      const found = (await caseOf(db, word, on, position)) ?? (await otherwise(db, word, on, position))
      if (!found) throw await notFound(db, word)
      if (call.values['json']) {
        call.out(JSON.stringify(caseJson(found, on), null, 2))
        return 0
      }
      call.out(`${found.subject}, as it stood on ${toIso(on)}`)
      if (found.part) call.out('A part: this reader is cleared for some States or missions, and entries about others may be missing.')
      if (!found.owed.length) call.out('\nNo obligation arises on this record.')
      for (const o of [...found.owed].sort((a, b) => Number(b.span.debtor.includes('.')) - Number(a.span.debtor.includes('.')))) {
        call.out(`\n${nameOf(o.span.debtor)}: ${o.rule?.act ?? o.span.duty} (${o.binding})`)
        call.out(`  ${standsAs({ ...o.span, binding: o.binding })}${o.span.due === FOREVER ? '' : `, due ${toIso(o.span.due)}`}`)
        for (const sentence of o.why) call.out(`  ${sentence}`)
      }
      const ofConduct = chapterIn(found) === 'conduct'
      const debtors = [...new Set(found.owed.map(o => o.span.debtor))]
      const { entries: standing } = standingIn(found, { on })
      const missing = ofConduct || debtors.length ? withoutAccount('en', standing, ofConduct ? undefined : debtors) : []
      if (missing.length) call.out(`\n${missing.join('\n')}`)
      call.out('\nEntries')
      const told = found.entries
        .filter(e => bornOn(e.face) <= on)
        .sort((a, b) => bornOn(a.face) - bornOn(b.face) || a.face.seq - b.face.seq)
      for (const e of told) {
        call.out(
          `  ${String(edtf(e.written)).padEnd(22)} ${typeWords('en', e.face.type)[0]}${e.superseded ? ' (superseded)' : ''}${ofWhom(e)}`,
        )
        const says = e.body?.data['says']
        if (typeof says === 'string') call.out(`    ${says}`)
        const source = e.body?.source
        if (source) call.out(`    ${sourceInWords(source)}`)
        if (source?.note) call.out(`    ${messagesFor('en').readWith}: ${source.note}`)
      }
      const later = found.entries.length - told.length
      if (later) call.out(`  ${later} of the days since ${later === 1 ? 'is' : 'are'} not shown: leave out --as-of to read all.`)
      for (const d of found.doubts)
        if (told.some(e => e.face.id === d.entry)) call.out(`\nTo be doubted${ofWhom(told.find(e => e.face.id === d.entry)!)}: ${d.says}`)
      return 0
    })
  },
}
const ofWhom = ({ face: { type, is } }: Shown): string => {
  const whose = is['state'] ?? (ACCOUNTS.has(type) ? is['office'] : undefined)
  return whose === undefined ? '' : `, ${nameOf(String(whose))}`
}
const edtf = ({ occurredOn: a, latest: b }: { readonly occurredOn: string; readonly latest: string }): string => (a === b ? a : `${a}/${b}`)
/** The case whose name was written in other capitals. */
const otherwise = async (db: Sql, word: string, ...when: [Day, number | undefined]): Promise<Case | undefined> => {
  const { subject } = await caseMeant(db, word)
  return subject === undefined ? undefined : caseOf(db, subject, ...when)
}
