import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { counted } from '../../archive/counted.ts'
import { type Back, type Dataset, datasets, snapshots, toldOnly } from '../../archive/datasets.ts'
import { diff, earlierFirst } from '../../archive/diff.ts'
import { feedOf } from '../../archive/feed.ts'
import type { History } from '../../archive/history.ts'
import { archivePages } from '../../archive/index.ts'
import { beyondRows, losses } from '../../archive/losses.ts'
import { problems } from '../../archive/problems.ts'
import { pairOf, type Table } from '../../archive/table.ts'
import { headline } from '../../archive/told.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { number } from '../../paper/numbers.ts'
import { Frame, type FrameProps } from '../../record/pages/frame.tsx'
import { command, data, to, type View } from '../../record/pages/view.ts'
import { PUBLIC, type Record } from '../../record/record.ts'
import { historyOf } from './archive.ts'
import { snapshotIn, tableOf, typed } from './archive-found.ts'
import { NOWHERE } from './asked.ts'
import { Problem } from './problem.ts'

// The pages of the archive: what tables are kept, what changed in one, and the history of one cell.

const { Changes, DatasetPage, Datasets, daysOf, HistoryPage, wordsOf } = archivePages

/** How all pages read what is asked, and on which day: handed down by the door, so that it is one. */
export interface Reading<Plain extends z.ZodObject> {
  readonly plain: Plain
  read<S extends z.ZodObject>(c: Context, schema: S): z.infer<S>
  view(db: Sql, c: Context, q: z.infer<Plain>, rest?: View['rest']): Promise<View>
}
const nth = z.coerce.number().int().min(1).max(2_147_483_647).optional()

export const archiveHtml = <Plain extends z.ZodObject>(record: Record, { plain, read, view }: Reading<Plain>): Hono => {
  const app = new Hono()
  const ask = <T,>(question: (db: Sql) => Promise<T>): Promise<T> => record.read(PUBLIC, question)
  const split = (q: object, names: readonly string[]) => {
    const own = Object.fromEntries(Object.entries(q).filter(([k]) => names.includes(k)))
    const rest = Object.fromEntries(Object.entries(q).filter(([k]) => !names.includes(k))) as z.infer<Plain>
    return { own, rest, said: Object.fromEntries(Object.entries(own).map(([k, v]) => [k, String(v)])) }
  }

  app.get('/', c => {
    const q = read(c, plain)
    return ask(async db => {
      const v = await view(db, c, q)
      const props = { lang: v.lang, to: toOf(v), datasets: await datasets(db, back(v)), told: await toldOnly(db) }
      return c.html(
        <Page v={v} symbol="TABLES" title={wordsOf(v.lang).title} lede={wordsOf(v.lang).lede} spoken words={['list']} path="/archive">
          <Datasets {...props} />
        </Page>,
      )
    })
  })
  app.get('/:dataset', c => {
    const q = read(c, plain)
    return ask(async db => {
      const v = await view(db, c, q)
      const { t, d } = await found(db, v, c.req.param('dataset'))
      const all = await snapshots(db, d.dataset, undefined, 200, back(v))
      const odd = await problems(db, d.dataset, d.latest.snapshot, { limit: 100 })
      return c.html(
        <Page
          v={v}
          symbol={d.dataset.toUpperCase()}
          title={d.title}
          lede={
            all.length === 1
              ? 'One snapshot so far. What the next one changes will stand here.'
              : `${number(v.lang, all.length)} snapshots. What each changed stands beside it.`
          }
          distr={[
            ['Table', d.row],
            ['Producer', d.producer],
          ]}
          words={['show', d.dataset]}
          path={`/archive/${d.dataset}`}
        >
          <DatasetPage lang={v.lang} to={toOf(v)} dataset={d} snapshots={all} layout={t.layoutOf(d.latest.snapshot)} problems={odd} />
        </Page>,
      )
    })
  })
  app.get('/:dataset/changes', c => {
    const { own, rest, said } = split(read(c, plain.extend({ older: nth, newer: nth, after: z.string().max(2_000).optional() })), [
      'older',
      'newer',
      'after',
    ])
    const asked = own as { older?: number; newer?: number; after?: string }
    return ask(async db => {
      const v = await view(db, c, rest, said)
      const { t, d } = await found(db, v, c.req.param('dataset'))
      const [before, newer] = pairOf(t, asked.newer && snapshotIn(t, asked.newer, 'newer', t.latest))
      const older = snapshotIn(t, asked.older, 'older', before)
      await typed('older', async () => earlierFirst(older, newer))
      const [a, b] = older < 1 ? [] : [(await snapshots(db, d.dataset, older + 1, 1))[0], (await snapshots(db, d.dataset, newer + 1, 1))[0]]
      if (!a || !b) throw new Problem(404, 'This table has one snapshot on this day: there is nothing to compare.')
      const page = await typed('after', () => diff(db, t, older, newer, { limit: 50, after: asked.after }))
      const lost = asked.after === undefined ? beyondRows(await losses(db, t, older, newer), page) : []
      const all = await counted(db, t, older, newer)
      return c.html(
        <Page
          v={v}
          symbol={`${d.dataset.toUpperCase()}/${older}–${newer}`}
          title={headline(all)}
          lede="Two files of the same table, put side by side. What the older one says and the newer one says no more stays here."
          distr={[
            ['Table', <a href={to(v, `/archive/${d.dataset}`)}>{d.title}</a>],
            ['Older', `${older}, ${daysOf(v.lang, a)}`],
            ['Newer', `${newer}, ${daysOf(v.lang, b)}`],
          ]}
          words={['diff', d.dataset, String(older), String(newer)]}
          path={`/archive/${d.dataset}/diff`}
          query={{ older: String(older), newer: String(newer) }}
        >
          <Changes
            lang={v.lang}
            to={toOf(v)}
            dataset={d.dataset}
            cite={d.cite}
            older={a}
            newer={b}
            lost={lost}
            changes={page.changes}
            counted={all}
            next={page.next}
            first={asked.after === undefined}
            closed={d.opens === 'closed'}
          />
        </Page>,
      )
    })
  })
  app.get('/:dataset/history', c => {
    const { own, rest, said } = split(
      read(c, plain.extend({ key: z.string().min(1).max(2_000), column: z.string().min(1).max(300).optional() })),
      ['key', 'column'],
    )
    const asked = own as { key: string; column?: string }
    return ask(async db => {
      const v = await view(db, c, rest, said)
      const { t, d } = await found(db, v, c.req.param('dataset'))
      const layout = t.layoutOf(t.latest)
      const past = until(await historyOf(db, t, asked.key, asked.column), t.latest)
      if (!past.stood.length) throw new Problem(404, NOWHERE)
      return c.html(
        <Page
          v={v}
          symbol={d.dataset.toUpperCase()}
          title={past.column === null ? past.called : `${past.called}: ${past.column}`}
          lede={
            past.stood.at(-1)!.until !== null
              ? 'The latest snapshot has this row no more. What it said stays here.'
              : past.stood.length === 1
                ? 'It has said the same since it was first kept.'
                : `It has said ${number(v.lang, past.stood.length)} things, one after another.`
          }
          distr={[['Table', <a href={to(v, `/archive/${d.dataset}`)}>{d.title}</a>]]}
          words={['history', d.dataset, past.key, ...(past.column === null ? [] : [past.column])]}
          path={`/archive/${d.dataset}/history`}
          query={{ key: past.key, column: past.column ?? undefined }}
        >
          <HistoryPage
            lang={v.lang}
            to={toOf(v)}
            dataset={d.dataset}
            layout={layout}
            history={past}
            withdrawn={t.withdrawn}
            unread={t.unreadIn(t.latest)}
          />
        </Page>,
      )
    })
  })
  app.get('/:dataset/feed.atom', c =>
    ask(async db => {
      const t = await tableOf(db, c.req.param('dataset'))
      const [d] = await datasets(db, { dataset: t.dataset })
      if (!d) throw new Problem(404, NOWHERE)
      const text = await feedOf(db, d, t, await snapshots(db, t.dataset, undefined, 20))
      return c.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
    }),
  )
  return app
}

