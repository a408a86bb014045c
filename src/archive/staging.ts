import type pg from 'pg'
import type { Day } from '../kernel/day.ts'
import { type Json, jcs } from '../kernel/ledger/jcs.ts'
import { type Alone, aloneIn, cameInstead, type Halves, type Layouts, NONE } from './compared.ts'
import { copied, copyAll, NULL, short } from './copy.ts'
import type { Layout } from './layout.ts'
import { monthIndex } from './month-index.ts'
import type { Gathered, Place } from './noted.ts'
import { type Read, UNIT } from './read/table.ts'
import { CAME, NO_MONTH, OPEN } from './schema.ts'

// A file is laid out beside the table, and each row is looked up while the next are read.

/** Longer than any row should be; an index holds at most so much of what is asked by. */
const LONGEST_ROW = 4 * 1024 * 1024
const LONGEST_ASKED = 200

const spanned = (from: Day | undefined, to: Day | undefined): number =>
  from === undefined || to === undefined || to <= from ? 0 : monthIndex(to) - monthIndex(from)

/** Every row of the file, in short; and, of those that do not stand already, the whole. */
const SEEN = `create temp table seen (n int not null, file int not null, line int not null, k uuid not null, hash uuid not null, part uuid, month int not null, span int not null,
  fails smallint not null, amount numeric, total boolean not null, repeat int not null default 1, again boolean not null default false) on commit drop`
const STAGE = `create temp table stage (n int not null, cells text collate "C" not null, closed text collate "C", from_day int, to_day int, state text collate "C" not null,
  mission text collate "C" not null, place text collate "C" not null, type text collate "C" not null, sex text collate "C" not null, named text collate "C" not null, came smallint not null) on commit drop`
const WHOLE = 'n, cells, closed, from_day, to_day, state, mission, place, type, sex, named, came'
const SHORT = 'n, file, line, k, hash, part, month, span, fails, amount, total'
/** So many rows go to be compared together, while the next are read. */
const AT_ONCE = 2_000
/** … but not more characters than this, however long a row is. */
const MOST_AT_ONCE = 8 * 1024 * 1024
const ASKED_TEXTS = ['state', 'mission', 'place', 'type', 'sex'] as const
const units = (text: string): number => {
  let found = 0
  for (let i = text.indexOf(UNIT); i >= 0; i = text.indexOf(UNIT, i + 1)) found++
  return found
}

/**
 * Lays a file out beside the table. Of a dataset that has rows already, each is looked up while the next are read, and only what does not
 * stand so is sent whole: a second snapshot costs one read, and what changed.
 */
