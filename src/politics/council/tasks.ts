import { AS_PUBLISHED } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt, fields, sourceAt } from '../../kernel/columns.ts'
import type { Day } from '../../kernel/day.ts'
import { amount, iso, text } from '../../kernel/ledger/fields.ts'
import { type Told, told } from '../../kernel/ledger/told.ts'
import { byText } from '../../kernel/order.ts'
import type { None } from '../../paper/proposal.ts'
import { type CodedTask, codedInWords, codedTasks, TABLES } from './archive/coded-tasks.ts'

const STANDS: Readonly<Record<string, string>> = { TaskDone: 'done', TaskEnded: 'ended', TaskBegun: 'begun' }
const taskOf = (t: Told, all: readonly Told[], on: Day) => {
  const { is, subject } = t.face,
    last = (of: string, ...types: string[]) => all.findLast(o => o.face.subject === of && types.includes(o.face.type))
  const after = text(is['after']),
    come = after === null ? undefined : (last(subject, 'ConditionMet') ?? last(after, 'TaskDone')),
    step = last(subject, 'TaskDone', 'TaskEnded') ?? last(subject, 'TaskBegun'),
    waits = (after !== null && !come) || (amount(is['from']) ?? on) > on
  return {
    is: 'set' as const,
    mission: String(is['mission']),
    subject,
    symbol: String(is['symbol']),
    paragraph: text(is['paragraph']),
    step: amount(is['step']),
    task: t.says ?? subject,
    /** What must come first: a task of this record, or in words; and whether that has come. */
    after: after === null ? null : { what: after, come: come?.on ?? null },
    from: iso(is['from']),
    until: iso(is['until']),
    stands: step ? STANDS[step.face.type]! : waits ? 'waits' : after !== null ? 'may begin' : 'not on this record',
    since: step?.on ?? null,
    source: t.source,
  }
}
export type TaskSet = ReturnType<typeof taskOf>
export type TaskRow = TaskSet | CodedTask | None

const TYPES = ['TaskMandated', 'ConditionMet', ...Object.keys(STANDS)]
export const tasks: Question<TaskRow> = {
  name: 'tasks',
  says: 'The tasks that the Council set a mission, in sequence, with what must come first; of one mission also those coded by PEMA. A task without a day is never past.',
  columns: {
    ...fields('is', 'mission', 'subject', 'symbol', 'paragraph'),
    step: '#activity+step',
    task: '#activity',
    'after.what': '#activity+after',
    'after.come': '#date+after',
    ...fields('from', 'until'),
    stands: '#status',
    since: '#date+since',
    ...sourceAt(),
    words: '#description',
    odd: '#meta+odd',
    says: '#description+none',
    ...citesAt(),
  },
  tables: TABLES,
  options: { mission: { value: 'MINUSMA', says: 'of one mission' }, ...AS_PUBLISHED },
  rows: async (db, asked) => {
    const { on, options } = asked,
      all = (await told(db, { types: TYPES, chapters: ['politics'], on, mission: options['mission'] })) ?? []
    const set = all
      .filter(t => t.face.type === 'TaskMandated')
      .map(t => taskOf(t, all, on))
      .sort(
        (a, b) =>
          byText(a.mission, b.mission) || byText(a.symbol, b.symbol) || (a.step ?? 99) - (b.step ?? 99) || byText(a.subject, b.subject),
      )
    const coded = await codedTasks(db, asked)
    return [...set, ...(set.length ? coded.filter(r => r.is === 'coded') : coded)]
  },
  line: r => (r.is === 'none' ? r.says : r.is === 'coded' ? codedInWords(r) : setInWords(r)),
}
const setInWords = ({ mission, symbol, paragraph, step, task, after, stands }: TaskSet): string =>
  [
    mission,
    `${symbol}${paragraph ? `, ${paragraph}` : ''}`,
    step ?? '-',
    task,
    ...(after ? [`after ${after.what}${after.come ? ` (${after.come})` : ''}`] : []),
    stands,
  ].join(' · ')
