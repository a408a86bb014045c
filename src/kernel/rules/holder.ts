import { type Day, FOREVER, LONG_AGO } from '../day.ts'
import type { True } from './clock.ts'
import { type Face, standing } from './face.ts'

export interface HolderSpan extends True {
  readonly subject: string
  readonly office: string
}

/**
 * Exactly one holder on every day of a subject's life: a fold has one value, so a second holder cannot be written down.
 * A baton counts from its latest possible day: until it has surely been passed, whoever had it answers for it.
 */
export const holders = (first: string, faces: readonly Face[]): HolderSpan[] => {
  const live = standing(faces),
    spans: HolderSpan[] = []
  if (!live.length) return spans
  const bornOn = (f: Face): Day => (f.occurredOn === LONG_AGO ? f.latest : f.occurredOn) // nobody held it since ever
  const born = live.reduce((a, b) => (bornOn(b) < bornOn(a) ? b : a))
  let office = first,
    from = bornOn(born),
    by = born.id
  const holdTo = (to: Day): void => {
    if (from < to) spans.push({ subject: born.subject, office, from, to, grounds: [by] })
  }
  const passed = live.filter(f => f.type === 'BatonPassed' || f.type === 'CaseClosed').sort((a, b) => a.latest - b.latest || a.seq - b.seq)
  for (const f of passed) {
    holdTo(f.latest)
    if (f.type === 'CaseClosed') return spans
    office = String(f.is['office'])
    from = f.latest
    by = f.id
  }
  holdTo(FOREVER)
  return spans
}
