import { by, days, duty, everyDays, everyMonths, language, months, office, ours, secondHand, seen } from '../../kernel/rules/language.ts'
import type { Cite, Standing } from '../../kernel/rules/rulebook.ts'
import { CYCLES, LIMITS, type OfCouncil } from './entries.ts'

// What the Council asks of the Secretary-General, each by its own day. The paragraph stands on the entry that asks: the duty can only say
// that it is there, and how surely it was read.

const { on, the } = language<OfCouncil>()

type Known = OfCouncil['ReportRequested']['known']
const asItAsks: Readonly<Record<Known, Cite>> = {
  seen: seen('The resolution that asks', 'at its paragraph, as the entry names it', 'POL-REPORT'),
  'second-hand': secondHand('The resolution that asks', 'as its source tells it', 'POL-REPORT'),
}
export const REPORT = { act: 'report to the Council', owedBy: office('un.sg'), metBy: on('ReportIssued') }
/** The mandate ends, or the Council asks otherwise. A mandate that is renewed, shortened or rolled over takes nothing away. */
const cycleEnds = [on('MandateEnded'), on('RequestEnded', { of: 'cycle' })]
const onceEnds = [on('MandateEnded'), on('RequestEnded', { of: 'once' })]

const numbered = (text: string): readonly [n: number, inMonths: boolean] => [Number.parseInt(text, 10), text.includes('month')]
const grid = (cycle: string) => {
  const [n, inMonths] = numbered(cycle)
  return (inMonths ? everyMonths : everyDays)(n, { from: 'anchor', starting: the('startingOn') })
}
const limit = (within: string, known: Known) => {
  const [n, inMonths] = numbered(within)
  return (inMonths ? months : days)(n, known)
}
const named = (text: string): string => text.replace(' ', '-')
const KNOWN = ['seen', 'second-hand'] as const satisfies readonly Standing[]

/** The text says from which day its cycle counts: "on 1 August 2014, and then every four months from that date". A late report shifts nothing. */
const reportEvery = CYCLES.flatMap(cycle =>
  KNOWN.map(known =>
    duty(`politics.report-every-${named(cycle)}-${known}`, {
      ...REPORT,
      arises: on('ReportRequested', { asks: 'every', cycle, known }),
      every: grid(cycle),
      within: days(0, known),
      endedBy: cycleEnds,
      binding: 'resolution',
      cites: asItAsks[known],
    }),
  ),
)
/** "Every three months", and from when was not read: days of ours, in grey. That a report is owed binds all the same; that day does not. */
const reportAbout = CYCLES.map(cycle =>
  duty(`politics.report-about-every-${named(cycle)}`, {
    ...REPORT,
    arises: on('ReportRequested', { asks: 'every-from-adoption', cycle }),
    every: grid(cycle),
    within: days(0, 'ours'),
    endedBy: cycleEnds,
    binding: 'assumption',
    cites: ours(
      'The resolution that asks, as its source tells it; that the cycle counts from the adoption is our reading',
      undefined,
      'POL-REPORT',
    ),
  }),
)
const reportWithin = LIMITS.flatMap(within =>
  KNOWN.map(known =>
    duty(`politics.report-within-${named(within)}-${known}`, {
      ...REPORT,
      arises: on('ReportRequested', { asks: 'within', within, known }),
      within: limit(within, known),
      endedBy: onceEnds,
      binding: 'resolution',
      cites: asItAsks[known],
    }),
  ),
)
/** A request that names its period is answered only by a report of that period or later: what was surely issued before it is another report. */
const reportBy = KNOWN.map(known =>
  duty(`politics.report-by-${known}`, {
    ...REPORT,
    arises: on('ReportRequested', { asks: 'by', known }),
    within: by(the('by'), known),
    notBefore: the('from'),
    endedBy: onceEnds,
    binding: 'resolution',
    cites: asItAsks[known],
  }),
)
/** In the order in which they are read on the page. */
export const duties = [...reportEvery, ...reportWithin, ...reportBy, ...reportAbout]
