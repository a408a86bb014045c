import type { Sex, Sort } from '../../../archive/index.ts'
import { byText } from '../../../kernel/order.ts'
import { InEnglish, NotOnRecord, Quoted } from '../../../paper/cited.tsx'
import { edtfInWords, WhenEdtf } from '../../../paper/dates.tsx'
import { capital, withDays } from '../../../paper/english.ts'
import { Kept } from '../../../paper/kept.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import type { Answered } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { OfAuthority } from '../../pages/of-authority.tsx'
import type { CountedRow, NotHeldRow } from '../counted.ts'
import { type Authorised, type Limit, type OfSide, toldInWords } from '../texts.ts'
import { LastHeld } from './last-held.tsx'
import { tablesOf } from './words.ts'

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
  const w = tablesOf(a.lang)
  const titled = (month: string): string => w.counted.title(edtfInWords(a.lang, month), first.mission ?? w.allMissions)
  return (
    <>
      <LastHeld lang={a.lang} rows={counted.map(({ cites: { dataset }, month, lastHeld }) => ({ dataset, month, lastHeld }))} />
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
            <p class="small soft">
              <bdi lang="en">{capital(r.says.replace(/\.$/, ''))}.</bdi>
            </p>
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
const All = ({ a, rows, title }: Table) => {
  const w = tablesOf(a.lang)
  return (
    <>
      <p class="small soft measure">{w.counted.note}</p>
      <TablePart
        untitled
        lang={a.lang}
        title={title}
        heads={[w.counted.month, w.inAll, w.military, w.police, w.counted.byText, w.where]}
        rows={rows.map(r => [
          <WhenEdtf lang={a.lang} text={r.month} />,
          <>
            {r.persons === null ? <NotOnRecord lang={a.lang} /> : number(a.lang, r.persons)}
            {r.differs && (
              <p class="small">
                {w.counted.differs} <InEnglish says={r.differs} />. {w.bothStay}
              </p>
            )}
          </>,
          <Beside lang={a.lang} there={r.military} of={r.authorised?.military} />,
          <Beside lang={a.lang} there={r.police} of={r.authorised?.police} />,
          r.authorised ? <ByTexts a={a} of={r.authorised} /> : <NotOnRecord lang={a.lang} />,
          <Row a={a} row={r} />,
        ])}
      />
    </>
  )
}
const ByTexts = ({ a, of: { military, police, textsEnded } }: { a: Props['a']; of: Authorised }) => {
  const w = tablesOf(a.lang)
  return (
    <>
      {paragraphs([...military.limits, ...police.limits]).map(l => (
        <p class="small">
          <TextOf a={a} limit={l} />
        </p>
      ))}
      {[...military.changes, ...police.changes].map(c => (
        <p class="small">
          {w.counted.since} {number(a.lang, c.count)} {w.counted.changes[c.kind]}{' '}
          <bdi>
            ({c.symbol}, {c.paragraph})
          </bdi>
          .
        </p>
      ))}
      {[military.told, police.told].map(
        t =>
          t && (
            <p class="small">
              {number(a.lang, t.count)} {withDays(a.lang, toldInWords(t, a.lang))}.
            </p>
          ),
      )}
      {textsEnded && <p class="small soft">{w.counted.textsEnded}</p>}
    </>
  )
}
/** One paragraph may set both sides: it is cited once. */
export const paragraphs = (limits: readonly Limit[]): readonly Limit[] =>
  limits.filter((l, i) => limits.findIndex(m => m.symbol === l.symbol && m.paragraph === l.paragraph) === i)
export const TextOf = ({ a, limit: l }: { a: Pick<Answered, 'lang' | 'to'>; limit: Limit }) => (
  <>
    <bdi>
      <b>{l.symbol}</b>, {l.paragraph}
    </bdi>
    {messagesFor(a.lang).colon}
    <Quoted words={l.quote.replace(/^…\s*|\s*…$/g, '')} />{' '}
    <Kept lang={a.lang} to={a.to} at={l.cites} row={`${l.symbol} | operative | ${l.paragraph}`} />
  </>
)
/** What was there, beside what was authorised. Two numbers in one text, or changes since: no line is drawn. */
export const Beside = ({ lang, there, of }: { lang: string; there: number | null; of: OfSide | undefined }) => {
  const { limits, changes, told } = of ?? { limits: [], changes: [], told: null }
  const w = tablesOf(lang).counted
  const set = told ? [{ count: told.count, who: '' }] : limits
  const one = told ? told.count : limits.length === 1 && !changes.length ? limits[0]!.count : undefined
  return (
    <>
      {there === null ? <NotOnRecord lang={lang} /> : number(lang, there)}
      <span class="small">
        {set.map((l, i) => (
          <>
            {' '}
            {i === 0 ? w.ofThese : w.and} {number(lang, l.count)}
            {set.length > 1 && (
              <>
                {' '}
                <bdi lang="en">{l.who}</bdi>
              </>
            )}
          </>
        ))}
        {changes.length > 0 && w.namedSince}
      </span>
      {one && there !== null && <OfAuthority share={there / one} most={99} />}
    </>
  )
}
const By = ({ a, rows, title }: Table) => {
  const w = tablesOf(a.lang)
  const named = ({ by, of }: CountedRow) =>
    by === 'state' ? (of === null ? w.noState : a.nameOf(of)) : of !== null && Object.hasOwn(w.sorts, of) ? w.sorts[of as Sort | Sex] : of
  return (
    <TablePart
      untitled
      lang={a.lang}
      title={title}
      heads={[w.counted.by[rows[0]!.by], w.counted.persons, w.where]}
      rows={rows.map(r => [
        named(r),
        <>
          {r.persons === null ? <NotOnRecord lang={a.lang} /> : number(a.lang, r.persons)}
          {r.differs && (
            <p class="small">
              {w.counted.differs} <InEnglish says={r.differs} />
            </p>
          )}
        </>,
        <Row a={a} row={r} />,
      ])}
    />
  )
}
const Row = ({ a, row: r }: { a: Props['a']; row: CountedRow }) => (
  <Kept
    lang={a.lang}
    to={a.to}
    at={r.cites}
    asked={{ mission: r.mission, state: r.by === 'state' ? r.of : null, from: `${r.month}-01`, to: r.on }}
  />
)
