import type { Child } from 'hono/jsx'
import { day } from '../../kernel/day.ts'
import { Cited } from '../../paper/cited.tsx'
import { dayInWords, WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import { capital } from '../../paper/english.ts'
import { inTwo, Rest } from '../../paper/fold.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { number } from '../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { BindingTag, Tag } from '../../paper/tag.tsx'
import type { Action, Commitment, Count, OfState, PromiseRow } from '../views.ts'
import { wordsOf } from './words.ts'

type A = Answered<PromiseRow>
const of = <K extends PromiseRow['kind']>(a: A, kind: K) => a.rows.filter((r): r is Extract<PromiseRow, { kind: K }> => r.kind === kind)
const cases = (a: A, subject: string): string => a.to(`/cases/${encodeURIComponent(subject)}`)

/** As the source calls it, in the language of the source; else by its own name. */
const called = (a: A, r: OfState): string => (a.lang === 'en' ? r.called : a.nameOf(r.state))

export const promisesPage: QuestionPage<PromiseRow> = {
  title: a => {
    const state = a.asked.options['state']?.toUpperCase()
    const w = wordsOf(a.lang)
    if (state !== undefined) {
      const [told] = of(a, 'state')
      return w.titleOf(told ? called(a, told) : a.nameOf(state), told?.signed.length ?? 0)
    }
    const firm = of(a, 'action').filter(r => r.known !== 'remembered' && r.owner !== null)
    return w.title(firm.filter(r => r.done.length > 0).length, firm.length)
  },
  lede: a => {
    const w = wordsOf(a.lang)
    if (a.asked.options['state'] !== undefined) return w.ledeOf
    const actions = of(a, 'action'),
      remembered = actions.filter(r => r.known === 'remembered').length
    return `${w.lede}${w.beside(actions.filter(r => r.known !== 'remembered' && r.owner === null).length, remembered)}`
  },
  Content: a => {
    const w = wordsOf(a.lang),
      actions = of(a, 'action'),
      told = actions.filter(r => r.known !== 'remembered'),
      memory = actions.filter(r => r.known === 'remembered'),
      commitments = of(a, 'commitment'),
      states = of(a, 'state'),
      outside = of(a, 'outside')
    return (
      <>
        {told.length > 0 && <Actions a={a} rows={told} title={w.actions} note={w.actionsNote} />}
        {memory.length > 0 && <Actions a={a} rows={memory} title={w.remembered} note={w.rememberedNote} />}
        {commitments.length > 0 && <Commitments a={a} rows={commitments} />}
        {states.length > 0 && <States a={a} rows={states} />}
        {outside.length > 0 && (
          <section>
            <h2>{w.outside}</h2>
            <Docket
              lang={a.lang}
              contentLang="en"
              entries={outside.map(r => ({
                day: r.on,
                title: r.by,
                sentence: [r.rating, r.says].filter(Boolean).join('. '),
                ...citedIn(r.source),
              }))}
            />
          </section>
        )}
      </>
    )
  },
}

interface TableProps {
  lang: string
  title: string
  note: string
  heads: readonly string[]
  /** Each is one row of the table, or several that stand together. */
  rows: readonly Child[]
}
const Table = ({ lang, title, note, heads, rows }: TableProps) => {
  const [open, folded] = inTwo(rows)
  const tableOf = (shown: readonly Child[]) => (
    <div class="scroll" tabindex={0} role="region" aria-label={title}>
      <table class="tbl stk">
        <thead>
          <tr>
            {heads.map(h => (
              <th scope="col">{h}</th>
            ))}
          </tr>
        </thead>
        <tbody>{[...shown]}</tbody>
      </table>
    </div>
  )
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p class="small soft measure">{note}</p>
      {tableOf(open)}
      <Rest lang={lang} rows={folded}>
        {tableOf}
      </Rest>
    </section>
  )
}
const Actions = ({ a, rows, title, note }: { a: A; rows: readonly Action[]; title: string; note: string }) => {
  const w = wordsOf(a.lang),
    m = messagesFor(a.lang)
  return (
    <Table
      lang={a.lang}
      title={title}
      note={note}
      heads={[w.action, w.from, w.evidence]}
      rows={rows.map(r => (
        <tr>
          <th scope="row">
            <a href={cases(a, r.subject)} lang="en" dir="auto">
              {r.says ?? r.subject}
            </a>
            <br />
            <Theme a={a} of={r.theme} /> <BindingTag lang={a.lang} binding={r.binding} sure={{ standing: r.known }} />
          </th>
          <td>
            {r.owner === null ? w.ofMany : capital(a.nameOf(r.owner))}
            {r.until && <span class="small soft"> {w.by(dayInWords(a.lang, day(r.until)))}</span>}
          </td>
          <td class="small">
            {r.done.map(d => (
              <p>
                <bdi>{d.evidence}</bdi>
                {m.comma}
                <WhenEdtf lang={a.lang} text={d.on} />. <Cited lang={a.lang} source={d.source} note />
              </p>
            ))}
            {r.dropped && (
              <p>
                {w.dropped}
                {m.comma}
                <WhenEdtf lang={a.lang} text={r.dropped} />
              </p>
            )}
            {!r.done.length && !r.dropped && <p class="soft">{m.nothing}</p>}
            {r.followed && (
              <p>
                <a href={a.to(r.followed)}>{w.followed}</a>
              </p>
            )}
            <p class="soft">
              <Cited lang={a.lang} source={r.source} note={r.known === 'remembered'} />
            </p>
          </td>
        </tr>
      ))}
    />
  )
}
const Theme = ({ a, of: theme }: { a: A; of: string }) => {
  const { themes } = wordsOf(a.lang)
  return Object.hasOwn(themes, theme) ? (
    <span class="small soft">{themes[theme]}</span>
  ) : (
    <span class="small soft" lang="en">
      {theme}
    </span>
  )
}
const Commitments = ({ a, rows }: { a: A; rows: readonly Commitment[] }) => {
  const w = wordsOf(a.lang),
    m = messagesFor(a.lang)
  return (
    <Table
      lang={a.lang}
      title={w.commitments}
      note={w.commitmentsNote}
      heads={[w.text, w.counted, w.source]}
      rows={rows.map(r => {
        const head = (
          <th scope="row" rowspan={Math.max(1, r.counts.length)}>
            <a href={cases(a, r.subject)}>{r.subject}</a> {r.disagree && <Tag>{w.disagree}</Tag>}
            {r.texts.map(t => (
              <p class="small soft">
                <bdi lang="en">{t.says}</bdi> <WhenEdtf lang={a.lang} text={t.on} />. <Cited lang={a.lang} source={t.source} note />
              </p>
            ))}
            <p class="small soft">{w.named(r.named.length)}</p>
          </th>
        )
        if (!r.counts.length)
          return [
            <tr>
              {head}
              <td class="soft">{w.noCount}</td>
              <td />
            </tr>,
          ]
        return r.counts.map((c, i) => (
          <tr>
            {i === 0 && head}
            <td>
              <Counted a={a} count={c} />
              {c.toCome !== null && (
                <span class="small">
                  {m.comma}
                  {w.more(number(a.lang, c.toCome))}
                </span>
              )}
              <br />
              <span class="small soft">
                <WhenEdtf lang={a.lang} text={c.on} />
              </span>
            </td>
            <td class="small">
              <bdi lang="en">{c.says}</bdi> <Cited lang={a.lang} source={c.source} note />
            </td>
          </tr>
        ))
      })}
    />
  )
}
const Counted = ({ a, count: c }: { a: A; count: Count }) => {
  const { counts } = wordsOf(a.lang),
    [before, after] = Object.hasOwn(counts, c.what) ? counts[c.what]! : ['', ` ${c.what}`]
  return (
    <>
      {before}
      <b>{number(a.lang, c.count)}</b>
      {after}
    </>
  )
}
const States = ({ a, rows }: { a: A; rows: readonly OfState[] }) => {
  const w = wordsOf(a.lang),
    m = messagesFor(a.lang)
  return (
    <Table
      lang={a.lang}
      title={w.states}
      note={w.statesNote}
      heads={[w.state, w.committed, w.since]}
      rows={rows.map(r => (
        <tr>
          <th scope="row">
            <a href={a.to(`/states/${r.state}`)}>{called(a, r)}</a> <span class="code">{r.state}</span>
          </th>
          <td>
            {r.signed.map(s => (
              <p>
                <a href={cases(a, s.subject)} lang="en" dir="auto">
                  {s.says ?? s.subject}
                </a>{' '}
                <span class="small soft">
                  {w.forms[s.form]}
                  {m.comma}
                  <WhenEdtf lang={a.lang} text={s.on} />. <Cited lang={a.lang} source={s.source} note />
                  {s.withdrawn && (
                    <>
                      {' '}
                      {w.withdrawn}
                      {m.comma}
                      <WhenEdtf lang={a.lang} text={s.withdrawn} />
                    </>
                  )}
                </span>
              </p>
            ))}
          </td>
          <td class="small">
            {[...r.signed.flatMap(s => s.acted), ...r.since].map(s => (
              <p>
                <WhenEdtf lang={a.lang} text={s.on} />
                {m.colon}
                <bdi lang="en">{s.says ?? s.subject}</bdi> <Cited lang={a.lang} source={s.source} note />
              </p>
            ))}
            {!r.signed.some(s => s.acted.length) && !r.since.length && <span class="soft">{w.noneSince}</span>}
          </td>
        </tr>
      ))}
    />
  )
}
