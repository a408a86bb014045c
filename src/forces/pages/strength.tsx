import { Asking } from '../../paper/asking.tsx'
import { AsTold, NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { CountedPart } from '../archive/pages/counted.tsx'
import { tablesOf } from '../archive/pages/words.ts'
import { numbersInWords, percentInWords, type StrengthAnswer, type StrengthRow } from '../strength.ts'
import { OfAuthority } from './of-authority.tsx'
import { wordsOf } from './words.ts'

type A = Answered<StrengthAnswer>
const of = (a: A) => wordsOf(a.lang).strength

/** How many were there beside how many might have been, a table a mission. */
export const strength: QuestionPage<StrengthAnswer> = {
  title: a => (a.asked.options['mission'] ? of(a).titleOf(a.asked.options['mission']) : of(a).title),
  lede: a => of(a).lede,
  Content: a => {
    const told = a.rows.filter(isTold),
      counted = a.rows.some(r => r.kind === 'counted')
    const { mission, by } = a.asked.options
    return (
      <>
        <Asking lang={a.lang} action={a.to('/forces/strength')} fields={[['mission', tablesOf(a.lang).of, mission]]} />
        <CountedPart a={a} rows={a.rows.filter(r => !isTold(r))} />
        {(mission || by) && <Counts a={a} />}
        {(told.length > 0 || (by === undefined && !counted)) && <Reported a={a} rows={told} />}
      </>
    )
  },
}
const isTold = (r: StrengthAnswer): r is StrengthRow => r.kind !== 'counted' && r.kind !== 'not on this record'
const Counts = ({ a }: { a: A }) => {
  const { mission } = a.asked.options
  return (
    <p>
      {(['state', 'type', 'sex'] as const).map((by, i) => (
        <>
          {i > 0 && ' · '}
          <a href={a.to('/forces/strength', { mission, by })}>{of(a).by[by]}</a>
        </>
      ))}
      {mission && (
        <>
          {' · '}
          <a href={a.to('/forces/timeline', { mission })}>{of(a).months}</a>
        </>
      )}
    </p>
  )
}
const Reported = ({ a, rows }: { a: A; rows: readonly StrengthRow[] }) => (
  <>
    {rows.length ? (
      [...Map.groupBy(rows, r => `${r.mission}${r.part ? `, ${r.part}` : ''}`)].map(([name, rows]) => (
        <section>
          <h2>
            <bdi lang="en">{name}</bdi>
          </h2>
          <TablePart
            untitled
            lang={a.lang}
            title={of(a).table(name)}
            heads={of(a).heads}
            rows={rows.map(r => [
              <WhenEdtf lang={a.lang} text={r.on} />,
              there(a, r),
              <Authorised a={a} row={r} />,
              share(a, r),
              <AsTold lang={a.lang} says={r.says} source={r.source} />,
            ])}
          />
          {rows.every(r => r.kind !== 'reported') && <p class="small soft">{of(a).notTold}</p>}
        </section>
      ))
    ) : (
      <NothingYet lang={a.lang} />
    )}
  </>
)
const share = (a: A, r: StrengthRow) =>
  r.percent !== null ? (
    <>
      <OfAuthority share={r.percent / 100} most={97} />
      <span class="small">{percentInWords(r.percent, a.lang)}</span>
    </>
  ) : r.there && r.authorised ? (
    <span class="small soft">{of(a).notCompared}</span>
  ) : null
const there = (a: A, r: StrengthRow) => {
  const { waits, waitsFor } = of(a)
  if (r.kind === 'reported') return numbersInWords(r.there, a.lang)
  return r.kind === 'delay'
    ? waitsFor(Object.hasOwn(waits, r.waitsFor ?? '') ? waits[r.waitsFor as keyof typeof waits] : waits.other)
    : null
}

const Authorised = ({ a, row: { authorised, kind, on } }: { a: A; row: StrengthRow }) =>
  authorised ? (
    <>
      {numbersInWords(authorised, a.lang)} <bdi class="code">{authorised.symbol}</bdi>
      {kind === 'authority' && authorised.since !== on && (
        <span class="small soft">
          {' '}
          {of(a).since} <WhenEdtf lang={a.lang} text={authorised.since} />
        </span>
      )}
    </>
  ) : (
    <NotOnRecord lang={a.lang} />
  )
