import type { Child } from 'hono/jsx'
import { day } from '../../kernel/day.ts'
import { Cited } from '../../paper/cited.tsx'
import { dayInWords, WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import { inTwo, Rest } from '../../paper/fold.tsx'
import { messagesFor } from '../../paper/messages.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { BindingTag, Tag } from '../../paper/tag.tsx'
import type { Action, Commitment, OfState, PromiseRow } from '../views.ts'
import { en, ownerWords } from './words.ts'

type A = Answered<PromiseRow>
const of = <K extends PromiseRow['kind']>(a: A, kind: K) => a.rows.filter((r): r is Extract<PromiseRow, { kind: K }> => r.kind === kind)
const cases = (a: A, subject: string): string => a.to(`/cases/${encodeURIComponent(subject)}`)

export const promisesPage: QuestionPage<PromiseRow> = {
  title: a => {
    const state = a.asked.options['state']?.toUpperCase()
    if (state !== undefined) return en.titleOf(of(a, 'state')[0]?.called ?? state, of(a, 'state')[0]?.signed.length ?? 0)
    const firm = of(a, 'action').filter(r => r.known !== 'remembered' && r.owner !== null)
    return en.title(firm.filter(r => r.done.length > 0).length, firm.length)
  },
  lede: a => {
    if (a.asked.options['state'] !== undefined) return en.ledeOf
    const actions = of(a, 'action'),
      remembered = actions.filter(r => r.known === 'remembered').length
    return `${en.lede}${en.beside(actions.filter(r => r.known !== 'remembered' && r.owner === null).length, remembered)}`
  },
  Content: a => {
    const actions = of(a, 'action'),
      told = actions.filter(r => r.known !== 'remembered'),
      memory = actions.filter(r => r.known === 'remembered'),
      commitments = of(a, 'commitment'),
      states = of(a, 'state'),
      outside = of(a, 'outside')
    return (
      <>
        {told.length > 0 && <Actions a={a} rows={told} title={en.actions} note={en.actionsNote} />}
        {memory.length > 0 && <Actions a={a} rows={memory} title={en.remembered} note={en.rememberedNote} />}
        {commitments.length > 0 && <Commitments a={a} rows={commitments} />}
        {states.length > 0 && <States a={a} rows={states} />}
        {outside.length > 0 && (
          <section>
            <h2>{en.outside}</h2>
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
  title: string
  note: string
  heads: readonly string[]
  /** Each is one row of the table, or several that stand together. */
  rows: readonly Child[]
}
const Table = ({ title, note, heads, rows }: TableProps) => {
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
      <Rest lang="en" rows={folded}>
        {tableOf}
      </Rest>
    </section>
  )
}
const Actions = ({ a, rows, title, note }: { a: A; rows: readonly Action[]; title: string; note: string }) => (
  <Table
    title={title}
    note={note}
    heads={[en.action, en.from, en.evidence]}
    rows={rows.map(r => (
      <tr>
        <th scope="row">
          <a href={cases(a, r.subject)} lang="en">
            {r.says ?? r.subject}
          </a>
          <br />
          <span class="small soft" lang="en">
            {r.theme}
          </span>{' '}
          <BindingTag lang={a.lang} binding={r.binding} sure={{ standing: r.known }} />
        </th>
        <td>
          {ownerWords(r.owner)}
          {r.until && <span class="small soft"> {en.by(dayInWords(a.lang, day(r.until)))}</span>}
        </td>
        <td class="small">
          {r.done.map(d => (
            <p>
              {d.evidence}, <WhenEdtf lang={a.lang} text={d.on} />. <Cited lang={a.lang} source={d.source} note />
            </p>
          ))}
          {r.dropped && (
            <p>
              {en.dropped}, <WhenEdtf lang={a.lang} text={r.dropped} />
            </p>
          )}
          {!r.done.length && !r.dropped && <p class="soft">{messagesFor('en').nothing}</p>}
          {r.followed && (
            <p>
              <a href={a.to(r.followed)}>{en.followed}</a>
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
const Commitments = ({ a, rows }: { a: A; rows: readonly Commitment[] }) => (
  <Table
    title={en.commitments}
    note={en.commitmentsNote}
    heads={[en.text, en.counted, en.source]}
    rows={rows.map(r => {
      const head = (
        <th scope="row" rowspan={Math.max(1, r.counts.length)}>
          <a href={cases(a, r.subject)}>{r.subject}</a> {r.disagree && <Tag>{en.disagree}</Tag>}
          {r.texts.map(t => (
            <p class="small soft" lang="en">
              {t.says} <WhenEdtf lang={a.lang} text={t.on} />. <Cited lang={a.lang} source={t.source} note />
            </p>
          ))}
          <p class="small soft">{en.named(r.named.length)}</p>
        </th>
      )
      if (!r.counts.length)
        return [
          <tr>
            {head}
            <td class="soft">{en.noCount}</td>
            <td />
          </tr>,
        ]
      return r.counts.map((c, i) => (
        <tr>
          {i === 0 && head}
          <td>
            <b>{c.count}</b> {en.what[c.what] ?? c.what}
            {c.toCome !== null && <span class="small">, {en.more(c.toCome)}</span>}
            <br />
            <span class="small soft">
              <WhenEdtf lang={a.lang} text={c.on} />
            </span>
          </td>
          <td class="small">
            <span lang="en">{c.says}</span> <Cited lang={a.lang} source={c.source} note />
          </td>
        </tr>
      ))
    })}
  />
)
const States = ({ a, rows }: { a: A; rows: readonly OfState[] }) => (
  <Table
    title={en.states}
    note={en.statesNote}
    heads={[en.state, en.committed, en.since]}
    rows={rows.map(r => (
      <tr>
        <th scope="row">
          <a href={a.to(`/states/${r.state}`)}>{r.called}</a> <span class="code">{r.state}</span>
        </th>
        <td>
          {r.signed.map(s => (
            <p>
              <a href={cases(a, s.subject)} lang="en">
                {s.says ?? s.subject}
              </a>{' '}
              <span class="small soft">
                {en.what[s.form]}, <WhenEdtf lang={a.lang} text={s.on} />. <Cited lang={a.lang} source={s.source} note />
                {s.withdrawn && (
                  <>
                    {' '}
                    {en.withdrawn}, <WhenEdtf lang={a.lang} text={s.withdrawn} />
                  </>
                )}
              </span>
            </p>
          ))}
        </td>
        <td class="small">
          {[...r.signed.flatMap(s => s.acted), ...r.since].map(s => (
            <p>
              <WhenEdtf lang={a.lang} text={s.on} />: <span lang="en">{s.says ?? s.subject}</span>{' '}
              <Cited lang={a.lang} source={s.source} note />
            </p>
          ))}
          {!r.signed.some(s => s.acted.length) && !r.since.length && <span class="soft">{en.noneSince}</span>}
        </td>
      </tr>
    ))}
  />
)
