import type { Limit } from '../../kernel/rules/rulebook.ts'
import { WhenEdtf } from '../../paper/dates.tsx'
import { FiguresTable } from '../../paper/figures-table.tsx'
import { number } from '../../paper/numbers.ts'
import { OwedTable } from '../../paper/owed-table.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { Source } from '../../paper/source.tsx'
import { type Cells, TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { acknowledge, answer, refer, tellBack } from '../duties.ts'
import { STEPS } from '../entries.ts'
import type { Kept, Published, ServiceRow, Step } from '../views.ts'
import { wordsOf } from './words.ts'

type A = Answered<ServiceRow>
const levels = (a: A) => a.rows.filter(r => r.is === 'level')
const published = (a: A) => a.rows.filter(r => r.is === 'published')
const owed = (a: A) => a.rows.filter(r => r.is === 'owed')

/** The mission is the debtor on this page, and nobody else. */
export const service: QuestionPage<ServiceRow> = {
  title: a => {
    const open = owed(a).filter(o => o.state === 'silent' || o.state === 'elapsing' || o.state === 'overdue').length
    const { title } = wordsOf(a.lang)
    if (open > 0) return title.untold(open)
    return levels(a).length || published(a).some(p => p.step !== null) ? title.some : title.none
  },
  lede: a => wordsOf(a.lang).lede,
  Content: a => (
    <>
      <Levels a={a} />
      <Places a={a} />
      <Assumed a={a} />
      <Figures a={a} />
      <Never a={a} />
    </>
  ),
}

const Levels = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang)
  const told = [
    ...Map.groupBy(
      published(a).filter(p => p.step !== null),
      p => `${p.mission} ${p.period} ${p.source.title}`,
    ).values(),
  ]
  const when = (mission: string, period: string) => (
    <>
      {mission}, <WhenEdtf lang={a.lang} text={period} />
    </>
  )
  return (
    <section>
      <h2>{w.byMonth}</h2>
      {levels(a).length + told.length === 0 && <p class="soft measure">{w.nonePublished}</p>}
      <TablePart
        untitled
        wide
        title={w.byMonth}
        heads={[w.heads.mission, w.heads.received, ...STEPS.map(s => w.heads.inTime(w.steps[s])), w.heads.source]}
        numbers={[1, ...STEPS.map((_, i) => i + 2)]}
        rows={[
          ...levels(a).map(
            (l): Cells => [
              when(l.mission, l.month),
              l.received ?? <span class="soft">{w.withheld}</span>,
              ...STEPS.map(s => <Cell a={a} kept={l.kept.find(k => k.step === s)} />),
              <span class="small">{l.source.title}</span>,
            ],
          ),
          ...told.map(
            (its): Cells => [
              when(its[0]!.mission, its[0]!.period),
              its[0]!.of,
              ...STEPS.map(s => <Reported a={a} its={its} step={s} />),
              <span class="small">
                <Source href={its[0]!.source.url} label={its[0]!.source.title} />
              </span>,
            ],
          ),
        ]}
      />
    </section>
  )
}
const Cell = ({ a, kept: k }: { a: A; kept: Kept | undefined }) =>
  !k || k.share === null || k.of === null ? (
    <span class="soft">{wordsOf(a.lang).notShown}</span>
  ) : (
    <>
      {k.share} % <span class="small soft">{wordsOf(a.lang).of(k.of)}</span>
    </>
  )
const Reported = ({ a, its, step }: { a: A; its: readonly Published[]; step: Step }) => {
  const p = its.find(x => x.step === step)
  return p?.of ? (
    <>
      {Math.round((100 * p.count) / p.of)} % <span class="small soft">{wordsOf(a.lang).of(p.of)}</span>
    </>
  ) : (
    <span class="soft">{wordsOf(a.lang).notPublished}</span>
  )
}
const Places = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang)
  return (
    <section>
      <h2>{w.places}</h2>
      {owed(a).length === 0 ? (
        <p class="soft">{w.noOutcome}</p>
      ) : (
        <OwedTable a={a} label={w.placesOwed} contentLang={a.lang} rows={owed(a).map(o => ({ ...o, act: w.acts[o.duty] ?? o.act }))} />
      )}
      <p class="small soft measure">{w.placesNote}</p>
    </section>
  )
}
const Assumed = ({ a }: { a: A }) => {
  const w = wordsOf(a.lang)
  return (
    <TablePart
      title={w.assumed}
      heads={w.assumedHeads}
      rows={[acknowledge, refer, answer, tellBack].map(d => {
        const { n, standing } = d.within as Limit
        return [w.acts[d.duty] ?? d.act, w.workingDays(n), <BindingTag lang={a.lang} binding={d.binding} sure={{ standing }} />]
      })}
    />
  )
}
const Figures = ({ a }: { a: A }) => {
  const { published: heading, about } = wordsOf(a.lang)
  return (
    <section>
      <h2>{heading}</h2>
      <FiguresTable
        a={a}
        figures={published(a)
          .filter(p => p.step === null)
          .map(p => ({
            ...p,
            count: `${p.atLeast ? about.least : p.about ? about.about : ''}${number(a.lang, p.count)}`,
            says: p.says ?? p.what,
          }))}
      />
    </section>
  )
}
const Never = ({ a }: { a: A }) => {
  const { never, neverWho, neverFew, neverBack } = wordsOf(a.lang)
  return (
    <section>
      <h2>{never}</h2>
      <ul class="stack small">
        <li>{neverWho}</li>
        <li>
          {neverFew[0]} <BindingTag lang={a.lang} binding="assumption" sure={{ standing: 'ours' }} />
          {neverFew[1]}
        </li>
        <li>{neverBack}</li>
      </ul>
    </section>
  )
}
