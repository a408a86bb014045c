import { Asking } from '../../../../paper/asking.tsx'
import { NothingYet } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { plural } from '../../../../paper/english.ts'
import { Kept } from '../../../../paper/kept.tsx'
import type { Answered, QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { Tag } from '../../../../paper/tag.tsx'
import type { Step } from '../../agreement.ts'
import type { InTable, NotAsked, Published } from '../published-agreements.ts'

type A = Answered<Step | Published | NotAsked>
const published = (a: A) => a.rows.filter(r => r.kind === 'published')
const own = (a: A) => a.rows.filter(r => r.kind === 'step' || r.kind === 'reported')

/** The record's own agreements, and beside them those that two tables have. */
export const agreements: QuestionPage<Step | Published | NotAsked> = {
  title: a => {
    const [mine, theirs] = [plural(new Set(own(a).map(r => r.subject)).size, 'agreement'), published(a)]
    return `${mine} on this record${theirs.length ? `, ${tablesInWords(theirs)}` : ''}`
  },
  lede: () =>
    'What a text sets is counted only where it is on this record. PA-X and UCDP count different things: both stay, and neither corrects the other.',
  Content: a => (
    <div lang="en" dir="ltr">
      <Asking
        lang={a.lang}
        action={a.to('/politics/agreements')}
        fields={[
          ['country', 'Of', a.asked.options['country']],
          ['process', 'in the process', a.asked.options['process']],
          ['stage', 'at the stage', a.asked.options['stage']],
        ]}
      />
      <TablePart
        title="Signed, on this record"
        heads={['Agreement', 'Day', 'By whom']}
        rows={own(a).map(r => [
          <a href={a.to(`/politics/agreement/${encodeURIComponent(r.subject)}`)}>{r.subject}</a>,
          <WhenEdtf lang={a.lang} text={r.on} />,
          r.who,
        ])}
      />
      {[...Map.groupBy(published(a), p => p.process)].map(([process, its]) => (
        <TablePart
          title={process || 'No process named'}
          heads={['PA-X', 'UCDP', 'Do they agree on the day?']}
          rows={its.map(p => [<One a={a} t={p.pax} />, <One a={a} t={p.ucdp} />, <Agree p={p} />])}
        />
      ))}
      {a.rows.map(r => r.kind === 'none' && <p class="soft">{r.says}</p>)}
      {a.rows.length === 0 && <NothingYet />}
      {published(a).length > 0 && (
        <p class="small soft measure">
          PA-X is asked by every country that it gives. It names the agreement of UCDP by number; where it names none, the two are matched
          here only if name, process and day all fit, and it is said.
        </p>
      )}
    </div>
  ),
}
/** How many each table has, and how often they differ. */
const tablesInWords = (rows: readonly Published[]): string => {
  const distinct = (table: 'pax' | 'ucdp') => new Set(rows.flatMap(p => p[table]?.id ?? [])).size
  const apart = rows.filter(p => p.apart !== null).length
  return `${distinct('pax')} in PA-X, ${distinct('ucdp')} in UCDP${apart ? `; they give different days ${apart === 1 ? 'once' : `${apart} times`}` : ''}`
}
const One = ({ a, t }: { a: A; t: InTable | null }) =>
  t ? (
    <>
      {t.on ? <WhenEdtf lang={a.lang} text={t.on} /> : 'no day'}: {short(t.name)} <span class="soft">{t.stage}</span>{' '}
      <Kept to={a.to} at={t.cites} row={t.id} />
    </>
  ) : (
    <span class="soft">not matched</span>
  )
const short = (name: string): string => (name.length < 140 ? name : `${name.slice(0, name.lastIndexOf(' ', 130))} …`)
const Agree = ({ p }: { p: Published }) => (
  <>
    {p.apart !== null ? (
      <Tag>{`${plural(p.apart, 'day')} apart`}</Tag>
    ) : p.pax?.on && p.ucdp?.on ? (
      'the same day'
    ) : (
      <span class="soft">one of them only</span>
    )}
    {p.matched === 'name' && <p class="small soft">matched by name, process and day: neither table links them</p>}
  </>
)
