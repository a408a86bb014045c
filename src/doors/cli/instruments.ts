import { toIso } from '../../kernel/day.ts'
import type { State } from '../../kernel/rules/clock.ts'
import { standsAs } from '../../paper/words.ts'
import {
  type Asked,
  became,
  codeMeant,
  type Instrument,
  instrumentJson,
  instrumentOf,
  instrumentRow,
  instruments,
  isNothing,
  NOTHING,
  saidOf,
  TYPED,
} from '../../record/instruments.ts'
import { lawOf } from '../../record/law.ts'
import { nameOf } from '../../record/names.ts'
import { bookInForce } from '../../record/rulebook.ts'
import { nearest } from '../../record/spelling.ts'
import { asOf, CAUTION, knownAt, reader, WHEN, WHO } from './asking.ts'
import { type Call, type Command, Usage } from './command.ts'

export const instrumentsCommand: Command = {
  says: 'The texts that oblige or promise: what each asks, of whom, how sure we are of its words, what became of it.',
  usage: '[CODE]',
  options: { ...WHEN, ...WHO },
  example: 'peaceops instruments S-RES-2719 --as-of 2026-12-21',
  run: async call => {
    const [word, more] = call.words
    const code = word === undefined ? undefined : codeMeant(word)
    if (more !== undefined) throw new Usage(`One text at most is wanted, not ${call.words.length}.`)
    if (word !== undefined && code === undefined)
      throw new Usage(
        `There is no text ${JSON.stringify(word.slice(0, 80))}${nearest(word, Object.keys(TYPED))}, peaceops instruments lists them.`,
      )
    const on = asOf(call)
    const record = await call.open()
    return record.read(reader(call), async db => {
      const position = await knownAt(call, db)
      const book = bookInForce(await lawOf(db, position))
      if (!book) throw new Error('no rulebook is in force')
      if (code === undefined) return list(call, instruments(book))
      const text = instrumentOf(code, book)!
      const b = await became(db, reader(call), code, on, position)
      if (call.values['json']) call.out(JSON.stringify(await instrumentJson(db, text, b, on), null, 2))
      else tell(call, text, b, toIso(on))
      return 0
    })
  },
}
const list = (call: Call, all: readonly Instrument[]): number => {
  if (call.values['json']) call.out(JSON.stringify(all.map(instrumentRow), null, 2))
  else for (const i of all) call.out(`${i.code.padEnd(27)} ${i.kind.padEnd(11)} ${i.standing.padEnd(11)} ${i.name}`)
  return 0
}
const limitOf = ({ limit }: Asked): string =>
  limit ? `${limit.every ? 'every ' : ''}${limit.n} ${limit.unit} (${limit.standing})` : 'no number'

const tell = (call: Call, i: Instrument, b: Awaited<ReturnType<typeof became>>, on: string): void => {
  call.out(`${i.name}${i.symbol === undefined ? '' : ` (${i.symbol})`}`)
  call.out(`  Binds: ${i.binds}. Its text: ${i.standing}.`)
  call.out(`  Not read by us: ${i.notRead}`)
  call.out('\nWhat it asks')
  if (!i.paragraphs.length) call.out('  No paragraph of it is typed here.')
  for (const p of i.paragraphs) {
    call.out(`  ${p.at ?? 'paragraph not read'}, of ${p.of}: ${p.as === undefined ? '' : `${p.as}: `}${p.asks}`)
    call.out(`    ${limitOf(p)}; ${p.binding}, ${p.standing}; ${p.source.title}`)
    const kept = [...p.duties.map(d => d.duty), ...p.findings.map(f => f.finding)]
    call.out(`    ${kept.length ? kept.join(', ') : 'no duty of this rulebook rests on it'}`)
  }
  call.out(`\nWhat became of it, as it stood on ${on} (New York)`)
  if (isNothing(b)) call.out(`  ${NOTHING}.`)
  else if (b.counts.size)
    call.out(`  ${[...b.counts].map(([state, n]) => `${wordOf(state)}: ${n > 1000 ? 'more than 1,000' : n}`).join('; ')}`)
  for (const { span, rule, binding } of b.owed)
    call.out(
      `  ${nameOf(span.debtor)}: ${rule?.act ?? span.duty}, ${span.subject}, ${Math.abs(span.due) === 2_147_483_647 ? 'no date' : `due ${toIso(span.due)}`}, ${standsAs({ ...span, binding })}`,
    )
  if (b.more) call.out('  … and more: peaceops board --duty ID')
  if (b.findings) call.out(`  ${b.findings > 50 ? 'More than 50' : b.findings} findings stand that rest on it: peaceops findings`)
  if (b.told.length) call.out('\nWhat is told of the text itself')
  for (const t of b.told)
    call.out(
      `  ${t.on.padEnd(22)} ${t.face.subject}: ${saidOf(t) ?? (t.body ? t.face.type : 'what it says is not public')} ${t.source?.title ?? ''}`.trimEnd(),
    )
  call.note(`\n${CAUTION}`)
}
/** Of many counted together: as of one that binds, with a day. */
const wordOf = (state: State): string => standsAs({ state, binding: 'treaty', due: '' })
