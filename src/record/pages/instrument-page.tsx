import type { Told } from '../../kernel/ledger/told.ts'
import type { State } from '../../kernel/rules/clock.ts'
import { BoardTable } from '../../paper/board-table.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import type { Figure } from '../../paper/drawn.ts'
import { Keys } from '../../paper/key.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { Source } from '../../paper/source.tsx'
import { BindingTag, StandingWord } from '../../paper/tag.tsx'
import { type Became, type Instrument, isNothing, type Paragraph, saidOf } from '../instruments.ts'
import { typeWords } from './chapters.ts'
import { type Faces, rowsOf } from './drawing.ts'
import { Frame, Part } from './frame.tsx'
import { More } from './today-page.tsx'
import { capital, command, data, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface InstrumentView {
  readonly text: Instrument
  readonly became: Became
  readonly faces: Faces
}
/** One text: what it asks, of whom, what of it we have not read, and what became of it. What is in it is English, as the rulebook is. */
export const InstrumentPage = ({ view: v, of: { text: i, became: b, faces } }: { view: View; of: InstrumentView }) => {
  const w = wordsOf(v.lang).instruments
  return (
    <Frame
      view={v}
      section="rulebook"
      title={i.symbol ?? i.code}
      organ={`${w.title} · ${w.kinds[i.kind]}`}
      symbol={i.symbol ?? i.code}
      h1={
        <span lang="en" dir="auto">
          {i.name}
        </span>
      }
      lede={
        <>
          {w.binds}:{' '}
          <span lang="en" dir="auto">
            {i.binds}.
          </span>
        </>
      }
      distr={[
        ...(i.each ? [[w.each, w.eachNote] as const] : []),
        [w.itsText, <StandingWord lang={v.lang} standing={i.standing} />],
        [w.title, <a href={to(v, '/instruments')}>{w.all}</a>],
      ]}
      command={command(v, 'instruments', [i.code])}
      data={[{ href: data(v, `/instruments/${i.code}`), label: 'JSON' }]}
    >
      <Part
        title={w.asks}
        aside={
          <>
            <p>
              <b>{w.notRead}</b>
            </p>
            <p lang="en" dir="auto">
              {i.notRead}
            </p>
          </>
        }
      >
        {i.paragraphs.length ? <Paragraphs view={v} of={i} /> : <p class="measure">{w.noParagraph}</p>}
      </Part>
      <Part title={w.became} note={w.silence}>
        {isNothing(b) ? <p>{messagesFor(v.lang).nothing}.</p> : <Obligations view={v} text={i} became={b} faces={faces} />}
      </Part>
      {b.told.length > 0 && (
        <Part title={w.told}>
          <Docket lang={v.lang} contentLang="en" titleLang={v.lang} entries={b.told.map(t => entry(v, i.code, t))} />
        </Part>
      )}
    </Frame>
  )
}

const Paragraphs = ({ view: v, of: { paragraphs, each } }: { view: View; of: Instrument }) => {
  const w = wordsOf(v.lang).instruments
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={w.asks}>
      <table class="tbl stk">
        <colgroup>
          <col class="c14" />
          <col class="c19" />
          <col />
          <col class="c25" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{w.paragraph}</th>
            <th scope="col">{w.ofWhom}</th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.howFirmly}</th>
          </tr>
        </thead>
        <tbody>
          {paragraphs.map(p => (
            <tr>
              <th scope="row">
                {p.at === undefined ? <span class="soft small">{each ? w.asNamed : w.noNumber}</span> : <bdi lang="en">{p.at}</bdi>}
              </th>
              <td>
                <span lang="en" dir="auto">
                  {capital('en', p.of)}
                </span>
              </td>
              <td>
                <Asks view={v} paragraph={p} />
              </td>
              <td class="small">
                <BindingTag lang={v.lang} binding={p.binding} sure={{ standing: p.standing }} />
                <br />
                <Source href={p.source.url} label={p.source.title} lang="en" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
/** What we know only through somebody begins with through whom: it is then theirs, and not the text's. */
const Asks = ({ view: v, paragraph: p }: { view: View; paragraph: Paragraph }) => {
  const w = wordsOf(v.lang).instruments,
    kept = [...p.duties.map(d => [d.duty, `/rulebook#${d.duty}`] as const), ...p.findings.map(f => [f.finding, '/rulebook'] as const)]
  return (
    <div class="stack">
      <p lang="en" dir="auto">
        {p.as && <span class="soft">{capital('en', p.as)}: </span>}
        {p.asks}
      </p>
      {p.limit && (
        <p>
          <b>{w.limit(p.limit.n, p.limit.unit, p.limit.every === true)}</b> <StandingWord lang={v.lang} standing={p.limit.standing} />
        </p>
      )}
      {p.quote && (
        <p class="small">
          <q lang={p.quoteLang ?? 'en'} dir="auto">
            {p.quote}
          </q>
        </p>
      )}
      <p class="small soft">
        {kept.length === 0 && w.noDuty}
        {kept.length > 0 && `${w.keptAs}: `}
        {kept.map(([name, href], n) => (
          <>
            {n > 0 && ', '}
            <a href={anchored(v, href)}>
              <code class="hash">{name}</code>
            </a>
          </>
        ))}
      </p>
    </div>
  )
}
const anchored = (v: View, href: string): string => {
  const [path, anchor] = href.split('#') as [string, string?]
  return `${to(v, path)}${anchor === undefined ? '' : `#${anchor}`}`
}

/** The United Nations' own first, as on every board. A finding is only counted here: it is read where both accounts stand. */
const Obligations = ({ view: v, text, became: b, faces }: { view: View; text: Instrument; became: Became; faces: Faces }) => {
  const w = wordsOf(v.lang),
    foreign = v.lang === 'en' ? undefined : 'en'
  return (
    <>
      {b.counts.size > 0 && <Keys lang={v.lang} keys={keysOf(b)} />}
      {b.owed.length > 0 ? (
        <BoardTable lang={v.lang} whyLang={foreign} label={w.instruments.became} on={v.on} rows={rowsOf(v, b.owed, faces)} />
      ) : (
        <p>{w.instruments.noObligation}</p>
      )}
      {b.more && text.duties.map(d => <More href={to(v, '/board', { duty: d.duty })} words={`${w.more}: ${d.duty}`} />)}
      {b.findings > 0 && (
        <p>
          <a href={to(v, '/findings')}>{w.instruments.findings(b.findings)}</a>
        </p>
      )}
    </>
  )
}
const ORDER: readonly State[] = ['met', 'met late', 'open', 'stopped', 'elapsing', 'waived', 'excused', 'overdue', 'silent']
const FIGURE: Readonly<Record<State, Figure>> = {
  met: 'met',
  'met late': 'late',
  open: 'open',
  stopped: 'stopped',
  elapsing: 'elapsing',
  waived: 'waived',
  excused: 'excused',
  overdue: 'overdue',
  silent: 'silent',
}
const SOFTLY: Readonly<Partial<Record<State, Figure>>> = { 'met late': 'asked', overdue: 'past' }
const keysOf = ({ counts, softly }: Became) =>
  ORDER.flatMap(state => {
    const of = counts.get(state) ?? 0,
      soft = SOFTLY[state] ? Math.min(of, softly.get(state) ?? 0) : 0
    return [
      ...(of > soft ? [{ figure: FIGURE[state], count: of - soft }] : []),
      ...(soft ? [{ figure: SOFTLY[state] ?? FIGURE[state], count: soft }] : []),
    ]
  })

const entry = (v: View, code: string, t: Told) => ({
  day: t.on,
  title: typeWords(v.lang, t.face.type)[0],
  ...(t.face.subject === code ? {} : { note: t.face.subject }),
  sentence: saidOf(t) ?? (t.body ? '' : wordsOf(v.lang).case.sealed),
  ...citedIn(t.source),
})
