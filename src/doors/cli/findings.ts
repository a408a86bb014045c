import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, toIso } from '../../kernel/day.ts'
import { type Told, toldOf } from '../../kernel/ledger/told.ts'
import { messagesFor } from '../../paper/messages.ts'
import { sourceInWords, standsAs } from '../../paper/words.ts'
import { type Found, findingRows, findingsOn } from '../../record/findings.ts'
import { caseMeant } from '../../record/meant.ts'
import { nameOf } from '../../record/names.ts'
import { chapterWords, sideOf } from '../../record/pages/chapters.ts'
import { discrepancies } from '../../record/reconcile.ts'
import type { Record as Kept } from '../../record/record.ts'
import { ifActed, readChange, SAME_ACTS, type WhatIf, wholeWhatIf } from '../../record/whatif.ts'
import { asOf, dayOf, knownAt, knownMission, meantBy, notFound, noWords, reader, text, WHEN, WHO } from './asking.ts'
import { type Call, type Command, Usage } from './command.ts'

export const findingsCommand: Command = {
  says: 'What the rulebook concludes, on what grounds. The record may recommend; people decide.',
  options: {
    ...WHEN,
    state: { value: 'ISO3', says: 'about this State' },
    mission: { value: 'NAME', says: 'in this mission' },
    ...WHO,
  },
  run: async call => {
    noWords(call)
    const on = asOf(call)
    const [state, mission] = [meantBy(call, 'state'), meantBy(call, 'mission')]
    const record = await call.open()
    return record.read(reader(call), async db => {
      const position = await knownAt(call, db)
      const { found } = await findingsOn(db, {
        on,
        limit: 10_000,
        ...(position === undefined ? {} : { knownAt: position }),
        ...(state ? { state } : {}),
        ...(mission ? { mission } : {}),
      })
      if (!found.length) await knownMission(db, mission)
      const rows = await findingRows(db, found, position)
      if (call.values['json']) call.out(JSON.stringify(rows, null, 2))
      else {
        if (!rows.length) call.note(`No finding stands on ${toIso(on)}.`)
        for (const [i, r] of rows.entries()) {
          call.out(`${r.finding}: ${nameOf(r.debtor)} in ${r.mission}, since ${r.since}\n  ${found[i]!.rule.says}`)
          for (const note of r.notes) call.out(`  ${messagesFor('en').readWith}: ${note}`)
          for (const line of await fairly(db, found[i]!, on, position)) call.out(`  ${line}`)
          call.out(`  grounds: ${r.grounds.join('; ')}\n  digest: ${r.digest}`)
        }
        if (rows.length) call.note(position === undefined ? await readAt(record) : told(position))
      }
      return 0
    })
  },
}

/** What the page says beside a finding, the terminal says too: from where it is known, what it is not, and what the State says. */
const fairly = async (db: Sql, f: Found, on: Day, position = Number.MAX_SAFE_INTEGER): Promise<readonly string[]> => {
  const { instrument, at, standing } = f.rule.cites
  const entries = (await toldOf(db, f.subjects.slice(0, 50), on)).filter(t => t.face.seq <= position)
  const accounts = entries.filter(t => sideOf(t) === 'state' && t.face.is['state'] === f.debtor)
  const said = (t: Told): string =>
    `${t.says ?? 'What it says is not for this reader.'} ${t.source ? sourceInWords(t.source) : 'No source given.'}`
  return [
    ...[chapterWords('en').follows[f.rule.finding]].filter(s => s !== undefined),
    `rests on: ${[instrument, at].filter(Boolean).join(', ')} (${standing})`,
    ...entries.filter(t => f.by.includes(t.face.id)).map(t => `as told on ${t.on}: ${said(t)}`),
    ...accounts.flatMap(t => [
      `account of ${nameOf(f.debtor)}, ${t.on}: ${said(t)}`,
      ...(t.source?.note ? [`${messagesFor('en').readWith}: ${t.source.note}`] : []),
    ]),
    ...(accounts.length ? [] : [`no account of ${nameOf(f.debtor)} is on this record`]),
  ]
}
/** A decision about a finding names the position at which it was read. */
const told = (position: number): string =>
  `Read at position ${position} of the ledger. People decide; a decision names finding, position and digest.`
const readAt = async (record: Kept): Promise<string> =>
  told((await record.pools.keeper.query('select size from ledger where ledger = 1')).rows[0].size)

