import type { Child } from 'hono/jsx'
import { Cited } from '../../paper/cited.tsx'
import { capital } from '../../paper/english.ts'
import { FiguresTable } from '../../paper/figures-table.tsx'
import { number } from '../../paper/numbers.ts'
import { OwedTable } from '../../paper/owed-table.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { DEFINITIONS } from '../entries.ts'
import type { Definition, RateRow } from '../views.ts'
import { DEFINED } from './words.ts'

type A = Answered<RateRow>
const published = (a: A) => a.rows.filter(r => r.is === 'published')
const years = (a: A) => a.rows.filter(r => r.is === 'year')
const owed = (a: A) => a.rows.filter(r => r.is === 'owed')
const shares = (a: A) => published(a).filter(p => p.unit === 'per cent')

/** The page whose title says what was counted, and by whom it was not. */
export const rate: QuestionPage<RateRow> = {
  title: a => {
    const first = shares(a).find(p => p.definition === null && p.of !== null && p.counts.includes('addressed'))
    if (first)
      return `${first.about ? 'About ' : ''}${first.count} per cent of ${number('en', first.of!)} warnings were “addressed”; by whom, the word does not say`
    if (years(a).length || shares(a).length) return 'The same warnings, counted in every way'
    return 'No rate of response is on this record'
  },
  lede: a =>
    shares(a).some(p => p.what.includes('together'))
      ? 'One rate was published for MONUSCO in 2017 and 2018, and it counts State forces, the authorities and the mission together. Here it stands beside the rates that were not published.'
      : 'How many warnings were answered depends on what is counted as a warning, and as an answer. Here each count stands beside its definition.',
  Content: a => (
    <div lang="en" dir="ltr">
      <SameWarnings a={a} />
      <Table a={a} />
      <LookAlike a={a} />
      <Asked a={a} />
      <Never />
    </div>
  ),
}

/** A share along a line whose end is all warnings; a dashed box, as wide as the line, is what is not known. */
const Bar = ({ name, share, children }: { name: string; share: number | undefined; children: Child }) => (
  <div class="r">
    <div>
      <b>{name}</b>
    </div>
    <div>
      <svg class="ck" aria-hidden="true">
        {share === undefined ? (
          <rect class="cv" x="0" width="100%" y="50%" height="12" transform="translate(0 -6)" />
        ) : (
          <>
            <line class="cr" x1="0" x2={`${share}%`} y1="50%" y2="50%" />
            <line class="co" x1={`${share}%`} x2="100%" y1="50%" y2="50%" />
          </>
        )}
        <line class="g1" x1="100%" x2="100%" y1="20%" y2="80%" />
      </svg>
      {children}
    </div>
  </div>
)
const NOT: Partial<Readonly<Record<Definition, string>>> = {
  'in-time': 'Not published; no time is stated either.',
  'without-harm': 'Not published; it cannot be known from alerts.',
}
const SameWarnings = ({ a }: { a: A }) => (
  <section>
    <h2>The same warnings, under every definition</h2>
    <div class="cal">
      {shares(a)
        .filter(p => p.definition !== null || p.counts.includes('addressed')) // OCHA’s are other alerts: they stand below
        .map(p => (
          <Bar name={p.definition === null ? capital(p.what) : DEFINED[p.definition][0]} share={p.count}>
            <p>
              <b>
                {p.about ? 'about ' : ''}
                {p.count} %
              </b>{' '}
              <span class="soft">
                {p.mission}, {p.period}
                {p.of === null ? '' : `, of ${number('en', p.of)}`}.{' '}
                {p.definition === null ? p.says : capital(`${DEFINED[p.definition][1]}.`)}
              </span>{' '}
              <Cited lang={a.lang} source={p.source} note />
            </p>
          </Bar>
        ))}
      {DEFINITIONS.filter(d => !shares(a).some(p => p.definition === d)).map(d => (
        <Bar name={DEFINED[d][0]} share={undefined}>
          <p class="soft">
            {NOT[d] ?? 'Not published.'} It would count, {DEFINED[d][1]}.
          </p>
        </Bar>
      ))}
    </div>
    <p class="small soft measure">
      The upright at the end is all warnings. A dashed box is as wide as what is not known: here, everything.
    </p>
  </section>
)

/** Of an office’s own register: what it may publish. */
const Table = ({ a }: { a: A }) => (
  <TablePart
    wide
    title="The yearly table of this register"
    heads={['Mission, year', 'Warnings', ...DEFINITIONS.map(d => DEFINED[d][0])]}
    numbers={[1, ...DEFINITIONS.map((_, i) => i + 2)]}
    rows={years(a).map(y => [
      `${y.mission}, ${y.year}`,
      number('en', y.warnings),
      ...y.rates.map(r => (
        <>
          {r.share === null ? <span class="soft">{r.withheld}</span> : `${r.share} %`}
          {r.of !== null && <span class="small soft"> of {number('en', r.of)}</span>}
        </>
      )),
    ])}
  />
)
const LookAlike = ({ a }: { a: A }) => (
  <section>
    <h2>Figures that look alike, and are not</h2>
    <div class="two">
      <FiguresTable
        a={a}
        figures={published(a).map(p => ({
          ...p,
          count: `${p.atLeast ? 'at least ' : p.about ? 'about ' : ''}${number('en', p.count)}${p.unit === 'per cent' ? ' %' : ''}`,
          says: p.says ?? `${capital(p.what)}.`,
        }))}
      />
      <aside>
        <p>None of these may be divided by another.</p>
      </aside>
    </div>
  </section>
)
const Asked = ({ a }: { a: A }) => (
  <section>
    <h2>What the United Nations owes</h2>
    <OwedTable a={a} label="What the United Nations owes" rows={owed(a)} />
    {owed(a).length > 0 && (
      <p class="small measure">
        The Council asked this mission to <q>systematically record and analyse</q> its rate of response. It named no day: that a mandate of
        one year makes it a yearly table is an assumption of ours.
        {owed(a).some(o => o.duty === 'protection.record-rate' && o.state === 'silent') &&
          ' A rate by its own definition is not on this record.'}
      </p>
    )}
  </section>
)
const Never = () => (
  <section>
    <h2>What this page will never show</h2>
    <div class="half small">
      <ul class="stack">
        <li>A place smaller than a mission, a time finer than a year.</li>
        <li>Where peacekeepers are, and whom they cannot reach.</li>
        <li>Who warned.</li>
      </ul>
      <ul class="stack">
        <li>A ranking of missions by rate: the words behind the rates differ.</li>
        <li>
          A rate of fewer than 20 warnings <BindingTag lang="en" binding="assumption" sure={{ standing: 'ours' }} />.
        </li>
        <li>The warnings of this year. Rates stop at the end of the last full year.</li>
      </ul>
    </div>
  </section>
)
