import type { State } from '../../kernel/rules/clock.ts'
import type { Duty } from '../../kernel/rules/rulebook.ts'
import { BoardTable, Group } from '../../paper/board-table.tsx'
import type { Figure } from '../../paper/drawn.ts'
import { Fold, inTwo } from '../../paper/fold.tsx'
import { Keys } from '../../paper/key.tsx'
import { messagesFor } from '../../paper/messages.ts'
import { type Choice, SentenceFilter } from '../../paper/sentence-filter.tsx'
import { BINDINGS, BindingLegend } from '../../paper/tag.tsx'
import { figureName } from '../../paper/words.ts'
import { nameOf } from '../names.ts'
import type { Owed } from '../owed.ts'
import { actWords } from './chapters.ts'
import { type Faces, pressing, rowsOf } from './drawing.ts'
import { Frame, Part } from './frame.tsx'
import { byName, capital, command, data, debtorOf, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface BoardView {
  readonly asked: Readonly<Record<'state' | 'mission' | 'debtor' | 'duty' | 'binding' | 'in', string | undefined>>
  readonly rows: readonly Owed[]
  readonly faces: Faces
  /** How many stand where; `undefined` as of an earlier knowledge, where nobody counted. */
  readonly counts: ReadonlyMap<State, number> | undefined
  /** Of these, what was merely asked for or assumed, where that has words of its own: nobody signed it, and it is not called late. */
  readonly softly: ReadonlyMap<State, number> | undefined
  readonly after: string | undefined
  readonly next: string | undefined
  readonly limit: number
  readonly debtors: readonly string[]
  readonly missions: readonly string[]
  readonly duties: readonly Duty[]
}
/** One key for each state of a clock; what may fairly be said of one row stands in its row. */
const FIGURE: Readonly<Record<State, Figure>> = {
  open: 'open',
  stopped: 'stopped',
  elapsing: 'elapsing',
  overdue: 'overdue',
  silent: 'silent',
  met: 'met',
  'met late': 'late',
  waived: 'waived',
  excused: 'excused',
}
const SOFTLY: Partial<Record<State, Figure>> = { 'met late': 'asked', overdue: 'past' }
const STATES = Object.keys(FIGURE) as State[]

export const BoardPage = ({ view: v, board: b }: { view: View; board: BoardView }) => {
  const w = wordsOf(v.lang),
    { asked } = b,
    narrowed = Object.values(asked).some(x => x !== undefined),
    total = asked.in === undefined ? [...(b.counts?.values() ?? [])].reduce((x, y) => x + y, 0) : (b.counts?.get(asked.in as State) ?? 0)
  return (
    <Frame
      view={v}
      section="board"
      title={w.board.title}
      organ={w.board.organ}
      symbol="BOARD"
      h1={narrowed ? w.board.some : w.board.all}
      lede={w.board.lede}
      command={command(v, 'board', [], asked)}
      data={[
        { href: data(v, '/board', { ...asked, limit: '500' }), label: 'JSON' },
        { href: '/api/v1/export', label: 'NDJSON' },
      ]}
    >
      <SentenceFilter lang={v.lang} action="/board" hidden={hidden(v, asked)} parts={sentence(v, b)} />
      {asked.state !== undefined && <p class="small">{w.board.concerns(nameOf(asked.state, v.lang))}</p>}
      {b.counts && (
        <Keys
          lang={v.lang}
          keys={STATES.flatMap(s => {
            const of = b.counts!.get(s) ?? 0,
              soft = b.softly?.get(s) ?? 0,
              key = (figure: Figure, count: number) => ({
                figure,
                count,
                href: to(v, '/board', { ...asked, in: asked.in === s ? undefined : s }),
                current: asked.in === s,
              })
            return [...(of > soft ? [key(FIGURE[s], of - soft)] : []), ...(soft ? [key(SOFTLY[s] ?? FIGURE[s], soft)] : [])]
          })}
        />
      )}
      <h2 class="vh">{w.board.title}</h2>
      <Houses view={v} board={b} />
      <nav class="pager" aria-label={messagesFor(v.lang).pages}>
        <span>
          {w.board.onThisPage(b.rows.length)}
          {b.counts && !b.after && total > b.rows.length ? ` / ${w.board.rows(total)}` : ''}
        </span>
        {b.after && <a href={to(v, '/board', asked)}>{messagesFor(v.lang).first}</a>}
        {b.next && (
          <a rel="next" href={to(v, '/board', { ...asked, after: b.next, limit: b.limit === 50 ? undefined : String(b.limit) })}>
            {messagesFor(v.lang).next}
          </a>
        )}
        {narrowed && <a href={to(v, '/board')}>{w.board.clear}</a>}
      </nav>
      <Part title={w.rulebook.firm} note={w.rulebook.firmNote}>
        <BindingLegend lang={v.lang} />
      </Part>
    </Frame>
  )
}
const hidden = (v: View, { state }: BoardView['asked']): Record<string, string> => {
  const url = new URL(to(v, '/board', { state }), 'http://peaceops')
  return Object.fromEntries(url.searchParams)
}

const sentence = (v: View, { asked, debtors, missions, duties }: BoardView): (string | Choice)[] => {
  const w = wordsOf(v.lang),
    m = messagesFor(v.lang)
  const choice = (name: keyof BoardView['asked'], label: string, any: string, options: readonly (readonly [string, string])[]): Choice => {
    const value = asked[name] ?? ''
    const known = value === '' || options.some(([o]) => o === value)
    return { name, label, value, options: [['', any], ...(known ? [] : [[value, value] as const]), ...options] }
  }
  return [
    w.board.show,
    choice(
      'in',
      w.board.clock,
      w.board.anyState,
      STATES.map(s => [s, figureName(v.lang, FIGURE[s])]),
    ),
    w.board.of,
    choice('debtor', w.board.debtor, w.board.anyDebtor, [
      ['un', w.theUn],
      ['au', w.au],
      ...[...debtors].sort(byName(v.lang)).map(c => [c, nameOf(c, v.lang)] as const),
    ]),
    w.board.in,
    choice(
      'mission',
      w.board.mission,
      w.board.anyMission,
      missions.map(x => [x, x]),
    ),
    w.board.under,
    choice(
      'binding',
      w.board.binding,
      w.board.anyBinding,
      BINDINGS.map(x => [x, m.binding[x]]),
    ),
    w.board.for,
    choice(
      'duty',
      w.board.duty,
      w.board.anyDuty,
      duties.map(d => [d.duty, `${capital(v.lang, actWords(v.lang, d.duty, d.act))} (${d.duty.replace('conduct.', '')})`]),
    ),
  ]
}

/** The United Nations first, then each State under its name; the order is the index's, and nobody's shame. */
const Houses = ({ view: v, board: b }: { view: View; board: BoardView }) => {
  const w = wordsOf(v.lang),
    houses = [...Map.groupBy(b.rows, o => (o.span.debtor.includes('.') ? debtorOf(v.lang, o.span.debtor).name : w.rulebook.ofStates))].sort(
      ([x], [y]) => Number(y === w.un) - Number(x === w.un),
    )
  if (!houses.length) return <p class="soft">{messagesFor(v.lang).nothingOwed}</p>
  return (
    <>
      {houses.map(([name, rows], i) => (
        <>
          <Group title={name} note={name === w.rulebook.ofStates ? w.byAlphabet : undefined} />
          <HouseRows view={v} board={b} name={name} rows={rows} head={i === 0} />
        </>
      ))}
    </>
  )
}

interface HouseProps {
  view: View
  board: BoardView
  name: string
  rows: readonly Owed[]
  head: boolean
}
/** What has a day stands open, kept or not; what has none and does not run cannot become late, and is folded where there is much of it. */
const HouseRows = ({ view: v, board: b, name, rows, head }: HouseProps) => {
  const [open, folded] = undatedApart(rows),
    table = (of: readonly Owed[], withHead: boolean) => (
      <BoardTable
        lang={v.lang}
        whyLang={v.lang === 'en' ? undefined : 'en'}
        label={name}
        on={v.on}
        head={withHead}
        rows={rowsOf(v, of, b.faces)}
      />
    )
  return (
    <>
      {table(open, head)}
      {folded.length > 0 && (
        <Fold
          label={(open.some(o => pressing(o) === UNDATED) ? messagesFor(v.lang).moreRows : wordsOf(v.lang).board.undated)(folded.length)}
        >
          {table(folded, false)}
        </Fold>
      )}
    </>
  )
}
const UNDATED = 3
const FEW = 3
const undatedApart = (rows: readonly Owed[]): readonly [open: readonly Owed[], folded: readonly Owed[]] => {
  const undated = rows.filter(o => pressing(o) === UNDATED)
  if (undated.length === rows.length) return inTwo(rows)
  return undated.length > FEW ? [rows.filter(o => pressing(o) !== UNDATED), undated] : [rows, []]
}
