import type { Day } from '../../kernel/day.ts'
import { toIso } from '../../kernel/day.ts'
import type { Law } from '../../kernel/ledger/subject.ts'
import { type Calendar, type Duty, type Rulebook, sureOf } from '../../kernel/rules/rulebook.ts'
import { Group } from '../../paper/board-table.tsx'
import { dayInWords, weekdayInWords } from '../../paper/dates.tsx'
import { Strip } from '../../paper/due-line.tsx'
import { Fold } from '../../paper/fold.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { BINDINGS, BindingLegend, BindingTag, StandingLegend } from '../../paper/tag.tsx'
import { CHAPTERS, chapterOf } from '../chapters.ts'
import type { Owed } from '../owed.ts'
import { SINCE_EVER } from '../rulebook.ts'
import { aloud, metBy, owesState, rests } from './aloud.ts'
import { actWords, chapterWords } from './chapters.ts'
import { CiteOf } from './cite.tsx'
import { drawnOf, type Faces } from './drawing.ts'
import { Frame, Part } from './frame.tsx'
import { capital, command, data, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface RulebookView {
  readonly book: Rulebook
  readonly hash: string
  readonly adopted: readonly { readonly from: Day; readonly hash: string }[]
  readonly law: Law
  readonly strips: ReadonlyMap<string, readonly Owed[]>
  readonly faces: Faces
}
/** The duties in force on the day of the page, read aloud; the United Nations' first. */
export const RulebookPage = ({ view: v, of: r }: { view: View; of: RulebookView }) => {
  const w = wordsOf(v.lang),
    m = messagesFor(v.lang),
    { book } = r,
    named = new Map(book.duties.map(d => [d.duty, d]))
  return (
    <Frame
      view={v}
      section="rulebook"
      title={w.rulebook.title}
      organ={w.rulebook.organ}
      symbol="RULES"
      h1={w.rulebook.h1(book.duties.length)}
      lede={w.rulebook.lede}
      distr={[
        ...BINDINGS.map(b => [m.binding[b], String(book.duties.filter(d => d.binding === b).length)] as const),
        [w.instruments.title, <a href={to(v, '/instruments')}>{w.instruments.all}</a>],
        [w.whatif.title, <a href={to(v, '/whatif')}>{w.whatif.limit}</a>],
      ]}
      command={command({ ...v, on: v.today, known: undefined }, 'rulebook').replace(' --public', '')}
      data={[{ href: '/api/v1/rulebook', label: 'JSON' }]}
    >
      <Part title={w.rulebook.firm} note={w.rulebook.firmNote}>
        <BindingLegend lang={v.lang} />
      </Part>
      <Part title={w.rulebook.sure}>
        <StandingLegend lang={v.lang} />
      </Part>
      {[false, true].map(states => (
        <section>
          <h2>{states ? w.rulebook.ofStates : w.rulebook.ofUn}</h2>
          {byChapter(book.duties.filter(d => owesState(d) === states)).map(([title, duties]) => (
            <Fold
              label={
                <>
                  <span lang="en">{title}</span> <span class="small soft">{w.rulebook.duties(duties.length)}</span>
                </>
              }
            >
              {duties.map(d => (
                <ReadAloud view={v} duty={d} named={named} strip={r.strips.get(d.duty) ?? []} faces={r.faces} />
              ))}
            </Fold>
          ))}
        </section>
      ))}
      <Part title={w.rulebook.findings}>
        {book.findings.map(f => (
          <>
            <Group title={<code>{f.finding}</code>} />
            <div class="two">
              <div class="stack">
                <p class="lede" lang="en">
                  “{f.says}”
                </p>
                <ul class="stack" lang="en">
                  {rests(f, named).map(sentence => (
                    <li>
                      {w.rulebook.restsOn}: {sentence}.
                    </li>
                  ))}
                </ul>
                {f.from !== undefined && <p>{w.rulebook.from(dayInWords(v.lang, f.from, 'long'))}</p>}
                {chapterWords(v.lang).follows[f.finding] && <p class="soft">{chapterWords(v.lang).follows[f.finding]}</p>}
              </div>
              <aside>
                <p>
                  <CiteOf view={v} cite={f.cites} />
                </p>
              </aside>
            </div>
          </>
        ))}
      </Part>
      <Calendars view={v} calendars={book.calendars} />
      <Part title={w.rulebook.adoptions}>
        <table class="tbl stk">
          <thead>
            <tr>
              <th scope="col">{w.rulebook.adoptedFrom}</th>
              <th scope="col">{w.rulebook.hash}</th>
            </tr>
          </thead>
          <tbody>
            {r.adopted.map(a => (
              <tr>
                <td>
                  {a.from === SINCE_EVER ? w.rulebook.fromBeginning : <time datetime={toIso(a.from)}>{dayInWords(v.lang, a.from)}</time>}
                </td>
                <td>
                  <code class="hash">{a.hash}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </Frame>
  )
}
/** In the order of the house; what is of no chapter of this version stands under its own name. A link to one duty opens its chapter. */
const byChapter = (duties: readonly Duty[]): readonly (readonly [title: string, duties: readonly Duty[]])[] => {
  const of = Map.groupBy(duties, d => d.duty.split('.')[0]!)
  const place = (name: string): number => CHAPTERS.findIndex(c => c.name === name) >>> 0 // none: after all others
  return [...of].sort(([a], [b]) => place(a) - place(b)).map(([name, its]) => [chapterOf(name)?.title ?? name, its])
}
interface ReadAloudProps {
  view: View
  duty: Duty
  named: ReadonlyMap<string, Duty>
  strip: readonly Owed[]
  faces: Faces
}
const ReadAloud = ({ view: v, duty: d, named, strip, faces }: ReadAloudProps) => {
  const w = wordsOf(v.lang),
    { text, limit } = aloud(d, named)
  return (
    <article id={d.duty}>
      <Group
        title={capital(v.lang, actWords(v.lang, d.duty, d.act))}
        note={
          <>
            <code>{d.duty}</code> <BindingTag lang={v.lang} binding={d.binding} sure={sureOf(d)} />
          </>
        }
      />
      <div class="two">
        <div>
          <p class="lede" lang="en" dir="auto">
            {text} <b>{limit}</b>.
          </p>
          {strip.length > 0 && <Strip binding={d.binding} drawns={strip.map(o => drawnOf(o, faces))} on={v.on} />}
          <p class="small soft" lang="en" dir="auto">
            <span lang={v.lang}>{w.rulebook.metBy}</span>: {metBy(d).join('; ')}.
          </p>
        </div>
        <aside>
          <p>
            <CiteOf view={v} cite={d.cites} />
          </p>
          <p>
            {strip.length ? (
              <a href={to(v, '/board', { duty: d.duty })}>{w.rulebook.obligations(strip.length < 60 ? String(strip.length) : '60+')}</a>
            ) : (
              w.rulebook.noObligations
            )}
            {typeof d.within === 'object' && 'n' in d.within && (
              <>
                {' · '}
                <a href={whatIfHref(v, d)}>{w.rulebook.whatIf}</a>
              </>
            )}
          </p>
        </aside>
      </div>
    </article>
  )
}
/** Twice the limit: a beginning, to be changed in the address. */
const whatIfHref = (v: View, d: Duty): string => {
  const within = d.within as { readonly n: number; readonly unit: string }
  return data({ ...v, known: undefined }, '/whatif', { set: `${d.duty}=${within.n * 2} ${within.unit}` })
}

/** Years that have a list; all others count weekends only, and that is said. */
const Calendars = ({ view: v, calendars }: { view: View; calendars: Readonly<Record<string, Calendar>> }) => {
  const w = wordsOf(v.lang),
    weekday = (d: number): string => weekdayInWords(v.lang, (d - 4 + 7) as Day, 'long')
  return (
    <Part title={w.rulebook.calendars} note={w.rulebook.calendarsNote}>
      <table class="tbl stk">
        <thead>
          <tr>
            <th scope="col">{w.rulebook.calendar}</th>
            <th scope="col">{w.rulebook.rest}</th>
            <th scope="col">{w.rulebook.yearsWithList}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(calendars).map(([code, c]) => (
            <tr>
              <th scope="row">
                <span lang="en">{c.name}</span> <span class="code">{code}</span>
              </th>
              <td>{c.weekend.map(weekday).join(w.comma)}</td>
              <td>{Object.keys(c.years).sort().join(w.comma) || w.rulebook.noYears}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small soft measure">
        {w.rulebook.otherYears} {Object.keys(calendars).every(c => !/^[A-Z]{3}$/.test(c)) && w.rulebook.capitals}
      </p>
    </Part>
  )
}
