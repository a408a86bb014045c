import { type Day, FOREVER, later } from '../day.ts'
import type { ObligationSpan, True } from './clock.ts'
import { type Face, fits, fitsAny, standing } from './face.ts'
import type { Finding } from './rulebook.ts'

/** One reason, in one subject: an obligation that is overdue and undisputed, or a silence that somebody with the register stated. */
export interface Ground extends True {
  readonly group: string
  readonly by: string
}
export interface FindingSpan extends True {
  readonly finding: string
  readonly group: string
}

/** First stratum, one subject at a time. */
export const groundsOf = (rule: Finding, faces: readonly Face[], spans: readonly ObligationSpan[]): Ground[] => {
  const grounds: Ground[] = [],
    live = standing(faces)
  const counts = (firstDay: Day) => rule.from === undefined || firstDay >= rule.from // surely not before the instrument: a vague day counts from its earliest
  const group = (about: Face['is']) => rule.about.map(field => String(about[field] ?? '?')).join('|')
  for (const cause of rule.anyOf) {
    if ('overdue' in cause) {
      let began: Day | undefined // one stretch of red days is one lapse, however many spans tell it
      for (const s of spans) {
        if (s.duty !== cause.overdue || s.state !== 'overdue' || s.disputed) {
          began = undefined
          continue
        }
        began ??= s.from
        if (counts(began)) grounds.push({ group: group(s.about), by: s.key, from: s.from, to: s.to, grounds: s.grounds })
      }
    } else
      for (const said of live)
        if (fits(cause.stated, said) && counts(said.occurredOn)) {
          const from = said.latest,
            answers = live.filter(f => fitsAny(cause.until, f) && f.latest >= said.occurredOn && agrees(rule, f, said))
          const to = answers.reduce((first, f) => {
            const on = later(f.occurredOn, from)
            return Math.min(on, first) as Day
          }, FOREVER)
          if (from < to) grounds.push({ group: group(said.is), by: said.id, from, to, grounds: [said.id] })
        }
  }
  return grounds
}
/** An answer that leaves a field out speaks for any; one that names another State does not. */
const agrees = (rule: Finding, a: Face, b: Face): boolean =>
  rule.about.every(field => a.is[field] === undefined || a.is[field] === b.is[field])

/** Second stratum: over the grounds of many subjects. Reads nothing else, so one group can be recomputed alone. */
export const findings = (rule: Finding, grounds: readonly Ground[]): FindingSpan[] =>
  [...Map.groupBy(grounds, g => g.group)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([group, all]) => {
      const edges = [...new Set(all.flatMap(g => [g.from, g.to]))].sort((a, b) => a - b),
        spans: FindingSpan[] = []
      for (const [i, from] of edges.entries()) {
        const to: Day | undefined = edges[i + 1]
        const by = [...new Set(all.filter(g => g.from <= from && from < g.to).map(g => g.by))].sort()
        if (to !== undefined && by.length) spans.push({ finding: rule.finding, group, from, to, grounds: by })
      }
      return spans
    })
