import type { Question } from '../kernel/chapter.ts'
import { sourceAt } from '../kernel/columns.ts'
import { FOREVER, toIso } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { owedOn, type Standing as Stands } from '../kernel/ledger/owed.ts'
import { subjectsWith, type Told, toldOf } from '../kernel/ledger/told.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Binding, Standing } from '../kernel/rules/rulebook.ts'
import { standsAs } from '../paper/words.ts'
import { DRAWDOWN } from './duties.ts'
import { text } from './reading.ts'

export interface DrawdownRow {
  readonly mission: string
  readonly subject: string
  readonly what: string
  /** A mission that ends or leaves: there is nothing to hand to anybody. */
  readonly ends: boolean
  /** The duty that it is owed under: how firm, and how sure we are of its text. */
  readonly rule: { readonly binding: Binding; readonly standing: Standing } | null
  readonly symbol: string | null
  readonly decided: string
  readonly due: string | null
  readonly receiver: string | null
  readonly done: string | null
  readonly stands: State | null
  /** Days past the date, least and most, where it was done after it. */
  readonly late: readonly [number, number] | null
  readonly says: string
  readonly source: Source | null
  readonly doneSays: string | null
  readonly doneSource: Source | null
}
const STEPS = ['CessationDecided', 'WithdrawalDecided', 'DrawdownStep']
const DONE: Readonly<Record<string, string>> = {
  CessationDecided: 'OperationsCeased',
  WithdrawalDecided: 'WithdrawalCompleted',
  DrawdownStep: 'HandedOver',
}
const ENDS: Readonly<Record<string, string>> = { CessationDecided: 'Cease operations', WithdrawalDecided: 'Withdraw' }

/** At the end of a mission, what is owed to whom, and was it handed over? By mission, then by date. */
export const drawdown: Question<DrawdownRow> = {
  name: 'drawdown',
  says: 'What ends, what is handed over, to whom and by when.',
  columns: {
    mission: '#org+mission',
    subject: '#meta+id',
    what: '#activity',
    ends: '#meta+ends',
    'rule.binding': '#meta+binding',
    'rule.standing': '#meta+standing',
    symbol: '#meta+text+id',
    decided: '#date+start',
    due: '#date+due',
    receiver: '#org+receiver',
    done: '#date+end',
    stands: '#status',
    late: '#indicator+days_late',
    says: '#description',
    ...sourceAt(),
    doneSays: '#description+done',
    ...sourceAt('doneSource'),
  },
  options: { mission: { value: 'UNIFIL', says: 'of one mission' } },
  rows: async (db, { on, options }) => {
    const subjects = await subjectsWith(db, STEPS, { mission: options['mission'] })
    const told = await toldOf(db, subjects, on)
    const stands = new Map((await owedOn(db, { duties: DRAWDOWN.map(d => d.duty), on, subjects, most: 2_000 })).map(o => [o.subject, o]))
    return told
      .filter(e => STEPS.includes(e.face.type))
      .map(e => rowOf(e, told, stands.get(e.face.subject)))
      .sort((a, b) => (a.mission < b.mission ? -1 : a.mission > b.mission ? 1 : (a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
  },
  line: r =>
    `${r.mission}  ${r.what}, due ${r.due ?? 'on no day named'}: ${standsIn(r)}${r.done ? `, done ${r.done}` : ''}${r.ends ? '' : `; to ${r.receiver ?? 'a receiver who is not on this record'}`}`,
}
/** In the words of the board; where no clock runs, that nothing is told of it. */
export const standsIn = ({ stands, rule, due }: DrawdownRow): string =>
  stands && rule ? standsAs({ state: stands, binding: rule.binding, due }) : 'not on this record'
const rowOf = (e: Told, told: readonly Told[], o: Stands | undefined): DrawdownRow => {
  const { type, is, subject } = e.face
  const rule = DRAWDOWN.find(d => d.duty === o?.duty)
  const done = told.find(d => d.face.subject === subject && d.face.type === DONE[type])
  return {
    mission: String(is['mission']),
    subject,
    what: ENDS[type] ?? String(is['what']),
    ends: Object.hasOwn(ENDS, type),
    rule: rule ? { binding: rule.binding, standing: rule.cites.standing } : null,
    symbol: text(is['symbol']) ?? null,
    decided: e.on,
    due: o && o.due !== FOREVER ? toIso(o.due) : null,
    receiver: text(done?.face.is['receiver']) ?? text(is['receiver']) ?? null,
    done: done ? done.on : null,
    stands: o?.stands ?? null,
    late: done && o?.stands === 'met late' ? [done.face.occurredOn - o.due, done.face.latest - o.due] : null,
    says: e.says ?? '',
    source: e.source,
    doneSays: done ? (done.says ?? '') : null,
    doneSource: done ? done.source : null,
  }
}
