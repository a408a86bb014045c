import type { Child } from 'hono/jsx'
import { Cited } from '../../paper/cited.tsx'
import { capital } from '../../paper/english.ts'
import { FiguresTable } from '../../paper/figures-table.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { number } from '../../paper/numbers.ts'
import { OwedTable } from '../../paper/owed-table.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { LEAST } from '../decide.ts'
import { recordRate } from '../duties.ts'
import { DEFINITIONS } from '../entries.ts'
import type { Published, RateRow } from '../views.ts'
import { wordsOf } from './words.ts'

type A = Answered<RateRow>
const published = (a: A) => a.rows.filter(r => r.is === 'published')
const years = (a: A) => a.rows.filter(r => r.is === 'year')
const owed = (a: A) => a.rows.filter(r => r.is === 'owed')
const shares = (a: A) => published(a).filter(p => p.unit === 'per cent')

/** The page whose title says what was counted, and by whom it was not. */
export const rate: QuestionPage<RateRow> = {
  title: a => {
    const { title } = wordsOf(a.lang)
    const first = shares(a).find(p => p.definition === null && p.of !== null && p.counts.includes('addressed'))
    if (first) return title.addressed(number(a.lang, first.count), first.about, number(a.lang, first.of!))
    return years(a).length || shares(a).length ? title.every : title.none
  },
  lede: a => {
    const { ledeTogether, lede } = wordsOf(a.lang)
    return shares(a).some(p => p.what.includes('together')) ? ledeTogether : lede
  },
  Content: a => (
    <>
      <SameWarnings a={a} />
      <Table a={a} />
      <LookAlike a={a} />
      <Asked a={a} />
      <Never a={a} />
    </>
  ),
}

interface BarProps {
  name: Child
  share: number | undefined
  children: Child
}
/** A share along a line whose end is all warnings; a dashed box, as wide as the line, is what is not known. */
const Bar = ({ name, share, children }: BarProps) => (
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
const SameWarnings = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang),
    { comma } = messagesFor(a.lang)
  return (
    <section>
      <h2>{w.same}</h2>
      <div class="cal">
        {shares(a)
          .filter(p => p.definition !== null || p.counts.includes('addressed')) // OCHA’s are other alerts: they stand below
          .map(p => (
            <Bar name={p.definition === null ? <bdi lang="en">{capital(p.what)}</bdi> : w.defined[p.definition][0]} share={p.count}>
              <p>
                <b>
                  {p.about && w.about}
                  {w.percent(number(a.lang, p.count))}
                </b>{' '}
                <span class="soft">
                  <bdi lang="en">{p.mission}</bdi>
                  {comma}
                  <bdi lang="en">{p.period}</bdi>
                  {p.of !== null && `${comma}${w.of(number(a.lang, p.of))}`}.{' '}
                  {p.definition === null ? (
                    <bdi class="apart" lang="en">
                      {p.says}
                    </bdi>
                  ) : (
                    capital(`${w.defined[p.definition][1]}.`)
                  )}
                </span>{' '}
                <Cited lang={a.lang} source={p.source} note />
              </p>
            </Bar>
          ))}
        {DEFINITIONS.filter(d => !shares(a).some(p => p.definition === d)).map(d => (
          <Bar name={w.defined[d][0]} share={undefined}>
            <p class="soft">
              {w.not[d] ?? w.notPublished} {w.wouldCount(w.defined[d][1])}
            </p>
          </Bar>
        ))}
      </div>
      <p class="small soft measure">{w.sameNote}</p>
    </section>
  )
}

/** Of an office’s own register: what it may publish. */
const Table = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang)
  return (
    <TablePart
      wide
      lang={a.lang}
      title={w.yearly}
      heads={[...w.yearlyHeads, ...DEFINITIONS.map(d => w.defined[d][0])]}
      numbers={[1, ...DEFINITIONS.map((_, i) => i + 2)]}
      rows={years(a).map(y => [
        <>
          <bdi>{y.mission}</bdi>
          {messagesFor(a.lang).comma}
          {y.year}
        </>,
        number(a.lang, y.warnings),
        ...y.rates.map(r => (
          <>
            {r.share === null ? <span class="soft">{w.fewer(LEAST)}</span> : w.percent(number(a.lang, r.share))}
            {r.of !== null && <span class="small soft"> {w.of(number(a.lang, r.of))}</span>}
          </>
        )),
      ])}
    />
  )
}
const LookAlike = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang)
  const counted = ({ atLeast, about, unit, count }: Published): string => {
    const n = number(a.lang, count)
    return `${atLeast ? w.atLeast : about ? w.about : ''}${unit === 'per cent' ? w.percent(n) : n}`
  }
  return (
    <section>
      <h2>{w.alike}</h2>
      <div class="two">
        <div>
          <FiguresTable a={a} figures={published(a).map(p => ({ ...p, count: counted(p), says: p.says ?? `${capital(p.what)}.` }))} />
        </div>
        <aside>
          <p>{w.alikeNote}</p>
        </aside>
      </div>
    </section>
  )
}
const Asked = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang),
    rows = owed(a)
  return (
    <section>
      <h2>{w.owed}</h2>
      <OwedTable a={a} label={w.owed} contentLang={a.lang} rows={rows.map(o => ({ ...o, act: a.actOf(o.duty, o.act) }))} />
      {rows.length > 0 && (
        <p class="small measure">
          {w.owedNote[0]}
          <q lang="en">systematically record and analyse</q>
          {w.owedNote[1]}
          {rows.some(o => o.duty === recordRate.duty && o.state === 'silent') && w.owedNone}
        </p>
      )}
    </section>
  )
}
const Never = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang)
  return (
    <section>
      <h2>{w.never}</h2>
      <div class="half small">
        <ul class="stack">
          {w.neverWhere.map(n => (
            <li>{n}</li>
          ))}
        </ul>
        <ul class="stack">
          <li>{w.neverRank}</li>
          <li>
            {w.neverFew(LEAST)} <BindingTag lang={a.lang} binding="assumption" sure={{ standing: 'ours' }} />.
          </li>
          <li>{w.neverYear}</li>
        </ul>
      </div>
    </section>
  )
}
