import { type Cites, isNoAnswer, rows, sums } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt } from '../../kernel/columns.ts'
import { day, toIso, yearOf } from '../../kernel/day.ts'
import { stands } from './texts.ts'

// Who sat on the Council on a day, and who vetoed in that year up to it. Terms are kept by calendar year; names stay as published where
// no State bears them.

const MEMBERS = 'unsc-members'
const VETOES = 'unsc-vetoes'

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
    const members = await rows(db, MEMBERS, { filters: { from: on, to: on } })
    const sat = isNoAnswer(members)
      ? []
      : members.rows
          .map(
            (r): Seat => ({
              ...{ is: 'seat', name: r.cells['country_org'] ?? '', state: r.state, seat: r.cells['seat'] ?? '' },
              ...{ from: r.from === null ? null : yearOf(r.from), to: r.to === null ? null : yearOf(r.to) },
              ...{ note: r.cells['note']?.trim() || null, cites: r.cites },
            }),
          )
          .sort((a, b) => b.seat.localeCompare(a.seat) || a.name.localeCompare(b.name))
    const vetoed = await rows(db, VETOES, { filters: { from: first, to: on } })
    const reach = await sums(db, VETOES, { by: [], limit: 1 })
    const vetoes = isNoAnswer(vetoed)
      ? []
      : vetoed.rows.map(
          ({ cells, from, repeat, cites }): Veto => ({
            ...{ is: 'veto', on: from === null ? '' : toIso(from), draft: cells['draft'] ?? '', record: cells['meeting_record'] ?? '' },
            about: [cells['agenda_item'], cells['crisis_topic']].map(c => c?.trim()).find(Boolean) ?? '',
            by: ['member_veto1', 'member_veto2', 'member_veto3'].flatMap(c => cells[c]?.trim() || []),
            ...{
              part: repeat,
              odd: /\/PV/.test(cells['draft'] ?? '') ? 'the table gives the record of a meeting in place of the draft' : null,
              cites,
            },
          }),
        )
    return [
      ...sat,
      ...(isNoAnswer(members)
        ? [said('members', members.says)]
        : sat.length === 0
          ? [said('members', `Who sat in ${year} is not on this record.`)]
          : sat.length !== seats(year)
            ? [said('members', `The table gives ${sat.length} of ${seats(year)} seats for ${year}: it is not whole for this year.`)]
            : []),
      ...vetoes.sort((a, b) => a.on.localeCompare(b.on) || (a.cites.line ?? 0) - (b.cites.line ?? 0)),
      ...(isNoAnswer(vetoed)
        ? [said('vetoes', vetoed.says)]
        : !isNoAnswer(reach) &&
            reach.to !== null &&
            reach.from !== null &&
            (toIso(on).slice(0, 7) > reach.to || toIso(on).slice(0, 7) < reach.from)
          ? [said('vetoes', `The table of vetoes goes from ${reach.from} to ${reach.to}: what was cast after it is not on this record.`)]
          : vetoes.length === 0
            ? [said('vetoes', `The table has no veto in ${year} up to this day.`)]
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
