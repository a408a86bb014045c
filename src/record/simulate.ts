import { addDays, type Day, toIso } from '../kernel/day.ts'
import { SIMULATED } from './names.ts'

// Invented data, for trying things out. It says SIMULATED beside everything it tells, and never carries a real State's name.

/** Numbers that look random and are the same for the same seed (mulberry32; whole numbers only). */
const lots = (seed: number) => {
  let a = seed >>> 0
  return (below: number): number => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
const SOURCE = { title: 'SIMULATED', standing: 'ours', note: 'Invented by peaceops simulate. Nothing of this happened.' } as const

/** Interchange lines of `cases` invented cases, all before `until`. The same seed gives the same lines. */
export function* simulated(cases: number, seed: number, until: Day): Generator<Record<string, unknown>> {
  const lot = lots(seed)
  for (let i = 1; i <= cases; i++) {
    const subject = `SIM-${seed}-${i}`
    const state = SIMULATED[lot(SIMULATED.length)]!
    const mission = `SIM-${1 + lot(4)}`
    const category = lot(10) < 7 ? 'contingent' : (['formed-police', 'expert', 'civilian'] as const)[lot(3)]!
    const first = addDays(until, -30 - lot(2_000))
    let n = 0
    const line = (type: string, after: number, data: Record<string, unknown>, month = false): Record<string, unknown> | undefined => {
      const on = addDays(first, after)
      if (on >= until) return undefined
      const occurredOn = month ? toIso(on).slice(0, 7) : toIso(on)
      return {
        id: `${subject}-${++n}`.toLowerCase(),
        chapter: 'conduct',
        type,
        subject,
        occurredOn,
        marking: 'public',
        source: SOURCE,
        data: { mission, ...data, says: 'SIMULATED' },
      }
    }
    const gravity = lot(3) ? 'ordinary' : 'grave'
    const answered = lot(20)
    const story = [
      line('ReportReceived', -31, { state, category, matter: 'sea' }, true),
      lot(3) ? line('VictimReferred', 1 + lot(20), {}) : undefined,
      line('MemberStateNotified', 2, { state, category, matter: 'sea' }),
      line('InvestigatorRequested', 2, { state, category }),
      line('InvestigationRequested', 2, { state, category, gravity }),
      answered < 15
        ? line('MemberStateResponded', 3 + lot(18), { state, category, answer: answered < 13 ? 'investigates' : 'declines' })
        : undefined,
      answered >= 18 ? line('NoResponseReported', 40, { state, category, statedBy: 'un' }) : undefined,
      answered < 12 ? line('InvestigatorNamed', 4 + lot(20), { state, category, by: 'state' }) : undefined,
      answered < 10 ? line('InvestigationOpened', 10 + lot(10), { state, category, by: lot(3) ? 'state' : 'joint' }) : undefined,
      answered < 7 ? line('InvestigationConcluded', 60 + lot(200), { state, category, by: 'state' }) : undefined,
      answered < 5 ? line('OutcomeReported', 100 + lot(300), { state, category, by: 'state' }) : undefined,
      answered < 3 ? line('ComplainantTold', 120 + lot(400), {}) : undefined,
    ]
    for (const l of story) if (l) yield l
  }
}
