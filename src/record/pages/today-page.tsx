import { toIso } from '../../kernel/day.ts'
import { type Duty, sureOf } from '../../kernel/rules/rulebook.ts'
import { BoardAxis, BoardTable, Group, LONG } from '../../paper/board-table.tsx'
import { Strip } from '../../paper/due-line.tsx'
import { pressingFirst, Rest } from '../../paper/fold.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { BindingTag } from '../../paper/tag.tsx'
import { nameOf } from '../names.ts'
import type { Owed } from '../owed.ts'
import { actWords } from './chapters.ts'
import { drawnOf, type Faces, ownWordsOf, pressing, rowsOf } from './drawing.ts'
import { Frame, Part } from './frame.tsx'
import { EveryQuestion } from './questions.tsx'
import { byName, capital, command, data, debtorOf, limitOf, MISSION, officeOf, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface Today {
  readonly due: readonly Owed[]
  readonly un: { readonly rows: readonly Owed[]; readonly more: boolean }
  readonly kept: ReadonlyMap<string, readonly Owed[]>
  readonly silent: { readonly rows: readonly Owed[]; readonly more: boolean }
  readonly duties: readonly Duty[]
  readonly faces: Faces
}

/** What falls due next, what the United Nations owes, what was kept, and what this record does not answer. */
export const TodayPage = ({ view: v, today: t }: { view: View; today: Today }) => {
  const w = wordsOf(v.lang),
    foreign = v.lang === 'en' ? undefined : 'en',
    table = (label: string, rows: readonly Owed[], head = true) => (
      <BoardTable lang={v.lang} whyLang={foreign} label={label} on={v.on} head={head} rows={rowsOf(v, rows, t.faces)} />
    ),
    few = (label: string, rows: readonly Owed[]) => {
      const [open, folded] = pressingFirst(rows, pressing)
      return (
        <>
          {table(label, open)}
          <Rest lang={v.lang} rows={folded}>
            {rest => table(label, rest, false)}
          </Rest>
        </>
      )
    }
  // A day of ours makes no headline while a text has one.
  const next = t.due.find(o => o.sure.limit !== 'ours') ?? t.due[0]
  return (
    <Frame
      view={v}
      section="today"
      title={w.today.title}
      organ={w.today.organ}
      symbol={`DAY/${toIso(v.on).replaceAll('-', '/')}`}
      h1={
        next ? (
          <>
            {w.today.next(who(v, next), actWords(v.lang, next.span.duty, next.rule?.act ?? ''), next.span.due - v.on)}{' '}
            <bdi>({textOf(next, t.faces)})</bdi>
            <Words of={ownWordsOf(v.lang, next, t.faces)} />
          </>
        ) : (
          w.today.nothing
        )
      }
      lede={w.today.lede}
      distr={[[w.dayOf, w.newYork]]}
      command={command(v, 'board', [], { in: 'open' })}
      data={[
        { href: data(v, '/board', { in: 'open' }), label: 'JSON' },
        { href: '/api/v1/export', label: 'NDJSON' },
        { href: '/api/v1/openapi.json', label: 'OpenAPI' },
      ]}
    >
      <Part title={w.today.due}>{t.due.length ? few(w.today.due, t.due) : <p class="measure">{w.today.noneDue}</p>}</Part>
      <Part title={w.today.unOwes}>
        {few(w.today.unOwes, t.un.rows)}
        {t.un.more && <More href={to(v, '/board', { debtor: 'un' })} words={w.more} />}
      </Part>
      <Part title={w.today.kept} aside={w.today.keptNote}>
        <Kept view={v} today={t} />
      </Part>
      <Part title={messagesFor(v.lang).silent} note={w.today.silentNote}>
        {t.silent.rows.length ? few(messagesFor(v.lang).silent, t.silent.rows) : <p>{w.today.noneSilent}</p>}
        {t.silent.more && <More href={to(v, '/board', { in: 'silent' })} words={w.more} />}
      </Part>
      <EveryQuestion view={v} />
      <CannotSay lang={v.lang} />
    </Frame>
  )
}
/** What is due in its own words, under the headline that only points at them. */
const Words = ({ of }: { of: string | undefined }) =>
  of === undefined || of.length > LONG ? null : (
    <small class="says" lang="en" dir="auto">
      {of}
    </small>
  )
/** By which text it is owed: the number of a resolution where there is one, else the name that it has here. */
const textOf = ({ span, rule }: Owed, faces: Faces): string => {
  const told = span.grounds.map(id => faces.get(id)?.is['symbol']).find(s => typeof s === 'string')
  return told ?? /^[AS]\/RES\/[\d/]+/.exec(rule?.cites.instrument ?? '')?.[0] ?? span.subject
}
const who = (v: View, o: Owed): string =>
  o.span.debtor === MISSION && o.mission
    ? o.mission
    : o.span.debtor.includes('.')
      ? officeOf(v.lang, o.span.debtor)
      : nameOf(o.span.debtor, v.lang)
export const More = ({ href, words }: { href: string; words: string }) => (
  <p class="pager">
    <a href={href}>{words}</a>
  </p>
)

/** One strip a duty, the United Nations' first: each obligation is one mark. */
const Kept = ({ view: v, today: t }: { view: View; today: Today }) => {
  const w = wordsOf(v.lang),
    duties = [...t.duties].filter(d => t.kept.get(d.duty)?.length).sort((a, b) => Number('field' in a.owedBy) - Number('field' in b.owedBy))
  if (!duties.length) return <p>{w.today.noneKept}</p>
  const [open, folded] = pressingFirst(duties, () => 1)
  return (
    <>
      <BoardAxis lang={v.lang} />
      <Strips view={v} today={t} duties={open} />
      <Rest lang={v.lang} rows={folded}>
        {rest => <Strips view={v} today={t} duties={rest} />}
      </Rest>
    </>
  )
}
const Strips = ({ view: v, today: t, duties }: { view: View; today: Today; duties: readonly Duty[] }) => {
  const w = wordsOf(v.lang)
  return (
    <>
      {duties.map(d => {
        const owed = t.kept.get(d.duty)!,
          debtors = [...new Set(owed.map(o => o.span.debtor))].sort(byName(v.lang)),
          missions = [...new Set(owed.flatMap(o => (o.span.debtor === MISSION && o.mission ? [o.mission] : [])))].sort()
        return (
          <>
            <Group
              title={capital(v.lang, actWords(v.lang, d.duty, d.act))}
              note={
                <>
                  {limitOf(v.lang, d)} <BindingTag lang={v.lang} binding={d.binding} sure={sureOf(d)} />
                </>
              }
            />
            <Strip binding={d.binding} drawns={owed.map(o => drawnOf(o, t.faces))} on={v.on} />
            <p class="small soft">
              <a href={to(v, '/board', { duty: d.duty })}>
                {w.keptBy(
                  owed.length,
                  debtors
                    .flatMap(c =>
                      c === MISSION && missions.length
                        ? missions.map(m => called(v, c, m))
                        : [c.includes('.') ? called(v, c) : nameOf(c, v.lang)],
                    )
                    .slice(0, 8)
                    .join(w.comma),
                )}
              </a>
            </p>
          </>
        )
      })}
    </>
  )
}

const called = (v: View, office: string, mission?: string): string => {
  const { name, code } = debtorOf(v.lang, office, mission)
  return code === undefined ? name : `${name} ${code}`
}

export const CannotSay = ({ lang }: { lang: View['lang'] }) => {
  const w = wordsOf(lang)
  return (
    <Part title={w.cannotTitle}>
      <ul class="stack measure">
        {w.cannot.map(sentence => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Part>
  )
}