export const whatifCommand: Command = {
  says: 'The board under another limit, or a case with an act on another day: arithmetic, not history.',
  options: {
    set: { value: 'DUTY="5 working days"', many: true, says: 'the duty and the limit that it would have had' },
    case: { value: 'ID', says: 'or, in this case,' },
    act: { value: 'DUTY', says: 'that what meets this duty' },
    on: { value: 'DAY', says: 'had come on that day' },
    'as-of': WHEN['as-of']!,
    state: { value: 'ISO3', says: 'what concerns this State' },
    mission: { value: 'NAME', says: 'in this mission' },
    ...WHO,
  },
  example: 'peaceops whatif --set conduct.reply="5 working days" --state GAB',
  run: async call => {
    noWords(call)
    if (text(call, 'case') !== undefined) return otherDay(call)
    const set = call.values['set']
    const changes = (Array.isArray(set) ? (set as string[]) : []).map(readChange)
    const wrong = changes.find(c => typeof c === 'string')
    if (typeof wrong === 'string') throw new Usage(`--set ${wrong}.`)
    if (!changes.length) throw new Usage('What should be otherwise? --set is wanted.')
    const on = asOf(call)
    const [state, mission] = [meantBy(call, 'state'), meantBy(call, 'mission')]
    const record = await call.open()
    return record.read(reader(call), async db => {
      const all = wholeWhatIf(db, changes as Exclude<(typeof changes)[number], string>[], {
        on,
        ...(state ? { state } : {}),
        ...(mission ? { mission } : {}),
      })
      let n = 0
      for (let one = await all.next(); ; one = await all.next()) {
        if (one.done) {
          if (one.value !== undefined) throw new Usage(`--set: ${one.value}.`)
          break
        }
        const r = one.value
        if (!n++ && !call.values['json']) call.note(SAME_ACTS)
        if (call.values['json']) await call.line(`${n === 1 ? '[' : ','}${JSON.stringify(r)}`)
        else await call.line(otherwise(r))
      }
      if (!n) await knownMission(db, mission)
      if (call.values['json']) call.out(n ? ']' : '[]')
      else if (!n) call.note(`${SAME_ACTS} On ${toIso(on)} nothing would read otherwise.`)
      return 0
    })
  },
}

/** One case, as it would stand if what meets a duty had come on a day. */
const otherDay = async (call: Call): Promise<number> => {
  const [name, duty, acted] = [text(call, 'case')!, text(call, 'act'), dayOf(call, 'on')]
  if (duty === undefined || acted === undefined || call.values['set'] !== undefined)
    throw new Usage('--case goes with --act DUTY and --on DAY, and without --set.')
  const on = asOf(call)
  const record = await call.open()
  return record.read(reader(call), async db => {
    const { subject } = await caseMeant(db, name)
    if (subject === undefined) throw await notFound(db, name)
    const found = await ifActed(db, subject, { duty, day: acted }, on)
    if (typeof found === 'string') throw new Usage(`--act ${duty}: ${found}.`)
    if (call.values['json']) call.out(JSON.stringify(found.rows, null, 2))
    else {
      call.note(`As it would stand on ${toIso(found.on)}. Nothing is written.`)
      for (const r of found.rows) call.out(otherwise(r))
      if (!found.rows.length) call.note('Nothing would read otherwise.')
    }
    return 0
  })
}
const otherwise = (r: WhatIf): string => {
  const read = ({ state, due }: Pick<WhatIf, 'state' | 'due'>): string =>
    `${state === null ? 'nothing' : standsAs({ ...r, state, due })} (due ${due ?? 'no date'})`
  return `${r.debtor} ${r.subject}: ${read(r.was)} ${r.state === null ? 'would not be owed' : `would read ${read(r)}`} (${r.duty})`
}

export const reconcileCommand: Command = {
  says: 'Which published figures do not add up: parts against totals, source against source.',
  options: { 'as-of': WHEN['as-of']!, ...WHO },
  run: async call => {
    noWords(call)
    const on = asOf(call)
    const record = await call.open()
    const found = await record.read(reader(call), db => discrepancies(db, on))
    if (call.values['json'])
      call.out(
        JSON.stringify(
          found.map(({ says: _, ...row }) => row),
          null,
          2,
        ),
      )
    else {
      for (const d of found) call.out(`${d.period} ${d.rule.replaceAll('_', ' ')}: ${d.says}\n  ${d.sources.join('; ')}`)
      call.note(found.length ? `${found.length} that do not add up. Both figures stay.` : 'All that is published here adds up.')
    }
    return 0
  },
}
