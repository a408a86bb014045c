import type { Question } from '../kernel/chapter.ts'
import { fields, sourceAt } from '../kernel/columns.ts'
import { iso, text } from '../kernel/ledger/fields.ts'
import { owedOn, type Standing } from '../kernel/ledger/owed.ts'
import { subjectsWith, type Told, toldOf } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import { sureOf } from '../kernel/rules/rulebook.ts'
import { messagesFor } from '../paper/messages.ts'
import { standsIn } from '../paper/words.ts'
import { DRAWDOWN } from './duties.ts'

const DONE: Readonly<Record<string, string>> = {
  CessationDecided: 'OperationsCeased',
  WithdrawalDecided: 'WithdrawalCompleted',
  DrawdownStep: 'HandedOver',
}
const STEPS = Object.keys(DONE)
/** A mission that ends or leaves: there is nothing to hand to anybody. */
const ENDS: Readonly<Record<string, string>> = { CessationDecided: 'Cease operations', WithdrawalDecided: 'Withdraw' }

const rowOf = (e: Told, told: readonly Told[], o: Standing | undefined) => {
  const { type, is, subject } = e.face,
    rule = DRAWDOWN.find(d => d.duty === o?.duty),
    done = told.find(d => d.face.subject === subject && d.face.type === DONE[type])
  return {
    mission: String(is['mission']),
    subject,
    what: ENDS[type] ?? String(is['what']),
    ends: Object.hasOwn(ENDS, type),
    /** The duty that it is owed under: how firm, and how sure we are of its text. */
    rule: rule ? { binding: rule.binding, ...sureOf(rule) } : null,
    symbol: text(is['symbol']),
    decided: e.on,
    due: iso(o?.due),
    receiver: text(done?.face.is['receiver']) ?? text(is['receiver']),
    done: done ? done.on : null,
    stands: o?.stands ?? null,
    /** Days past the date, least and most, where it was done after it. */
    late: done && o?.stands === 'met late' ? ([done.face.occurredOn - o.due, done.face.latest - o.due] as const) : null,
    says: e.says ?? '',
    source: e.source,
    doneSays: done ? (done.says ?? '') : null,
    doneSource: done ? done.source : null,
  }
}
export type DrawdownRow = ReturnType<typeof rowOf>

/** At the end of a mission, what is owed to whom, and was it handed over? By mission, then by date. */
export const drawdown: Question<DrawdownRow> = {
  name: 'drawdown',
  says: 'What ends, what is handed over, to whom and by when.',
  columns: {
    ...fields('mission', 'subject'),
    what: '#activity',
    ends: '#meta+ends',
    'rule.binding': '#meta+binding',
    'rule.standing': '#meta+standing',
    'rule.limit': '#meta+limit+standing',
    ...fields('symbol'),
    decided: '#date+start',
    due: '#date+due',
    receiver: '#org+receiver',
    done: '#date+end',
    stands: '#status',
    late: '#indicator+days_late',
    ...fields('says'),
    ...sourceAt(),
    doneSays: '#description+done',
    ...sourceAt('doneSource'),
  },
  options: { mission: { value: 'UNIFIL', says: 'of one mission' } },
  rows: async (db, { on, options: { mission } }) => {
    const subjects = await subjectsWith(db, STEPS, { mission }),
      told = await toldOf(db, subjects, on),
      owed = new Map((await owedOn(db, { duties: DRAWDOWN.map(d => d.duty), on, subjects, most: 2_000 })).map(o => [o.subject, o]))
    return told
      .filter(e => STEPS.includes(e.face.type))
      .map(e => rowOf(e, told, owed.get(e.face.subject)))
      .sort((a, b) => byText(a.mission, b.mission) || byText(a.due ?? '9', b.due ?? '9'))
  },
  line: r =>
    `${r.mission}  ${r.what}, due ${r.due ?? 'on no day named'}: ${standsSaid('en', r)}${r.done ? `, done ${r.done}` : ''}${r.ends || r.what === 'area' ? '' : `; to ${r.receiver ?? 'a receiver who is not on this record'}`}`,
}
/** In the words of the board; where no clock runs, that nothing is told of it. */
export const standsSaid = (lang: string, { stands, rule, due }: DrawdownRow): string =>
  stands && rule ? standsIn(lang, { state: stands, binding: rule.binding, due }) : messagesFor(lang).unknown.toLocaleLowerCase(lang)
