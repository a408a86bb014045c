import { type Day, toIso } from '../../kernel/day.ts'
import type { Duty } from '../../kernel/rules/rulebook.ts'
import { When } from '../../paper/dates.tsx'
import { Fold } from '../../paper/fold.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { BindingTag } from '../../paper/tag.tsx'
import { standsIn } from '../../paper/words.ts'
import { chapterOf } from '../chapters.ts'
import { isSimulated } from '../names.ts'
import type { WhatIf } from '../whatif.ts'
import { actWords, chapterTitle, chapterWords } from './chapters.ts'
import { Frame, Part } from './frame.tsx'
import { capital, command, data, debtorOf, limitOf, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export const UNITS = ['working days', 'days', 'months'] as const
export interface WhatIfView {
  readonly asked: Readonly<Record<'duty' | 'n' | 'unit' | 'state' | 'mission' | 'subject' | 'act' | 'day', string | undefined>>
  readonly duties: readonly Duty[]
  /** Why it cannot be asked so, or what would read otherwise; nothing, before anything was asked. */
  readonly wrong?: string | undefined
  readonly rows?: readonly WhatIf[] | undefined
  /** As it would stand on this day; none: on that of the page. */
  readonly on?: Day | undefined
  /** Duties under which the case owes something; none: no case was named. */
  readonly owed?: readonly Duty[] | undefined
  readonly after?: string | undefined
  readonly next?: string | undefined
}
const titleOf = (v: View, name: string): string => {
  const chapter = chapterOf(name)
  return chapter ? chapterTitle(v.lang, chapter) : name
}
/** The limit as the command line and the API take it. */
export const changeOf = ({ duty, n, unit }: WhatIfView['asked']): string | undefined =>
  duty === undefined || n === undefined ? undefined : `${duty}=${n} ${unit ?? UNITS[0]}`

/** The board under another limit: the same acts, counted otherwise. A reader writes nothing. */
export const WhatIfPage = ({ view: v, of: f }: { view: View; of: WhatIfView }) => {
  const w = wordsOf(v.lang).whatif,
    { state, mission, subject, act, day } = f.asked,
    set = changeOf(f.asked),
    said = f.rows?.filter(r => r.state !== r.was.state).length ?? 0
  return (
    <Frame
      view={v}
      title={w.title}
      organ={f.owed ? w.organAct : w.organ}
      symbol="WHAT-IF"
      h1={f.rows ? (f.rows.length ? w.h1(said, f.rows.length - said, f.next !== undefined || f.after !== undefined) : w.none) : w.ask}
      lede={f.owed ? w.ledeAct : w.lede}
      {...(f.rows ? { command: command(v, 'whatif', [], f.owed ? { case: subject, act, on: day } : { set, state, mission }) } : {})}
      data={f.rows && set ? [{ href: data(v, '/whatif', { set, state, mission }), label: 'JSON' }] : []}
      worldOnly
    >
      <LimitForm view={v} of={f} />
      {f.owed === undefined && <Answer view={v} of={f} />}
      <ActForm view={v} of={f} />
      {f.owed !== undefined && <Answer view={v} of={f} />}
      <Part title={w.not}>
        <ul class="stack measure">
          {w.notList.map(sentence => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Part>
    </Frame>
  )
}

/** What would read otherwise, under the form that asked for it. */
const Answer = ({ view: v, of: f }: { view: View; of: WhatIfView }) => {
  const w = wordsOf(v.lang).whatif
  return (
    <>
      {f.wrong !== undefined && (
        <p class="note" lang="en" dir="auto">
          {capital('en', f.wrong)}.
        </p>
      )}
      {f.on !== undefined && f.on !== v.on && (
        <p>
          {w.asOn} <When lang={v.lang} day={f.on} style="long" />.
        </p>
      )}
      {f.rows && f.rows.length > 0 && <Differing view={v} rows={f.rows} duties={f.duties} />}
      {(f.next !== undefined || f.after !== undefined) && (
        <nav class="pager" aria-label={messagesFor(v.lang).pages}>
          <span>{w.pages}</span>
          {f.after !== undefined && <a href={to(v, '/whatif', f.asked)}>{messagesFor(v.lang).first}</a>}
          {f.next !== undefined && (
            <a rel="next" href={to(v, '/whatif', { ...f.asked, after: f.next })}>
              {messagesFor(v.lang).next}
            </a>
          )}
        </nav>
      )}
    </>
  )
}

const Hidden = ({ view: v }: { view: View }) => (
  <>
    {[...new URL(to(v, '/whatif'), 'http://peaceops').searchParams].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)
interface ChooseProps {
  view: View
  name: string
  duties: readonly Duty[]
  value: string | undefined
}
/** A duty out of many, chapter by chapter. */
const ChooseDuty = ({ view: v, name, duties, value }: ChooseProps) => (
  <select name={name} aria-label={wordsOf(v.lang).board.duty}>
    {[...Map.groupBy(duties, d => d.duty.split('.')[0]!)].map(([chapter, of]) => (
      <optgroup label={titleOf(v, chapter)}>
        {of.map(d => (
          <option value={d.duty} selected={d.duty === value}>
            {capital(v.lang, actWords(v.lang, d.duty, d.act))} ({limitOf(v.lang, d)}
            {chapterWords(v.lang).semicolon}
            {d.duty})
          </option>
        ))}
      </optgroup>
    ))}
  </select>
)
const LimitForm = ({ view: v, of: { asked, duties } }: { view: View; of: WhatIfView }) => {
  const w = wordsOf(v.lang).whatif
  return (
    <Part title={w.limit}>
      <form class="sentence" method="get" action="/whatif" role="search" aria-label={w.limit}>
        <Hidden view={v} />
        {w.limitForm[0]} <ChooseDuty view={v} name="duty" duties={duties} value={asked.duty} /> {w.limitForm[1]}{' '}
        <input name="n" type="number" min={0} max={9999} value={asked.n ?? ''} aria-label={w.howMany} required />{' '}
        <select name="unit" aria-label={w.unit}>
          {UNITS.map(u => (
            <option value={u} selected={u === asked.unit}>
              {w.units[u]}
            </option>
          ))}
        </select>{' '}
        <label>
          {w.limitForm[2]}{' '}
          <input name="state" value={asked.state ?? ''} placeholder={w.anyState} size={12} maxlength={80} autocomplete="off" />{' '}
        </label>
        <label>
          {w.limitForm[3]}{' '}
          <input name="mission" value={asked.mission ?? ''} placeholder={w.anyMission} size={12} maxlength={80} autocomplete="off" />{' '}
        </label>
        <button type="submit" class="btn">
          {messagesFor(v.lang).show}
        </button>
      </form>
    </Part>
  )
}
/** First the case, then what is owed in it, and the day. */
const ActForm = ({ view: v, of: { asked, owed } }: { view: View; of: WhatIfView }) => {
  const w = wordsOf(v.lang).whatif
  return (
    <Part title={w.act} note={w.actNote}>
      <form class="sentence" method="get" action="/whatif" role="search" aria-label={w.act}>
        <Hidden view={v} />
        <label>
          {w.actForm[0]} <input name="subject" value={asked.subject ?? ''} size={24} maxlength={80} autocomplete="off" required />{' '}
        </label>
        {owed && owed.length > 0 && (
          <>
            {w.actForm[1]} <ChooseDuty view={v} name="act" duties={owed} value={asked.act} />{' '}
            <label>
              {w.actForm[2]}{' '}
              <input
                name="day"
                value={asked.day ?? ''}
                dir="ltr"
                size={10}
                pattern="\d{4}-\d{2}-\d{2}"
                placeholder={toIso(v.on)}
                autocomplete="off"
                required
              />{' '}
            </label>
          </>
        )}
        <button type="submit" class="btn">
          {messagesFor(v.lang).show}
        </button>
      </form>
    </Part>
  )
}

/** Case by case, as it stands and as it would read. */
const Differing = ({ view: v, rows, duties }: { view: View; rows: readonly WhatIf[]; duties: readonly Duty[] }) => {
  const w = wordsOf(v.lang).whatif,
    m = messagesFor(v.lang),
    acts = new Map(duties.map(d => [d.duty, d.act]))
  const read = (r: WhatIf, { state, due }: Pick<WhatIf, 'state' | 'due'>) =>
    state === null ? (
      <span class="soft">{w.notOwed}</span>
    ) : (
      <>
        {standsIn(v.lang, { ...r, state, due })} {due && <time datetime={due}>{w.by(due)}</time>}
      </>
    )
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={w.title}>
      <table class="tbl stk">
        <thead>
          <tr>
            <th scope="col">{m.whoOwes}</th>
            <th scope="col">{m.what}</th>
            <th scope="col">{w.stands}</th>
            <th scope="col">{w.would}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(r => (
            <tr>
              <th scope="row">
                {debtorOf(v.lang, r.debtor, r.mission).name} <span class="code">{debtorOf(v.lang, r.debtor, r.mission).code}</span>
              </th>
              <td>
                {capital(v.lang, actWords(v.lang, r.duty, acts.get(r.duty) ?? r.duty))}{' '}
                <a href={to(v, `/cases/${encodeURIComponent(r.subject)}`)}>{r.subject}</a>{' '}
                <BindingTag lang={v.lang} binding={r.binding} sure={{ standing: r.standing }} />
                {isSimulated(r.subject) && ` ${m.simulated}`}
              </td>
              <td data-head={w.stands}>{read(r, r.was)}</td>
              <td data-head={w.would}>
                <b>{read(r, r)}</b>
                <Fold label={m.why}>
                  <ul class="small" lang="en" dir="auto">
                    {r.why.map(sentence => (
                      <li>{sentence}</li>
                    ))}
                  </ul>
                </Fold>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
