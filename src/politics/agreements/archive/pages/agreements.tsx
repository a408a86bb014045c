import { Asking } from '../../../../paper/asking.tsx'
import { InEnglish, NothingYet } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { Kept } from '../../../../paper/kept.tsx'
import { messagesFor } from '../../../../paper/messages.ts'
import type { Answered, QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { Tag } from '../../../../paper/tag.tsx'
import { tablesOf } from '../../../pages/tables.ts'
import type { Step } from '../../agreement.ts'
import type { InTable, NotAsked, Published } from '../published-agreements.ts'

type A = Answered<Step | Published | NotAsked>
const published = (a: A) => a.rows.filter(r => r.kind === 'published')
const own = (a: A) => a.rows.filter(r => r.kind === 'step' || r.kind === 'reported')

const of = (a: A) => tablesOf(a.lang).agreements

/** The record's own agreements, and beside them those that two tables have. */
export const agreements: QuestionPage<Step | Published | NotAsked> = {
  title: a => {
    const theirs = published(a)
    return `${of(a).title(new Set(own(a).map(r => r.subject)).size)}${theirs.length ? tablesInWords(a, theirs) : ''}`
  },
  lede: a => of(a).lede,
  Content: a => {
    const w = of(a)
    return (
      <>
        <Asking
          lang={a.lang}
          action={a.to('/politics/agreements')}
          fields={[
            ['country', tablesOf(a.lang).country, a.asked.options['country']],
            ['process', w.process, a.asked.options['process']],
            ['stage', w.stage, a.asked.options['stage']],
          ]}
        />
        <TablePart
          lang={a.lang}
          title={w.signed}
          heads={w.heads}
          rows={own(a).map(r => [
            <a href={a.to(`/politics/agreement/${encodeURIComponent(r.subject)}`)}>{r.subject}</a>,
            <WhenEdtf lang={a.lang} text={r.on} />,
            <bdi lang="en">{r.who}</bdi>,
          ])}
        />
        {[...Map.groupBy(published(a), p => p.process)].map(([process, its]) => (
          <TablePart
            lang={a.lang}
            title={process || w.noProcess}
            heads={['PA-X', 'UCDP', w.agree]}
            rows={its.map(p => [<One a={a} t={p.pax} />, <One a={a} t={p.ucdp} />, <Agree a={a} p={p} />])}
          />
        ))}
        {a.rows.map(
          r =>
            r.kind === 'none' && (
              <p class="soft">
                <InEnglish says={r.says} />
              </p>
            ),
        )}
        {a.rows.length === 0 && <NothingYet lang={a.lang} />}
        {published(a).length > 0 && <p class="small soft measure">{w.matching}</p>}
      </>
    )
  },
}
/** How many each table has, and how often they differ. */
const tablesInWords = (a: A, rows: readonly Published[]): string => {
  const distinct = (table: 'pax' | 'ucdp') => new Set(rows.flatMap(p => p[table]?.id ?? [])).size
  const apart = rows.filter(p => p.apart !== null).length
  return `${of(a).tables(distinct('pax'), distinct('ucdp'))}${apart ? of(a).apart(apart) : ''}`
}
const One = ({ a, t }: { a: A; t: InTable | null }) =>
  t ? (
    <>
      {t.on ? <WhenEdtf lang={a.lang} text={t.on} /> : of(a).noDay}
      {messagesFor(a.lang).colon}
      <bdi lang="">{short(t.name)}</bdi>{' '}
      <bdi class="soft" lang="en">
        {t.stage}
      </bdi>{' '}
      <Kept lang={a.lang} to={a.to} at={t.cites} row={t.id} />
    </>
  ) : (
    <span class="soft">{of(a).notMatched}</span>
  )
const short = (name: string): string => (name.length < 140 ? name : `${name.slice(0, name.lastIndexOf(' ', 130))} …`)
const Agree = ({ a, p }: { a: A; p: Published }) => (
  <>
    {p.apart !== null ? (
      <Tag>{of(a).daysApart(p.apart)}</Tag>
    ) : p.pax?.on && p.ucdp?.on ? (
      of(a).sameDay
    ) : (
      <span class="soft">{of(a).oneOnly}</span>
    )}
    {p.matched === 'name' && <p class="small soft">{of(a).byName}</p>}
  </>
)
