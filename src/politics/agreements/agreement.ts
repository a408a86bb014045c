import { CompiledQuery } from 'kysely'
import type { Question } from '../../kernel/chapter.ts'
import { clockAt, fields, sourceAt } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import type { Day } from '../../kernel/day.ts'
import { text } from '../../kernel/ledger/fields.ts'
import { owedOn } from '../../kernel/ledger/owed.ts'
import { type Told, toldOf } from '../../kernel/ledger/told.ts'
import { byText } from '../../kernel/order.ts'
import { wordsOf } from '../pages/words.ts'
import { keepProvision } from './duties.ts'
import { became, extendedInWords, isUnanswered, isUnknown, type Provision, provisionOf, provisionsIn } from './provision.ts'

// What parties set each other: an agreement, and each of its provisions, which is a subject of its own.

const LIFE = /^(ProcessOpened|MediatorNamed|TalksHeld|PeriodExtended|Agreement[A-Z].*)$/

/** An agreement and its provisions: the subject itself, and what stands after a dot. Along the unique index of subjects. */
const subjectsOf = async (db: Sql, id: string): Promise<readonly string[]> => {
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(
      `select subject from entry where ledger = 1 and subject = $1 and nth = 1
       union all (select subject from entry where ledger = 1 and subject > $1 || '.' and subject < $1 || '/' and nth = 1 order by subject limit 500)`,
      [id],
    ),
  )
  return rows.map(r => r.subject)
}
/** One agreement as its entries tell it. */
export const agreementOf = async (db: Sql, id: string, on: Day) => {
  const subjects = await subjectsOf(db, id),
    all = await toldOf(db, subjects, on),
    extensions = all.filter(t => t.face.type === 'PeriodExtended' && t.face.subject === id)
  return { subjects, all, extensions, provisions: provisionsIn(all, extensions) }
}
export const stepOf = <Kind extends 'step' | 'reported'>({ face, on, says, source }: Told, kind: Kind) => ({
  kind,
  subject: face.subject,
  type: face.type,
  on,
  who: text(face.is['parties'] ?? face.is['by'] ?? face.is['document']),
  says,
  source,
})
export type Step = ReturnType<typeof stepOf<'step'>> | ReturnType<typeof stepOf<'reported'>>
/** Of all provisions. Unknown: no monitor rated it, or one rated it "unknown". */
const countsOf = (id: string, all: readonly Provision[]) => {
  const count = (is: (p: Provision) => boolean): number => all.filter(is).length
  return {
    kind: 'count' as const,
    id,
    provisions: all.length,
    met: count(p => p.met !== null),
    unanswered: count(isUnanswered),
    extended: count(p => p.dates.length > 1 || p.extensions.length > 0),
    rated: count(p => !isUnknown(p)),
    disagree: count(p => p.disagree),
    unknown: count(isUnknown),
  }
}
export type Counts = ReturnType<typeof countsOf>
export type AgreementRow = Step | Provision | Counts

export const agreement: Question<AgreementRow> = {
  name: 'agreement',
  word: 'ID',
  says: 'One agreement: signed, transmitted, each provision with its days and the old ones, what became of it, and how monitors rate it.',
  columns: {
    ...fields('kind'),
    id: '#event+id',
    ...fields('subject', 'type', 'on', 'who'),
    party: '#org+debtor+code',
    ...fields('paragraph', 'says'),
    cycle: '#date+cycle',
    kept: '#indicator+kept',
    'dates.until': '#date+due',
    'dates.since': '#date+since',
    ...sourceAt('dates.source'),
    'extensions.on': '#date+extended',
    'extensions.months': '#indicator+months+num',
    ...sourceAt('extensions.source'),
    ...clockAt('clock'),
    met: '#indicator+met',
    dropped: '#date+dropped',
    ratings: '#indicator+rating',
    disagree: '#meta+disagree',
    provisions: '#indicator+provisions+num',
    unanswered: '#indicator+unanswered+num',
    extended: '#indicator+extended+num',
    rated: '#indicator+rated+num',
    unknown: '#indicator+unknown+num',
    ...sourceAt(),
  },
  options: {},
  rows: async (db, { word: id = '', on }) => {
    const { subjects, all, provisions } = await agreementOf(db, id, on),
      owed = await owedOn(db, { duties: [keepProvision.duty], on, subjects, most: 10_000 })
    if (!all.length) return []
    const rows = provisions
      .map(p => provisionOf(p, owed))
      .sort((a, b) => byText(a.dates[0]?.until ?? '9', b.dates[0]?.until ?? '9') || byText(a.subject, b.subject))
    return [
      countsOf(id, rows),
      ...all.filter(t => LIFE.test(t.face.type)).map(t => stepOf(t, 'step')),
      ...rows,
      ...all.filter(t => t.face.type === 'ViolationReported').map(t => stepOf(t, 'reported')),
    ]
  },
  line: r => {
    if (r.kind === 'count') return `${r.id}: ${wordsOf('en').agreement.counted(r)}`
    if (r.kind !== 'provision') return `${r.on} · ${r.type} · ${r.who ?? ''} · ${r.says ?? ''}`
    const dates = r.dates.map((d, i) => `${i ? 'then' : 'by'} ${d.until}`).join(', '),
      moved = extendedInWords(r),
      ratings = r.ratings.map(x => `${x.rater}: ${x.rating} (${x.scale})`).join(' / ')
    const days = r.cycle ? `every ${r.cycle}, no clock` : `${dates}${moved && ` (${moved})`}`
    return [r.subject, r.party, r.says ?? '', days, became(r), ratings || 'rating unknown'].join(' · ')
  },
}
