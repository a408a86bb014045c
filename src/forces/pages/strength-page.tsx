import { AsTold, NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import { percent } from '../../paper/geometry.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { numbersInWords, percentInWords, type StrengthRow } from '../strength.ts'

const WAITS: Readonly<Record<string, string>> = {
  'host-state': 'the host State: visas, land, airport',
  contributor: 'the contributing State',
  un: 'the United Nations',
  funds: 'funds',
}
/** Where the line of what is authorised stands, in per cent of the drawing. */
const AUTHORITY = 92

/** How many were there beside how many might have been, a table a mission. */
export const strengthPage: QuestionPage<StrengthRow> = {
  title: ({ asked }) =>
    asked.options['mission'] ? `Strength of ${asked.options['mission']} beside its authority` : 'Strength beside authority, by mission',
  lede: () =>
    'How many were there, beside how many the Council had authorised on that day. Where no number of those there is told, the page says so.',
  Content: a =>
    a.rows.length ? (
      [...Map.groupBy(a.rows, r => `${r.mission}${r.part ? `, ${r.part}` : ''}`)].map(([name, rows]) => (
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
              r.percent === null ? null : <Share percents={r.percent} />,
              <AsTold lang={a.lang} says={r.says} source={r.source} />,
            ])}
          />
          {rows.every(r => r.kind !== 'reported') && <p class="small soft">How many were there is not on this record.</p>}
        </section>
      ))
    ) : (
      <NothingYet />
    ),
}
const there = (r: StrengthRow) =>
  r.kind === 'reported'
    ? numbersInWords(r.there)
    : r.kind === 'delay'
      ? `waits for ${WAITS[r.waitsFor ?? ''] ?? 'what the source says'}`
      : null

const Authorised = ({ a, row: { authorised, kind, on } }: { a: Answered<StrengthRow>; row: StrengthRow }) =>
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
/** Ink as long as who was there; dots are who was not; the upright is the authority. */
const Share = ({ percents }: { percents: number }) => {
  const x = Math.max(1.2, Math.min(97, (AUTHORITY * percents) / 100))
  return (
    <>
      <svg class="ck" aria-hidden="true" style="block-size:1.15rem;min-inline-size:9rem">
        <line class="cr" x1="0.6%" x2={percent(x)} y1="50%" y2="50%" />
        {x < AUTHORITY && <line class="co" x1={percent(x)} x2={percent(AUTHORITY)} y1="50%" y2="50%" />}
        <line class="cg" x1={percent(AUTHORITY)} x2={percent(AUTHORITY)} y1="0" y2="100%" />
      </svg>
      <span class="small">{percentInWords(percents)}</span>
    </>
  )
}
