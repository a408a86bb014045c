import { changedSnapshots } from '../../archive/intact.ts'
import { toIso } from '../../kernel/day.ts'
import { changedEntries } from '../../kernel/ledger/intact.ts'
import { loadLaw } from '../../kernel/ledger/load.ts'
import { rebuild } from '../../kernel/ledger/rebuild.ts'
import { inForce, type Rulebook } from '../../kernel/rules/rulebook.ts'
import { nameOf } from '../../record/names.ts'
import { limitSaid, mustSaid } from '../../record/pages/aloud.ts'
import { capital } from '../../record/pages/view.ts'
import { type Record, today } from '../../record/record.ts'
import { adopt, bookInForce, hashOf, SINCE_EVER, shippedBook } from '../../record/rulebook.ts'
import { simulated } from '../../record/simulate.ts'
import { dayOf, noWords, progress, text } from './asking.ts'
import type { Command } from './command.ts'
import { type Call, Usage } from './command.ts'

export const rebuildCommand: Command = {
  says: 'Holds each entry against its hashes, derives everything anew from the entries alone, and compares it with the tables; snapshots of published tables with their entries.',
  options: { check: { says: 'only compare; exit 1 where something differs' }, json: { says: 'for machines' } },
  run: async call => {
    noWords(call)
    const record = await call.open()
    const check = call.values['check'] === true
    const client = await record.pools.keeper.connect()
    try {
      await client.query(check ? 'begin isolation level repeatable read read only' : 'begin')
      if (!check) await client.query('select size from ledger where ledger = 1 for update')
      const changed = await changedEntries(client)
      if (changed.length) {
        await client.query('rollback')
        if (call.values['json']) call.out(JSON.stringify({ changed }, null, 2))
        else for (const c of changed) call.out(c.subject ? `Entry ${c.seq}, of ${c.subject}: ${c.says}.` : `${capital('en', c.says)}.`)
        call.note('The ledger is not as it was written, and nothing is derived from it. Bring back the database from a copy of before.')
        return 1
      }
      const done = await rebuild(client, await loadLaw(client, 1), { check, say: progress('Entries') })
      const archive = await changedSnapshots(client)
      await client.query('commit')
      if (call.values['json']) call.out(JSON.stringify({ ...done, archive }, null, 2))
      else {
        for (const c of archive) call.out(`Archive, ${c.dataset}${c.snapshot === null ? '' : `, snapshot ${c.snapshot}`}: ${c.says}.`)
        if (archive.length)
          call.note(
            'Published tables are not as they were added, and nothing here puts that right. Bring back the database from a copy of before.',
          )
        for (const d of done.differences)
          call.out(
            `${d.table} of ${d.subject}: ${d.stored ? `stands in the table and does not follow from the entries: ${d.stored}` : `follows from the entries and is missing: ${d.derived}`}`,
          )
        call.note(
          `${done.entries} entries of ${done.subjects} subjects. ${done.differences.length ? (check ? `${done.differences.length} rows differ.` : `${done.differences.length} rows differed, and were put right.`) : 'The tables are what follows from the entries.'}`,
        )
      }
      return archive.length || (check && done.differences.length) ? 1 : 0
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  },
}

export const rulebookCommand: Command = {
  says: 'The duties in force, read aloud: who owes what, how firmly it binds, how sure we are of the words.',
  options: {
    json: { says: 'the whole document, as it is hashed' },
    adopt: { says: 'put the rulebook of this version in force' },
    from: { value: 'DAY', says: 'with --adopt: from that day on (the instrument changed); older clocks keep their limit' },
    correction: { says: 'with --adopt: the old one was a misreading and never was; the past is rewritten, and says so' },
  },
  run: async call => {
    noWords(call)
    if (!call.values['adopt'] && (call.values['from'] || call.values['correction']))
      throw new Usage('--from and --correction go with --adopt.')
    const record = await call.open()
    const law = await loadLaw(record.pools.keeper, 1)
    const now = bookInForce(law)
    const shipped = shippedBook()
    if (call.values['adopt']) return takeOn(call, record, shipped)
    if (!now) throw new Error('no rulebook is in force')
    if (call.values['json'])
      call.out(
        JSON.stringify(
          { hash: hashOf(now), adopted: law.adopted.map(a => ({ from: toIso(a.from), hash: hashOf(a.book) })), book: now },
          null,
          2,
        ),
      )
    else {
      call.out(`Rulebook ${hashOf(now).slice(0, 16)}, ${now.duties.length} duties`)
      for (const d of now.duties) {
        const who = 'office' in d.owedBy ? nameOf(d.owedBy.office) : d.owedBy.field === 'state' ? 'the State' : `the ${d.owedBy.field}`
        call.out(
          `\n${capital('en', who)}${mustSaid(d)} ${d.act}, ${limitSaid(d)}.\n  ${d.binding}; ${d.cites.instrument}${d.cites.at ? `, ${d.cites.at}` : ''} (${d.cites.standing}) · ${d.duty}`,
        )
      }
      for (const f of now.findings)
        call.out(
          `\n${f.finding}\n  ${f.says}${f.from === undefined ? '' : `, from ${toIso(f.from)} on`}. ${f.cites.instrument}${f.cites.at ? `, ${f.cites.at}` : ''} (${f.cites.standing})`,
        )
    }
    if (hashOf(shipped) !== hashOf(now))
      call.note('\nThis version of peaceops brings another rulebook than the one in force: peaceops rulebook --adopt.')
    return 0
  },
}
const takeOn = async (call: Call, record: Record, book: Rulebook): Promise<number> => {
  const law = await loadLaw(record.pools.keeper, 1)
  const from = dayOf(call, 'from')
  if (from !== undefined && call.values['correction'])
    throw new Usage('--from is for an instrument that changed, --correction for one that we had misread: one of the two.')
  const since = from ?? SINCE_EVER
  const old = inForce(law.adopted, since)
  if (old && hashOf(old.book) === hashOf(book)) {
    call.note('It is in force already.')
    return 0
  }
  const replacing = call.values['correction'] && old ? await idAt(record, old.seq) : undefined
  const answer = await adopt(record.ledger, law, book, since, replacing)
  if (Array.isArray(answer)) for (const sentence of answer) call.out(sentence)
  const ok = 'ok' in answer && answer.ok
  call.note(ok ? `Adopted from ${toIso(since)}: ${hashOf(book)}. All subjects were derived anew.` : 'The rulebook was not adopted.')
  return ok ? 0 : 1
}
const idAt = async (record: Record, seq: number): Promise<string> =>
  String((await record.pools.keeper.query('select id from entry where ledger = 1 and seq = $1', [seq])).rows[0].id)

export const simulateCommand: Command = {
  says: 'Invents cases, for trying things out: interchange lines to standard output, each marked SIMULATED.',
  options: {
    cases: { value: 'N', says: 'how many (default: 10)' },
    seed: { value: 'N', says: 'the same seed invents the same (default: 1)' },
  },
  example: 'peaceops simulate --cases 50 > simulated.ndjson && PEACEOPS_HOME=trial peaceops import simulated.ndjson',
  run: async call => {
    noWords(call)
    const number = (name: string, otherwise: number): number => {
      const value = text(call, name)
      if (value !== undefined && !/^\d{1,7}$/.test(value)) throw new Usage(`--${name} ${value}: a whole number is wanted.`)
      return value === undefined ? otherwise : Number(value)
    }
    for (const line of simulated(number('cases', 10), number('seed', 1), today())) await call.line(JSON.stringify(line))
    return 0
  },
}
