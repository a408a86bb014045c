import { type AskedRow, type Cites, countIn, isNoAnswer, type NoAnswer, rows, type Sums, sums, VETOING } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day, toIso, yearOf } from '../../kernel/day.ts'
import { stands } from './texts.ts'

// Who sat on the Council on a day, and who vetoed in that year up to it. Terms are kept by calendar year; names stay as published where
// no State bears them.

const MEMBERS = 'unsc-members'
const VETOES = 'unsc-vetoes'
/** The UN's own lists: later, and with less in each row. */
const YEARS = 'un-council-members'
const UN_VETOES = 'un-vetoes'

export interface Seat {
  readonly is: 'seat'
  readonly name: string
  readonly state: string | null
  readonly seat: string
  readonly from: number | null
  readonly to: number | null
  readonly note: string | null
  readonly cites: Cites
}
export interface Veto {
  readonly is: 'veto'
  readonly on: string
  readonly draft: string
  readonly record: string
  readonly about: string
  /** As published: the USSR and the Russian Federation are two names. */
  readonly by: readonly string[]
  /** The second and later parts of one draft, put to the vote one by one. */
  readonly part: number
  readonly odd: string | null
  readonly cites: Cites
}
export interface Told {
  readonly is: 'said'
  readonly about: 'members' | 'vetoes'
  readonly says: string
}
export type CouncilRow = Seat | Veto | Told

/** By the list of terms; where it is not whole for the year, by the UN's own list of years, if that has more of them. */
const seatsOn = async (db: Sql, on: Day): Promise<readonly Seat[] | NoAnswer> => {
  const terms = await rows(db, MEMBERS, { filters: { from: on, to: on } })
  const ours = isNoAnswer(terms)
    ? []
    : terms.rows.filter(once).map(
        (r): Seat => ({
          ...{ is: 'seat', name: r.cells['country_org'] ?? '', state: r.state, seat: r.cells['seat'] ?? '' },
          ...{ from: r.from === null ? null : yearOf(r.from), to: r.to === null ? null : yearOf(r.to) },
          ...{ note: r.cells['note']?.trim() || null, cites: r.cites },
        }),
      )
  const sorted = (all: readonly Seat[]) => all.toSorted((a, b) => b.seat.localeCompare(a.seat) || a.name.localeCompare(b.name))
  if (ours.length === seats(yearOf(on))) return sorted(ours)
  const years = await rows(db, YEARS, { filters: { from: on, to: on } })
  const theirs = isNoAnswer(years)
    ? []
    : years.rows.filter(once).map(
        (r): Seat => ({
          ...{ is: 'seat', name: r.cells['security_council_member'] ?? '', state: r.state, seat: 'member' },
          ...{ from: yearOf(on), to: yearOf(on), note: null, cites: r.cites },
        }),
      )
  if (theirs.length > ours.length) return sorted(theirs)
  return isNoAnswer(terms) ? (isNoAnswer(years) ? terms : theirs) : sorted(ours)
}
type Reach = Pick<Sums, 'from' | 'to'> | NoAnswer
/** By the list that reaches the day; where none does, by the one that reaches further. The two are never put together. */
const vetoesUntil = async (db: Sql, from: Day, to: Day): Promise<{ vetoed: readonly Veto[] | NoAnswer; reach: Reach }> => {
  const [one, other] = [await sums(db, VETOES, { by: [], limit: 1 }), await sums(db, UN_VETOES, { by: [], limit: 1 })]
  const last = (r: Reach): string => (isNoAnswer(r) ? '' : (r.to ?? ''))
  const theirs = !isNoAnswer(other) && last(other) > last(one) && toIso(to).slice(0, 7) > last(one)
  const found = await rows(db, theirs ? UN_VETOES : VETOES, { filters: { from, to } })
  return {
    vetoed: isNoAnswer(found) ? found : found.rows.filter(r => !r.total).map(theirs ? unVeto : listedVeto),
    reach: theirs ? other : one,
  }
}
const listedVeto = ({ cells, from, repeat, cites }: AskedRow): Veto => ({
  ...{ is: 'veto', on: from === null ? '' : toIso(from), draft: cells['draft'] ?? '', record: cells['meeting_record'] ?? '' },
  about: [cells['agenda_item'], cells['crisis_topic']].map(c => c?.trim()).find(Boolean) ?? '',
  by: ['member_veto1', 'member_veto2', 'member_veto3'].flatMap(c => cells[c]?.trim() || []),
  ...{
    part: repeat,
    odd: /\/PV/.test(cells['draft'] ?? '') ? 'the table gives the record of a meeting in place of the draft' : null,
    cites,
  },
})
const unVeto = ({ cells, from, repeat, cites }: AskedRow): Veto => ({
  ...{ is: 'veto', on: from === null ? '' : toIso(from), draft: cells['draft_resolution_number'] ?? '', record: cells['record'] ?? '' },
  about: [cells['agenda'], cells['topic']].map(c => c?.trim()).find(Boolean) ?? '',
  by: Object.entries(VETOING).flatMap(([column, name]) => (countIn(cells[column] ?? '') === 1 ? name : [])),
  ...{ part: repeat, odd: null, cites },
})
const once = (r: AskedRow): boolean => r.repeat === 1 && !r.total

