import {
  AS_PUBLISHED,
  type AskedRow,
  type AsOf,
  asPublished,
  type Cites,
  citedInWords,
  citesOf,
  countIn,
  isNoAnswer,
  type NoAnswer,
  rows,
  type Sums,
  sums,
  VETOING,
} from '../../../archive/index.ts'
import type { Question } from '../../../kernel/chapter.ts'
import { citesAt } from '../../../kernel/columns.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { type Day, day, toIso, yearOf } from '../../../kernel/day.ts'

// Who sat on the Council on a day, and who vetoed in that year up to it. Terms are kept by calendar year; names stay as published where
// no State bears them.

const MEMBERS = 'unsc-members'
const VETOES = 'unsc-vetoes'
/** The UN's own lists: later, and with less in each row. */
const YEARS = 'un-council-members'
const UN_VETOES = 'un-vetoes'

const seatOf = ({ cells, state, from, to, cites }: AskedRow) => ({
  ...{ is: 'seat' as const, name: cells['country_org'] ?? '', state, seat: cells['seat'] ?? '' },
  from: from === null ? null : yearOf(from),
  to: to === null ? null : yearOf(to),
  note: cells['note']?.trim() || null,
  cites,
})
type Seat = ReturnType<typeof seatOf>
const memberIn =
  (year: number) =>
  ({ cells, state, cites }: AskedRow): Seat => ({
    ...{ is: 'seat', name: cells['security_council_member'] ?? '', state, seat: 'member' },
    ...{ from: year, to: year, note: null, cites },
  })
const vetoOf = ({ cells, from, cites }: AskedRow) => ({
  is: 'veto' as const,
  on: from === null ? '' : toIso(from),
  draft: cells['draft'] ?? '',
  record: cells['meeting_record'] ?? '',
  about: [cells['agenda_item'], cells['crisis_topic']].map(c => c?.trim()).find(Boolean) ?? '',
  /** As published: the USSR and the Russian Federation are two names. */
  by: ['member_veto1', 'member_veto2', 'member_veto3'].flatMap(c => cells[c]?.trim() || []),
  /** Of the parts of one draft, put to the vote one by one, which: as they stand in the table. */
  part: 1,
  odd: /\/PV/.test(cells['draft'] ?? '') ? 'the table gives the record of a meeting in place of the draft' : null,
  cites,
})
type Veto = ReturnType<typeof vetoOf>
const unVeto = ({ cells, from, cites }: AskedRow): Veto => ({
  ...{ is: 'veto', on: from === null ? '' : toIso(from), draft: cells['draft_resolution_number'] ?? '', record: cells['record'] ?? '' },
  about: [cells['agenda'], cells['topic']].map(c => c?.trim()).find(Boolean) ?? '',
  by: Object.entries(VETOING).flatMap(([column, name]) => (countIn(cells[column] ?? '') === 1 ? name : [])),
  ...{ part: 1, odd: null, cites },
})
/** `cites`: the table that has none. */
const said = (about: 'members' | 'vetoes', says: string, cites: Cites | null = null) => ({ is: 'said' as const, about, says, cites })
export type CouncilRow = Seat | Veto | ReturnType<typeof said>

