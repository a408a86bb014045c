import { Asking } from '../../paper/asking.tsx'
import { AsTold, NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { CountedPart } from '../archive/pages/counted.tsx'
import { NOT_COMPARED, numbersInWords, percentInWords, type StrengthAnswer, type StrengthRow } from '../strength.ts'
import { OfAuthority } from './of-authority.tsx'

const WAITS: Readonly<Record<string, string>> = {
  'host-state': 'the host State: visas, land, airport',
  contributor: 'the contributing State',
  un: 'the United Nations',
  funds: 'funds',
}
/** How many were there beside how many might have been, a table a mission. */
export const strength: QuestionPage<StrengthAnswer> = {
  title: ({ asked }) =>
    asked.options['mission'] ? `Strength of ${asked.options['mission']} beside its authority` : 'Strength beside authority, by mission',
  lede: () =>
    'How many were there, beside how many the Council had authorised on that day. Where no number of those there is told, the page says so.',
  Content: a => {
    const told = a.rows.filter(isTold)
    const { mission, by } = a.asked.options
    return (
      <>
        <Asking lang={a.lang} action={a.to('/forces/strength')} fields={[['mission', 'Of', mission]]} />
        <CountedPart a={a} rows={a.rows.filter(r => !isTold(r))} />
        {(mission || by) && <Counts a={a} />}
        {(by === undefined || told.length > 0) && <Reported a={a} rows={told} />}
      </>
    )
  },
}
const isTold = (r: StrengthAnswer): r is StrengthRow => r.kind !== 'counted' && r.kind !== 'not on this record'
const Counts = ({ a }: { a: Answered<StrengthAnswer> }) => {
  const { mission } = a.asked.options
  return (
    <p>
      {(['state', 'type', 'sex'] as const).map((by, i) => (
        <>
          {i > 0 && ' · '}
          <a href={a.to('/forces/strength', { mission, by })}>by {by === 'state' ? 'State' : by}</a>
        </>
      ))}
      {mission && (
        <>
          {' · '}
          <a href={a.to('/forces/timeline', { mission })}>month by month, beside authority</a>
        </>
      )}
    </p>
  )
}
const Reported = ({ a, rows }: { a: Answered<StrengthAnswer>; rows: readonly StrengthRow[] }) => (
  <>
    {rows.length ? (
      [...Map.groupBy(rows, r => `${r.mission}${r.part ? `, ${r.part}` : ''}`)].map(([name, rows]) => (
        <section>
          <h2>{name}</h2>
          <TablePart
            untitled
            title={`Strength: ${name}`}
            heads={['Day', 'There', 'Authorised on that day', 'There, of what was authorised', 'As it was told']}
            rows={rows.map(r => [
              <WhenEdtf lang={a.lang} text={r.on} />,
              there(r),
              <Authorised a={a} row={r} />,
              share(r),
              <AsTold lang={a.lang} says={r.says} source={r.source} />,
            ])}
          />
          {rows.every(r => r.kind !== 'reported') && <p class="small soft">How many were there is not on this record.</p>}
        </section>
      ))
    ) : (
      <NothingYet />
    )}
  </>
)
const share = (r: StrengthRow) =>
  r.percent !== null ? (
    <>
      <OfAuthority share={r.percent / 100} most={97} />
      <span class="small">{percentInWords(r.percent)}</span>
    </>
  ) : r.there && r.authorised ? (
    <span class="small soft">{NOT_COMPARED}</span>
  ) : null
const there = (r: StrengthRow) =>
  r.kind === 'reported'
    ? numbersInWords(r.there)
    : r.kind === 'delay'
      ? `waits for ${WAITS[r.waitsFor ?? ''] ?? 'what the source says'}`
      : null

const Authorised = ({ a, row: { authorised, kind, on } }: { a: Answered<StrengthAnswer>; row: StrengthRow }) =>
  authorised ? (
    <>
      {numbersInWords(authorised)} <span class="code">{authorised.symbol}</span>
      {kind === 'authority' && authorised.since !== on && (
        <span class="small soft">
          {' '}
          from <WhenEdtf lang={a.lang} text={authorised.since} />
        </span>
      )}
    </>
  ) : (
    <NotOnRecord />
  )