/** Looking back: only what had been published by that day, and stood here at that position. */
const back = (v: View): Back => ({ on: v.on === v.today ? undefined : v.on, knownAt: v.knownAt })
const toOf = (v: View) => (href: string, query?: Readonly<{ [name: string]: string | undefined }>) => to(v, href, query)

/** The table as it stood on the day of the page: what was added later is not there. */
const found = async (db: Sql, v: View, dataset: string): Promise<{ readonly t: Table; readonly d: Dataset }> => {
  const t = await tableOf(db, dataset)
  const [d] = await datasets(db, { ...back(v), dataset })
  if (!d) throw new Problem(404, NOWHERE)
  const [last] = await snapshots(db, dataset, undefined, 1, back(v))
  return { t: { ...t, latest: last!.snapshot, newest: d.latest.withdrawn ? undefined : d.latest.snapshot }, d }
}
const until = (h: History, latest: number): History => ({
  ...h,
  stood: h.stood.filter(s => s.from <= latest).map(s => (s.until !== null && s.until > latest ? { ...s, until: null } : s)),
})

interface PageProps {
  v: View
  symbol: string
  title: string
  lede: string
  distr?: NonNullable<FrameProps['distr']>
  words: readonly string[]
  path: string
  query?: Readonly<{ [name: string]: string | undefined }>
  /** It is said in the language of the reader; the pages of one table are in English. */
  spoken?: boolean
  children: FrameProps['children']
}
const Page = ({ v, symbol, title, lede, distr = [], words, path, query = {}, spoken, children }: PageProps) => (
  <Frame
    view={v}
    title={title}
    organ={wordsOf(v.lang).organ}
    symbol={symbol}
    h1={spoken ? title : <bdi lang="en">{title}</bdi>}
    lede={spoken ? lede : <bdi lang="en">{lede}</bdi>}
    distr={distr}
    section="archive"
    command={command({ ...v, on: v.today, known: undefined, knownAt: undefined }, 'archive', words)}
    data={[{ href: data({ ...v, on: v.today, known: undefined, knownAt: undefined }, path, query), label: 'JSON' }]}
  >
    {spoken ? (
      children
    ) : (
      <div lang="en" dir="ltr">
        {children}
      </div>
    )}
  </Frame>
)