/** Eleven seats, and fifteen since 1966: a year with fewer in the table is not whole there. */
const seats = (year: number): number => (year < 1966 ? 11 : 15)
const once = (r: AskedRow): boolean => r.repeat === 1 && !r.total
interface Sat {
  readonly seats: readonly Seat[]
  /** Why it is told by the other list. */
  readonly instead: string | null
  readonly cites: Cites
}
/** By the list of terms; where it is not whole for the year, by the UN's own list of years, if that has more of them. */
const seatsOn = async (db: Sql, on: Day, as: AsOf): Promise<Sat | NoAnswer> => {
  const filters = { from: on, to: on }
  const terms = await rows(db, MEMBERS, { ...as(MEMBERS), filters })
  const ours = isNoAnswer(terms) ? [] : terms.rows.filter(once).map(seatOf)
  const sorted = (all: readonly Seat[]) => all.toSorted((a, b) => b.seat.localeCompare(a.seat) || a.name.localeCompare(b.name))
  const byTerms = isNoAnswer(terms) ? terms : { seats: sorted(ours), instead: null, cites: citesOf(terms, ours.length) }
  if (ours.length === seats(yearOf(on))) return byTerms
  const years = await rows(db, YEARS, { ...as(YEARS), filters })
  if (isNoAnswer(years)) return isNoAnswer(terms) ? elsewhere(terms, years) : byTerms
  const theirs = years.rows.filter(once).map(memberIn(yearOf(on)))
  if (!isNoAnswer(terms) && theirs.length <= ours.length) return byTerms
  const instead = isNoAnswer(terms) ? terms.says : `${MEMBERS} has not all seats of ${yearOf(on)} on this record: these stand in ${YEARS}.`
  return { seats: sorted(theirs), instead, cites: citesOf(years, theirs.length) }
}
/** Of two tables neither tells: one that is on this record, though not as asked, says more than one that is not. */
const elsewhere = (one: NoAnswer, other: NoAnswer): NoAnswer => (one.none === 'no such dataset' && other.none !== one.none ? other : one)
const membersOn = async (db: Sql, on: Day, as: AsOf): Promise<readonly CouncilRow[]> => {
  const sat = await seatsOn(db, on, as),
    year = yearOf(on)
  if (isNoAnswer(sat)) return [said('members', sat.says)]
  const instead = sat.instead === null ? [] : [said('members', sat.instead)]
  const n = sat.seats.length
  if (n === 0) return [said('members', `Who sat in ${year} is not on this record.`, sat.cites), ...instead]
  if (n === seats(year)) return [...sat.seats, ...instead]
  return [
    ...sat.seats,
    said('members', `The table gives ${n} of ${seats(year)} seats for ${year}: it is not whole for this year.`),
    ...instead,
  ]
}
/** By the list that reaches the day; where none does, by the one that reaches further. The two are never put together. */
const vetoesUntil = async (db: Sql, on: Day, as: AsOf): Promise<readonly CouncilRow[]> => {
  const reach = (table: string) => sums(db, table, { ...as(table), by: [], limit: 1 })
  const [one, other] = [await reach(VETOES), await reach(UN_VETOES)],
    reachOf = (r: Sums | NoAnswer) => (isNoAnswer(r) ? { from: null, to: null } : r),
    month = toIso(on).slice(0, 7),
    last = reachOf(one).to ?? '',
    theirs = (reachOf(other).to ?? '') > last && month > last
  const table = theirs ? UN_VETOES : VETOES
  const found = await rows(db, table, { ...as(table), filters: { from: day(`${yearOf(on)}-01-01`), to: on } })
  if (isNoAnswer(found)) return [said('vetoes', (isNoAnswer(other) ? elsewhere(found, other) : found).says)]
  const vetoes = found.rows
    .filter(r => !r.total)
    .map(theirs ? unVeto : vetoOf)
    .sort((a, b) => a.on.localeCompare(b.on) || (a.cites.line ?? 0) - (b.cites.line ?? 0))
    .map((v, i, all) => ({
      ...v,
      part: all.slice(0, i).filter(b => b.draft === v.draft && b.record === v.record && b.on === v.on).length + 1,
    }))
  const { from, to } = reachOf(theirs ? other : one)
  if (to !== null && from !== null && (month > to || month < from))
    return [
      ...vetoes,
      said(
        'vetoes',
        `The table of vetoes goes from ${from} to ${to}: what was cast after it is not on this record.`,
        citesOf(found, found.rows.length),
      ),
    ]
  if (!vetoes.length) return [said('vetoes', `The table has no veto in ${yearOf(on)} up to this day.`, citesOf(found, 0))]
  const instead = isNoAnswer(one) ? one.says : `${VETOES} does not reach this day on this record: these stand in ${UN_VETOES}.`
  return theirs ? [...vetoes, said('vetoes', instead)] : vetoes
}

export const council: Question<CouncilRow> = {
  name: 'council',
  says: 'Who sat on the Security Council on a day, and who vetoed in that year, up to that day.',
  columns: {
    is: '#meta+type',
    name: '#country+name',
    state: '#country+code',
    seat: '#status+seat',
    from: '#date+start',
    to: '#date+end',
    note: '#description+note',
    on: '#date',
    draft: '#event+id',
    record: '#event+record+id',
    about: '#event+name',
    by: '#country+veto+name',
    part: '#meta+part',
    odd: '#meta+odd',
    says: '#description',
    ...citesAt(),
  },
  tables: [MEMBERS, YEARS, VETOES, UN_VETOES],
  options: AS_PUBLISHED,
  rows: async (db, { on, options }) => {
    const as = asPublished(options)
    return [...(await membersOn(db, on, as)), ...(await vetoesUntil(db, on, as))]
  },
  line: r => {
    if (r.is === 'said') return r.cites ? `${r.says} · ${citedInWords(r.cites)}` : r.says
    const words =
      r.is === 'seat'
        ? [r.seat.padEnd(9), r.state ?? '???', r.name, `${r.from ?? ''} to ${r.to ?? ''}`, r.note]
        : ['veto', r.on, r.by.join(', '), r.draft, r.about, r.part > 1 && `part ${r.part} of one name`, r.odd]
    return [...words.filter(w => w !== null && w !== false), citedInWords(r.cites)].join(' · ')
  },
}