/** Eleven seats, and fifteen since 1966: a year with fewer in the table is not whole there. */
const seats = (year: number): number => (year < 1966 ? 11 : 15)

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
  options: {},
  rows: async (db, { on }) => {
    const year = yearOf(on),
      first = day(`${year}-01-01`)
    const said = (about: Told['about'], says: string): Told => ({ is: 'said', about, says })
    const members = await seatsOn(db, on)
    const sat = isNoAnswer(members) ? [] : members
    const { vetoed, reach } = await vetoesUntil(db, first, on)
    const vetoes = isNoAnswer(vetoed) ? [] : vetoed
    return [
      ...sat,
      ...(isNoAnswer(members)
        ? [said('members', members.says)]
        : sat.length === 0
          ? [said('members', `Who sat in ${year} is not on this record.`)]
          : sat.length !== seats(year)
            ? [said('members', `The table gives ${sat.length} of ${seats(year)} seats for ${year}: it is not whole for this year.`)]
            : sat[0]!.cites.dataset === YEARS
              ? [said('members', `${MEMBERS} has not all seats of ${year} on this record: these stand in ${YEARS}.`)]
              : []),
      ...vetoes.toSorted((a, b) => a.on.localeCompare(b.on) || (a.cites.line ?? 0) - (b.cites.line ?? 0)),
      ...(isNoAnswer(vetoed)
        ? [said('vetoes', vetoed.says)]
        : !isNoAnswer(reach) &&
            reach.to !== null &&
            reach.from !== null &&
            (toIso(on).slice(0, 7) > reach.to || toIso(on).slice(0, 7) < reach.from)
          ? [said('vetoes', `The table of vetoes goes from ${reach.from} to ${reach.to}: what was cast after it is not on this record.`)]
          : vetoes.length === 0
            ? [said('vetoes', `The table has no veto in ${year} up to this day.`)]
            : vetoes[0]!.cites.dataset === UN_VETOES
              ? [said('vetoes', `${VETOES} does not reach this day on this record: these stand in ${UN_VETOES}.`)]
              : []),
    ]
  },
  line: r =>
    r.is === 'said'
      ? r.says
      : r.is === 'seat'
        ? `${r.seat.padEnd(9)} · ${r.state ?? '???'} · ${r.name} · ${r.from ?? ''} to ${r.to ?? ''}${r.note ? ` · ${r.note}` : ''} · ${stands(r.cites)}`
        : `veto · ${r.on} · ${r.by.join(', ')} · ${r.draft} · ${r.about}${r.part > 1 ? ` · part ${r.part} of one name` : ''}${r.odd ? ` · ${r.odd}` : ''} · ${stands(r.cites)}`,
}
