import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import type { Sure } from '../kernel/rules/rulebook.ts'
import { linkable } from './address.ts'
import { Holder } from './baton.tsx'
import { type Drawn, figureOf } from './drawn.ts'
import { SharedLine } from './due-line.tsx'
import { messagesFor } from './messages.ts'
import { BindingTag, Simulated, Tag } from './tag.tsx'
import { type DueWords, dueWords, type StateWords, stateWords } from './words.ts'

export interface BoardRow {
  readonly debtorName: string
  readonly debtorCode?: string | undefined
  readonly debtorHref?: string | undefined
  readonly href: string // the case
  readonly act: string
  readonly says?: string | undefined // in its own words, in the language of the record, where the act only points at them
  readonly subject: string
  readonly mission?: string | undefined
  readonly sure?: Sure | undefined
  readonly drawn: Drawn // its binding is the tag's, too
  readonly state?: StateWords | undefined // by default said from `drawn`
  readonly due?: DueWords | undefined
  readonly holderName?: string | undefined
  readonly holderDone?: boolean | undefined
  readonly simulated?: boolean | undefined
  readonly why?: readonly string[] | undefined // the arithmetic, a sentence each
  readonly whyId?: string | undefined
}
export interface BoardTableProps {
  lang: string
  contentLang?: string | undefined // of acts, names and sentences of `why`, where it is another
  whyLang?: string | undefined // of the sentences of `why` alone, where acts and names are translated and they are not
  label: string
  on: Day
  rows: readonly BoardRow[]
  head?: boolean | undefined // false: the rows go on under another table's head
}

/** One table whose clock column is a chart with one line for all rows. Roles stay explicit: the grid would take them from a real table. */
export const BoardTable = ({ lang, contentLang, whyLang = contentLang, label, on, rows, head = true }: BoardTableProps) => {
  if (!rows.length) return <p class="soft">{messagesFor(lang).nothingOwed}</p>
  const asks = rows.some(r => r.why?.length)
  return (
    <div class={asks ? 'board asks' : 'board'}>
      <div role="table" aria-label={label}>
        <div role="rowgroup" class={head ? undefined : 'vh'}>
          <Header lang={lang} asks={asks} />
        </div>
        <div role="rowgroup">
          {rows.map(row => (
            <Row lang={lang} contentLang={contentLang} whyLang={whyLang} on={on} row={row} />
          ))}
        </div>
      </div>
    </div>
  )
}

const Header = ({ lang, asks }: { lang: string; asks: boolean }) => {
  const m = messagesFor(lang)
  return (
    <div role="row" class="hd">
      <div role="columnheader">{m.whoOwes}</div>
      <div role="columnheader">{m.what}</div>
      <div role="columnheader" class="ax">
        <span class="vh">{m.clock}</span>
        <BoardAxis lang={lang} />
      </div>
      <div role="columnheader">{m.state}</div>
      <div role="columnheader">{m.dueAndHolder}</div>
      {asks && (
        <div role="columnheader" class="vh">
          {m.arithmetic}
        </div>
      )}
    </div>
  )
}
/** The scale above the shared line; a strip may stand under it, too. */
export const BoardAxis = ({ lang }: { lang: string }) => {
  const m = messagesFor(lang)
  return (
    <span class="scale" aria-hidden="true">
      <i class="up">{m.shareAllowed}</i>
      <i>{m.opened}</i>
      <i class="x50">{m.dueTick}</i>
      <i class="up end">{m.daysPast}</i>
      <i class="x7">{m.ticks.week}</i>
      <i class="x30">{m.ticks.month}</i>
      <i class="x365">{m.ticks.year}</i>
      <i class="x3650">{m.ticks.decade}</i>
    </span>
  )
}

interface RowProps {
  lang: string
  contentLang: string | undefined
  whyLang: string | undefined
  on: Day
  row: BoardRow
}
const Row = ({ lang, contentLang, whyLang, on, row }: RowProps) => {
  const said = row.state ?? stateWords(lang, row.drawn, on),
    due = row.due ?? dueWords(lang, row.drawn),
    m = messagesFor(lang)
  return (
    <div role="row">
      <div role="cell" class="owes">
        <b>
          <Linked href={row.debtorHref}>
            <bdi lang={contentLang}>{row.debtorName}</bdi>
          </Linked>
        </b>{' '}
        {row.debtorCode && <span class="code">{row.debtorCode}</span>} {row.simulated && <Simulated lang={lang} />}
      </div>
      <div role="cell" class="what">
        <Linked href={row.href}>
          <bdi lang={contentLang}>{row.act}</bdi>
        </Linked>{' '}
        {row.says && <OwnWords says={row.says} />}
        <span class="code">
          <bdi>{row.mission ? `${row.subject} · ${row.mission}` : row.subject}</bdi>{' '}
          <BindingTag lang={lang} binding={row.drawn.binding} sure={row.sure} />
        </span>
      </div>
      <div role="cell" class="clk">
        <SharedLine drawn={row.drawn} on={on} />
      </div>
      <div role="cell" class={`st ${said.class}`}>
        <b>{said.strong}</b> {said.rest && <span>{said.rest}</span>}{' '}
        {row.drawn.disputed && figureOf(row.drawn) !== 'past' && <Tag>{m.startDisputed}</Tag>}
      </div>
      <div role="cell" class="who">
        <span>{due.iso ? <time datetime={due.iso}>{due.text}</time> : due.text}</span>{' '}
        {row.holderName && (
          <span>
            <Holder lang={lang} done={row.holderDone} contentLang={contentLang} name={row.holderName} />
          </span>
        )}
      </div>
      {row.why && row.why.length > 0 && (
        <div role="cell" class="ask">
          <details id={row.whyId}>
            <summary>
              {m.why}
              <span class="vh">
                : {row.act}, {row.debtorName}, {row.subject}
              </span>
            </summary>
            <ul lang={whyLang} dir={whyLang && whyLang !== lang ? 'auto' : undefined}>
              {row.why.map(sentence => (
                <li>{sentence}</li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </div>
  )
}
/** So many characters of what a text says stand in a row; what is longer is folded behind its beginning. */
export const LONG = 110
const BEGINS = 80
/** In marks of quotation, where it has none of its own. */
export const quoted = (says: string): string => (/[“”]/.test(says) ? says : `“${says}”`)
const OwnWords = ({ says }: { says: string }) =>
  says.length <= LONG ? (
    <span class="says" lang="en" dir="auto">
      {says}
    </span>
  ) : (
    <details class="says" lang="en" dir="auto">
      <summary>{says.slice(0, says.lastIndexOf(' ', BEGINS))} …</summary>
      {says}
    </details>
  )
const Linked = ({ href, children }: { href: string | undefined; children: Child }) => {
  const to = linkable(href)
  return to ? <a href={to}>{children}</a> : <span>{children}</span>
}

/** A heading of a group of rows: the United Nations first, then States by alphabet. */
export const Group = ({ id, title, note }: { id?: string | undefined; title: Child; note?: Child }) => (
  <h3 class="grp" id={id}>
    {title} {note && <small>{note}</small>}
  </h3>
)
