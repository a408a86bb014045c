import { WhenEdtf } from '../../../paper/dates.tsx'
import { plural } from '../../../paper/english.ts'
import { Kept } from '../../../paper/kept.tsx'
import type { Answered } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { Tag } from '../../../paper/tag.tsx'
import type { InTable, Published } from '../published-agreements.ts'

type A = Pick<Answered, 'lang' | 'to'>
/** How many each table has, and how often they differ. */
export const tablesInWords = (rows: readonly Published[]): string => {
  const distinct = (table: 'pax' | 'ucdp') => new Set(rows.flatMap(p => p[table]?.id ?? [])).size
  const apart = rows.filter(p => p.apart !== null).length
  return `${distinct('pax')} in PA-X, ${distinct('ucdp')} in UCDP${apart ? `; they give different days ${apart === 1 ? 'once' : `${apart} times`}` : ''}`
}
/** The agreements that two tables have: by process, with both days where they differ. */
export const PublishedPart = ({ a, rows }: { a: A; rows: readonly Published[] }) => (
  <>
    {[...Map.groupBy(rows, p => p.process)].map(([process, its]) => (
      <TablePart
        title={process || 'No process named'}
        heads={['PA-X', 'UCDP', 'Do they agree on the day?']}
        rows={its.map(p => [<One a={a} t={p.pax} />, <One a={a} t={p.ucdp} />, <Agree p={p} />])}
      />
    ))}
  </>
)
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
const Agree = ({ p }: { p: Published }) => {
  if (p.apart !== null) return <Tag>{`${plural(p.apart, 'day')} apart`}</Tag>
  return p.pax?.on && p.ucdp?.on ? <>the same day</> : <span class="soft">one of them only</span>
}
