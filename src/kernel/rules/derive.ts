import { type Day, FOREVER } from '../day.ts'
import type { ObligationSpan, Trigger, True } from './clock.ts'
import { type Face, fits, standing } from './face.ts'
import { type Adopted, type Duty, dutyOf, inForce, type Rulebook } from './rulebook.ts'
import { run } from './run.ts'
import { inOrder } from './validate.ts'

/**
 * All obligations of ONE subject, over all time: the only place where truth is made.
 * Total: no history makes it throw. Causal: nothing at day t depends on what happens after t.
 * The doubt is the debtor's: what helps him counts from its earliest possible day, what hurts him from its latest.
 * `horizon` ends what would come back for ever. It comes from the ledger, never from a clock on the wall.
 */
export const obligations = (adopted: readonly Adopted[], faces: readonly Face[], horizon: Day): ObligationSpan[] => {
  const live = standing(faces),
    spans: ObligationSpan[] = []
  for (const name of inOrder(adopted)) {
    const runs = new Map<string, { readonly n: number; readonly free: Day }>() // by debtor: two States, two letters, two clocks
    for (const { adopted: by, book, duty, trigger } of triggers(name, adopted, live, spans)) {
      const debtor = debtorOf(duty, trigger.face),
        { n, free } = runs.get(debtor) ?? NONE
      if (trigger.start < free) continue // a reminder does not restart a running clock
      const went = run({ key: `${name}|${trigger.face.subject}|${debtor}|${n}`, duty, book, adopted: by, debtor, trigger, horizon }, live)
      for (const s of went.spans) spans.push(s)
      runs.set(debtor, { n: n + 1, free: went.free })
    }
  }
  return spans
}
const NONE = { n: 0, free: -FOREVER as Day }
const debtorOf = (d: Duty, f: Face): string => ('office' in d.owedBy ? d.owedBy.office : String(f.is[d.owedBy.field] ?? 'unnamed'))

/** The board of a day. */
export const asOf = <S extends True>(spans: readonly S[], on: Day): S[] => spans.filter(s => s.from <= on && on < s.to)

interface Raised {
  readonly adopted: number
  readonly book: Rulebook
  readonly duty: Duty
  readonly trigger: Trigger
}
/** What sets this duty going, each under the book that was in force when its clock started, in the order in which they start. What may never have come (`D/..`) sets nothing going. */
const triggers = (name: string, adopted: readonly Adopted[], live: readonly Face[], spans: readonly ObligationSpan[]): Raised[] => {
  const found: Raised[] = []
  for (const a of adopted) {
    const { book } = a,
      duty = dutyOf(book, name)
    if (!duty) continue
    const raise = (trigger: Trigger) => {
      if (trigger.start < FOREVER && inForce(adopted, trigger.start) === a) found.push({ adopted: a.seq, book, duty, trigger })
    }
    if ('on' in duty.arises) {
      for (const f of live) if (fits(duty.arises.on, f)) raise({ face: f, occurredOn: f.occurredOn, start: f.latest, by: [f.id] })
    } else
      for (const s of fallen(spans, duty.arises.whenOverdue)) {
        const face = live.find(f => f.id === s.grounds[0])
        if (face) raise({ face, occurredOn: s.from, start: s.from, by: s.grounds })
      }
  }
  return found.length > 1 ? found.sort((a, b) => a.trigger.start - b.trigger.start || a.trigger.face.seq - b.trigger.face.seq) : found
}
/** Where an obligation turns overdue: one stretch of days raises one obligation, and what is disputed raises none. None begins overdue, so the span before is its own. */
const fallen = (spans: readonly ObligationSpan[], duty: string): ObligationSpan[] => {
  const red = (s?: ObligationSpan) => s?.state === 'overdue' && !s.disputed
  return spans.filter((s, i) => s.duty === duty && red(s) && !red(spans[i - 1]))
}