export const staging = async (
  client: pg.PoolClient,
  dataset: number,
  layout: Layout,
  noted: Gathered,
  columns: () => readonly string[],
) => {
  await client.query(SEEN)
  await client.query(STAGE)
  const stood = (await client.query('select from archived where dataset = $1 limit 1', [dataset])).rowCount === 1
  const names = layout.columns.map(c => c.name)
  const closed = layout.opens === 'rows' ? layout.columns.flatMap((c, i) => (c.closed ? [i] : [])) : []
  const heading = `${short(names.join(UNIT))}${UNIT}`
  const width = names.length
  const layouts = stood
    ? await layoutsOf(client, dataset, layout, columns)
    : { now: layout, at: () => layout, had: undefined, alone: () => NONE, once: NONE }
  /** A row as `stage` holds it. Written only where it does not stand already. */
  const whole = ({ nth, joined, asked, more }: Waiting, standing?: Standing): string => {
    let [shown, hidden]: [string, string | null] = [joined, null]
    // What no layout has declared may be anything, a person's name too: until one does, it is closed.
    if (layout.opens === 'rows' && (more || closed.length)) {
      const cells = joined.split(UNIT)
      const kept = [
        ...closed.flatMap(i => (cells[i] ? [`${names[i]}${UNIT}${cells[i]}`] : [])),
        ...(more ? [cells.slice(width).join(UNIT)] : []),
      ]
      if (kept.length) {
        hidden = kept.join(UNIT)
        shown = cells
          .slice(0, width)
          .map((c, i) => (closed.includes(i) ? '' : c))
          .join(UNIT)
      }
    }
    const texts = ASKED_TEXTS.map(name => (asked[name] && asked[name].length <= LONGEST_ASKED ? copied(asked[name]) : '')).join('\t')
    const came = standing ? cameFor(standing, { cells: shown, closed: hidden }) : 0
    return `${nth}\t${copied(shown)}\t${hidden === null ? NULL : copied(hidden)}\t${asked.from ?? NULL}\t${asked.to ?? NULL}\t${texts}\t${asked.states?.join(',') ?? ''}\t${came}\n`
  }
  const cameFor = ({ cells, closed, from_snap }: Standing, is: Halves): number =>
    from_snap === null ? CAME.new : cells === null ? CAME.back : cameInstead(layouts, from_snap, { cells, closed }, is)
  const out = stood ? comparing(client, dataset, whole) : writing(client, whole)
  let n = 0
  return {
    layouts,
    /** Why a row cannot be kept, or nothing. What must be waited for comes back as a promise. `kept`: asked of a row that is; how many of its own sums fail. */
    row(row: Read, place: Place, kept: () => number): string | Promise<void> | undefined {
      const { cells, means, asked } = row
      const joined = cells.join(UNIT)
      if (cells.length < width) return `${cells.length} cells, where the layout has ${width}`
      if (joined.length > LONGEST_ROW) return `a row of more than ${LONGEST_ROW / 1024 / 1024} MB`
      if (joined.includes('\0')) return 'holds the character NUL, which no database text can hold'
      if (units(joined) !== 2 * cells.length - width - 1) return 'holds the control character U+001F, which separates cells'
      // By what they say: a row that is only written otherwise stands as it stood.
      const hash = short(heading + (means === cells ? joined : means.join(UNIT)))
      for (const name of ASKED_TEXTS)
        if (asked[name] !== undefined && asked[name].length > LONGEST_ASKED)
          noted.say(
            'note',
            `longer than ${LONGEST_ASKED} characters: kept, and not asked by`,
            place,
            layout.columns.find(c => c.is === name)?.name,
          )
      const day = asked.from ?? asked.to
      const k = short(row.key)
      const inPart = row.part === undefined ? NULL : short(row.part)
      const nth = ++n
      const amount = asked.amount === undefined || !Number.isFinite(asked.amount) ? NULL : asked.amount
      return out.row(
        `${nth}\t${place.file}\t${place.line}\t${k}\t${hash}\t${inPart}\t${day === undefined ? NO_MONTH : monthIndex(day)}\t${spanned(asked.from, asked.to)}\t${kept()}\t${amount}\t${row.total}\n`,
        { nth, joined, asked, more: cells.length > width },
        k,
        hash,
      )
    },
    end: () => out.end(),
    abandon: () => out.abandon(),
  }
}

