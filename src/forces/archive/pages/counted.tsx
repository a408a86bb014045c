import { byText } from '../../../kernel/order.ts'
import { NotOnRecord } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { capital } from '../../../paper/english.ts'
import { Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { Answered } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { OfAuthority } from '../../pages/of-authority.tsx'
import type { CountedRow, NotHeldRow } from '../counted.ts'
import { type Limit, type OfSide, toldInWords } from '../texts.ts'
import { LastHeld } from './last-held.tsx'

interface Props {
  a: Pick<Answered, 'lang' | 'nameOf' | 'to'>
  rows: readonly (CountedRow | NotHeldRow)[]
}
/** The month of the day, or the last that a table has, as each published table counts it. What a table does not hold is said under it. */
export const CountedPart = ({ a, rows }: Props) => {
  const counted = rows.filter(r => r.kind === 'counted')
  const none = rows.filter(r => r.kind === 'not on this record')
  const [first] = rows
  if (!first) return null
  const months = Map.groupBy(counted, r => r.month)
  const titled = (month: string): string => `Counted at the end of ${month}${first.mission ? `, ${first.mission}` : ', all missions'}`
  return (
    <>
      <LastHeld rows={counted.map(({ cites: { dataset }, month, lastHeld }) => ({ dataset, month, lastHeld }))} />
      {[...months]
        .sort(([a], [b]) => byText(b, a))
        .map(([month, its]) => (
          <section class="stack">
            <h2>{titled(month)}</h2>
            {its[0]!.by === 'all' ? <All a={a} rows={its} title={titled(month)} /> : <By a={a} rows={its} title={titled(month)} />}
          </section>
        ))}
      {none.length > 0 && (
        <section class="stack">
          {months.size === 0 && <h2>{titled(first.month)}</h2>}
          {none.map(r => (
            <p class="small soft">{capital(r.says.replace(/\.$/, ''))}.</p>
          ))}
        </section>
      )}
    </>
  )
}
interface Table {
  a: Props['a']
  rows: readonly CountedRow[]
  title: string
}
const All = ({ a, rows, title }: Table) => (
  <>
    <p class="small soft measure">
      Military: troops and experts on mission, staff officers among them. Police: formed units and individuals. Each table stands by itself;
      their figures are not added to one another.
    </p>
    <TablePart
      untitled
      title={title}
      heads={['Month', 'In all', 'Military', 'Police', 'By which text', 'Where it stands']}
      rows={rows.map(r => [
        <WhenEdtf lang={a.lang} text={r.month} />,
        <>
          {r.persons === null ? <NotOnRecord /> : number(a.lang, r.persons)}
          {r.differs && <p class="small">Another table differs: {r.differs}. Both stay.</p>}
        </>,
        <Beside lang={a.lang} there={r.military} of={r.authorised?.military} />,
        <Beside lang={a.lang} there={r.police} of={r.authorised?.police} />,
        r.authorised ? (
          <>
            {paragraphs([...r.authorised.military.limits, ...r.authorised.police.limits]).map(l => (
              <p class="small">
                <TextOf a={a} limit={l} />
              </p>
            ))}
            {[...r.authorised.military.changes, ...r.authorised.police.changes].map(c => (
              <p class="small">
                Named since, and not worked in, for it does not say from which number: {number(a.lang, c.count)} {c.kind} ({c.symbol},{' '}
                {c.paragraph}).
              </p>
            ))}
            {[r.authorised.military.told, r.authorised.police.told].map(
              t =>
                t && (
                  <p class="small" lang="en">
                    {number(a.lang, t.count)} {toldInWords(t)}.
                  </p>
                ),
            )}
            {r.authorised.textsEnded && <p class="small soft">A text that is not on this record may have changed it.</p>}
          </>
        ) : (
          <NotOnRecord />
        ),
        <Row a={a} row={r} />,
      ])}
    />
  </>
)
/** One paragraph may set both sides: it is cited once. */
export const paragraphs = (limits: readonly Limit[]): readonly Limit[] =>
  limits.filter((l, i) => limits.findIndex(m => m.symbol === l.symbol && m.paragraph === l.paragraph) === i)
export const TextOf = ({ a, limit: l }: { a: Pick<Answered, 'lang' | 'to'>; limit: Limit }) => (
  <>
    <b>{l.symbol}</b>, {l.paragraph}: <q lang="en">{l.quote.replace(/^…\s*|\s*…$/g, '')}</q>{' '}
    <Kept to={a.to} at={l.cites} row={`${l.symbol} | operative | ${l.paragraph}`} />
  </>
)
/** What was there, beside what was authorised. Two numbers in one text, or changes since: no line is drawn. */
export const Beside = ({ lang, there, of }: { lang: string; there: number | null; of: OfSide | undefined }) => {
  const { limits, changes, told } = of ?? { limits: [], changes: [], told: null }
  const words = told
    ? number(lang, told.count)
    : limits.map(l => `${number(lang, l.count)}${limits.length > 1 ? ` ${l.who}` : ''}`).join(' and ')
  const one = told ? told.count : limits.length === 1 && !changes.length ? limits[0]!.count : undefined
  return (
    <>
      <span lang="en" dir="ltr">
        {there === null ? <NotOnRecord /> : number(lang, there)}
        {words && <span class="small"> of {words}</span>}
        {changes.length > 0 && <span class="small">, and what was named since</span>}
      </span>
      {one && there !== null && <OfAuthority share={there / one} most={99} />}
    </>
  )
}
const HEADS = { state: 'State', type: 'Type', sex: 'Sex', all: '' } as const
const By = ({ a, rows, title }: Table) => (
  <TablePart
    untitled
    title={title}
    heads={[HEADS[rows[0]!.by], 'Persons', 'Where it stands']}
    rows={rows.map(r => [
      r.by !== 'state' ? r.of : r.of === null ? 'no State that the archive knows' : a.nameOf(r.of),
      <>
        {r.persons === null ? <NotOnRecord /> : number(a.lang, r.persons)}
        {r.differs && <span class="small"> (another table differs: {r.differs})</span>}
      </>,
      <Row a={a} row={r} />,
    ])}
  />
)
const Row = ({ a, row: r }: { a: Props['a']; row: CountedRow }) => (
  <Kept to={a.to} at={r.cites} asked={{ mission: r.mission, state: r.by === 'state' ? r.of : null, from: `${r.month}-01`, to: r.on }} />
)
