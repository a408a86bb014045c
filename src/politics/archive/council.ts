import { type AskedRow, citedInWords, isNoAnswer, type NoAnswer, type Rows, rows, sums } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { day, toIso, yearOf } from '../../kernel/day.ts'

// Who sat on the Council on a day, and who vetoed in that year up to it. Terms are kept by calendar year; names stay as published where
// no State bears them.

const seatOf = ({ cells, state, from, to, cites }: AskedRow) => ({
  ...{ is: 'seat' as const, name: cells['country_org'] ?? '', state, seat: cells['seat'] ?? '' },
  from: from === null ? null : yearOf(from),
  to: to === null ? null : yearOf(to),
  note: cells['note']?.trim() || null,
  cites,
})
const vetoOf = ({ cells, from, repeat, cites }: AskedRow) => ({
  is: 'veto' as const,
  on: from === null ? '' : toIso(from),
  draft: cells['draft'] ?? '',
  record: cells['meeting_record'] ?? '',
  about: [cells['agenda_item'], cells['crisis_topic']].map(c => c?.trim()).find(Boolean) ?? '',
  /** As published: the USSR and the Russian Federation are two names. */
  by: ['member_veto1', 'member_veto2', 'member_veto3'].flatMap(c => cells[c]?.trim() || []),
  /** The second and later parts of one draft, put to the vote one by one. */
  part: repeat,
  odd: /\/PV/.test(cells['draft'] ?? '') ? 'the table gives the record of a meeting in place of the draft' : null,
  cites,
})
const said = (about: 'members' | 'vetoes', says: string) => ({ is: 'said' as const, about, says })
export type CouncilRow = ReturnType<typeof seatOf> | ReturnType<typeof vetoOf> | ReturnType<typeof said>

/** Eleven seats, and fifteen since 1966: a year with fewer in the table is not whole there. */
const seats = (year: number): number => (year < 1966 ? 11 : 15)
const membersIn = (found: Rows | NoAnswer, year: number): readonly CouncilRow[] => {
  if (isNoAnswer(found)) return [said('members', found.says)]
  const sat = found.rows.map(seatOf).sort((a, b) => b.seat.localeCompare(a.seat) || a.name.localeCompare(b.name))
  if (sat.length === 0) return [said('members', `Who sat in ${year} is not on this record.`)]
  if (sat.length === seats(year)) return sat
  return [...sat, said('members', `The table gives ${sat.length} of ${seats(year)} seats for ${year}: it is not whole for this year.`)]
}

export const council: Question<CouncilRow> = {
  name: 'council',
  says: 'Who sat on the Security Council on a day, and who vetoed in that year, up to that day.',
  options: {},
  rows: async (db, { on }) => {
    const year = yearOf(on),
      month = toIso(on).slice(0, 7)
    const members = membersIn(await rows(db, 'unsc-members', { filters: { from: on, to: on } }), year)
    const vetoed = await rows(db, 'unsc-vetoes', { filters: { from: day(`${year}-01-01`), to: on } })
    const reach = await sums(db, 'unsc-vetoes', { by: [], limit: 1 })
    if (isNoAnswer(vetoed)) return [...members, said('vetoes', vetoed.says)]
    const vetoes = vetoed.rows.map(vetoOf).sort((a, b) => a.on.localeCompare(b.on) || (a.cites.line ?? 0) - (b.cites.line ?? 0))
    const { from, to } = isNoAnswer(reach) ? { from: null, to: null } : reach
    const about =
      to !== null && from !== null && (month > to || month < from)
        ? [said('vetoes', `The table of vetoes goes from ${from} to ${to}: what was cast after it is not on this record.`)]
        : vetoes.length === 0
          ? [said('vetoes', `The table has no veto in ${year} up to this day.`)]
          : []
    return [...members, ...vetoes, ...about]
  },
  line: r => {
    if (r.is === 'said') return r.says
    const words =
      r.is === 'seat'
        ? [r.seat.padEnd(9), r.state ?? '???', r.name, `${r.from ?? ''} to ${r.to ?? ''}`, r.note]
        : ['veto', r.on, r.by.join(', '), r.draft, r.about, r.part > 1 && `part ${r.part} of one name`, r.odd]
    return [...words.filter(w => w !== null && w !== false), citedInWords(r.cites)].join(' · ')
  },
}
