import { iso, text } from '../../kernel/ledger/fields.ts'
import { clockOf, groundsOf, type Standing } from '../../kernel/ledger/owed.ts'
import type { Told } from '../../kernel/ledger/told.ts'
import { byText } from '../../kernel/order.ts'
import { standsIn } from '../../paper/words.ts'
import { wordsOf } from '../pages/words.ts'
import { keepProvision } from './duties.ts'
import { reaches } from './extension.ts'

// One provision: its days, the old ones too, what became of it, and how each monitor rates it. No rating is ours.

const SET = ['ProvisionWithLimit', 'ProvisionRecurring']
/** The provisions of an agreement, each with the entries that tell of it, and with the whole extensions that it has no day of since. */
export const provisionsIn = (all: readonly Told[], extensions: readonly Told[]) =>
  all
    .filter(t => SET.includes(t.face.type))
    .map(set => {
      const its = all.filter(t => t.face.subject === set.face.subject),
        is = (type: string) => (t: Told) => t.face.type === type,
        moved = its.filter(t => is('DeadlineExtended')(t) && t.face.is['duty'] === keepProvision.duty && iso(t.face.is['until'])),
        met = its.findLast(is('ProvisionMet')),
        dropped = its.find(t => t.face.type === 'ProvisionDropped' || t.face.type === 'AgreementReplaced')
      return {
        set,
        its,
        moved,
        met,
        dropped,
        reached: met || dropped || set.face.type === 'ProvisionRecurring' ? [] : reaches(extensions, set, moved),
      }
    })
export type InEntries = ReturnType<typeof provisionsIn>[number]

/** The newest word of each monitor, on each scale that it uses, side by side. */
const ratingsOf = (its: readonly Told[]) => {
  const rated = its
    .filter(t => t.face.type === 'ProvisionRated')
    .map(({ face: { is }, on, source }) => ({
      rater: String(is['rater']),
      scale: String(is['scale']),
      rating: String(is['rating']),
      on,
      source,
    }))
  return [...new Map(rated.map(r => [`${r.rater}|${r.scale}`, r])).values()].sort((a, b) => byText(a.rater, b.rater))
}
export const provisionOf = ({ set, its, moved, met, dropped, reached }: InEntries, owed: readonly Standing[]) => {
  const { is, subject, type, id } = set.face,
    ratings = ratingsOf(its),
    clock = owed.find(o => groundsOf(o)[0] === id)
  return {
    kind: 'provision' as const,
    subject,
    party: String(is['party']),
    paragraph: text(is['paragraph']),
    says: set.says,
    /** What comes back has no day on this record: its cycle, and how often it is told to have been done. */
    cycle: type === 'ProvisionRecurring' ? String(is['cycle']) : null,
    kept: its.filter(t => t.face.type === 'ProvisionKept').length,
    /** Each last day that it had, the first one first, and since when. */
    dates: [set, ...moved].flatMap(t => {
      const until = iso(t.face.is['until'])
      return until ? [{ until, since: t.on, source: t.source }] : []
    }),
    /** Extensions of the whole timetable that move its last day, while the day that they make is not on this record. */
    extensions: reached.map(r => ({ on: r.by.on, months: r.months, source: r.by.source })),
    /** `null`: no clock runs, or it is owed no more. */
    clock: clock ? clockOf(clock, keepProvision) : null,
    met: met ? { on: met.on, says: met.says, source: met.source } : null,
    dropped: dropped?.on ?? null,
    ratings,
    /** Two monitors use one scale and say different things. Across scales nothing is compared. */
    disagree: ratings.some(a => ratings.some(b => a.scale === b.scale && a.rating.toLowerCase() !== b.rating.toLowerCase())),
    source: set.source,
  }
}
export type Provision = ReturnType<typeof provisionOf>

const isPast = ({ clock }: Provision): boolean => clock?.state === 'silent' || clock?.state === 'overdue'
/** Its clock ran out on a day that an extension has moved. That day says nothing: the doubt is the debtor’s. */
const isMoved = (p: Provision): boolean => isPast(p) && p.extensions.length > 0
export const isUnanswered = (p: Provision): boolean => isPast(p) && !isMoved(p)
export const fairClock = (p: Provision): Provision['clock'] => (isMoved(p) ? null : p.clock)
export const isUnknown = (p: Provision): boolean => p.ratings.every(r => r.rating.toLowerCase() === 'unknown')

/** What no new day of its own has followed; empty: nothing of the kind. */
export const extendedInWords = ({ extensions }: Provision, lang = 'en'): string => {
  const w = wordsOf(lang).agreement
  return extensions.length ? w.whole(extensions.map(e => w.by(e.months, e.on)).join(w.and)) : ''
}
export const became = (p: Provision, lang = 'en'): string => {
  const w = wordsOf(lang).agreement
  if (p.met) return w.kept(p.met.on)
  if (p.dropped) return w.dropped(p.dropped)
  if (isMoved(p)) return w.moved
  return p.clock ? standsIn(lang, p.clock) : w.noClock
}