/** What of a row must be kept until it is known whether it stands: no list of its cells, so that memory is soon free again. */
interface Waiting {
  readonly nth: number
  readonly joined: string
  readonly asked: Read['asked']
  /** It has cells of columns that no layout declares. */
  readonly more: boolean
}
/** What stands in place of a row: its cells, and since when; without cells: it stood, and is gone; neither: its name is new. */
interface Standing {
  readonly cells: string | null
  readonly closed: string | null
  readonly from_snap: number | null
}
type Whole = (row: Waiting, standing?: Standing) => string
interface Out {
  row(inShort: string, row: Waiting, k: string, hash: string): Promise<void> | undefined
  end(): Promise<void>
  abandon(): Promise<void>
}
/** One connection does one thing at a time: while a batch is written, the next is read, and no more than that. */
const inTurn = (send: () => () => Promise<void>): Pick<Out, 'end' | 'abandon'> & { flush(): Promise<void> } => {
  let going = Promise.resolve()
  const flush = (): Promise<void> => {
    const before = going
    going = before.then(send())
    going.catch(() => undefined) // heard at the next flush
    return before
  }
  return {
    flush,
    end: async () => {
      await flush()
      await going
    },
    abandon: () => going.catch(() => undefined),
  }
}
/** The first rows of a dataset: nothing to compare with. */
const writing = (client: pg.PoolClient, whole: Whole): Out => {
  let [shorts, wholes, rows] = ['', '', 0]
  const turn = inTurn(() => {
    const [s, w] = [shorts, wholes]
    ;[shorts, wholes, rows] = ['', '', 0]
    return async () => {
      await copyAll(client, `copy stage (${WHOLE}) from stdin`, w)
      await copyAll(client, `copy seen (${SHORT}) from stdin`, s)
    }
  })
  return {
    ...turn,
    row: (inShort, row) => {
      shorts += inShort
      wholes += whole(row)
      return ++rows < AT_ONCE && wholes.length < MOST_AT_ONCE ? undefined : turn.flush()
    },
  }
}
const comparing = (client: pg.PoolClient, dataset: number, whole: Whole): Out => {
  let [shorts, length] = ['', 0]
  let [waiting, ks, hashes]: [Waiting[], string[], string[]] = [[], [], []]
  const turn = inTurn(() => {
    const [s, w, k, h] = [shorts, waiting, ks, hashes]
    ;[shorts, length, waiting, ks, hashes] = ['', 0, [], [], []]
    return async () => {
      const { rows } = await client.query<Standing & { i: number }>({
        name: 'not-standing',
        // "limit" keeps each a walk of the index: left free, the planner reads the whole table for each batch.
        text: `select x.i::int, o.cells, c.cells as closed, o.from_snap from unnest($2::uuid[], $3::uuid[]) with ordinality x(k, hash, i)
          left join lateral (select true as stands from archived a where a.dataset = $1 and a.k = x.k and a.to_snap = ${OPEN} and a.hash = x.hash limit 1) a on true
          left join lateral (select case when o.to_snap = ${OPEN} then o.cells end as cells, o.repeat, o.from_snap from archived o where a.stands is null and o.dataset = $1 and o.k = x.k order by o.to_snap desc limit 1) o on true
          left join lateral (select cells from archived_closed c where o.cells is not null and c.dataset = $1 and c.k = x.k and c.repeat = o.repeat and c.from_snap = o.from_snap limit 1) c on true
          where a.stands is null`,
        values: [dataset, `{${k.join(',')}}`, `{${h.join(',')}}`],
      })
      await copyAll(client, `copy stage (${WHOLE}) from stdin`, rows.map(r => whole(w[r.i - 1]!, r)).join(''))
      await copyAll(client, `copy seen (${SHORT}) from stdin`, s)
    }
  })
  return {
    ...turn,
    row: (inShort, row, k, hash) => {
      shorts += inShort
      length += row.joined.length
      ks.push(k)
      hashes.push(hash)
      return waiting.push(row) < AT_ONCE && length < MOST_AT_ONCE ? undefined : turn.flush()
    },
  }
}
/** By which layout each snapshot was read: what the cells mean with which a row is compared. */
const layoutsOf = async (client: pg.PoolClient, dataset: number, now: Layout, columns: () => readonly string[]): Promise<Layouts> => {
  const { rows } = await client.query<{ json: string; snapshots: readonly number[] }>(
    'select l.json, s.snapshots from (select layout, array_agg(nth) as snapshots from snapshot where dataset = $1 group by layout) s join layout l on l.hash = s.layout',
    [dataset],
  )
  const { rows: heads } = await client.query<{ nth: number; columns: readonly string[] | null }>(
    'select nth, columns from snapshot where dataset = $1 order by nth',
    [dataset],
  )
  const last = heads.at(-1)?.columns ?? undefined
  const once = new Set(heads.flatMap(h => h.columns ?? [])).difference(new Set(last))
  let only: Alone | undefined
  const alone = (): Alone => (only ??= aloneIn(last, columns()))
  const at = new Map(
    rows.flatMap(({ json, snapshots }) => {
      const layout = json === jcs(now as unknown as Json) ? now : (JSON.parse(json) as Layout)
      return snapshots.map(n => [n, layout] as const)
    }),
  )
  return { now, at: snapshot => at.get(snapshot) ?? now, had: last, alone, once }
}
