import { type Day, toIso } from '../../kernel/day.ts'
import { type Entry, edtfOf } from '../../kernel/ledger/entry.ts'
import type { Scalar } from '../../kernel/rules/face.ts'
import type { CaseTold } from '../../paper/case-title.ts'
import { dayInWords, edtfInWords } from '../../paper/dates.tsx'
import { ofTheCase } from './accounts.ts'
import { bornOn, whenOf, wordsFor } from './words.ts'

export type Told = CaseTold
type Is = (e: Entry) => boolean
const of = (types: readonly string[], is: Readonly<Record<string, readonly Scalar[]>> = {}): Is => {
  const wanted = new Set(types)
  return e => wanted.has(e.face.type) && Object.entries(is).every(([field, values]) => values.includes(e.face.is[field] ?? ''))
}
const THE_STATES_OWN = ['state', 'joint']
export const asked = of(['MemberStateNotified', 'InvestigatorRequested', 'InvestigationRequested', 'ClaimSentToState'])
const namedOrOpened = of(['InvestigatorNamed', 'InvestigationOpened'], { by: THE_STATES_OWN })
const replied = of(['MemberStateResponded', 'ClaimAnswered'])
/** Only the State's own act answers: an inquiry of OIOS does not, and a press story does not. */
export const answered: Is = e => replied(e) || namedOrOpened(e)
const unSaidNone = of(['NoResponseReported'], { statedBy: ['un'] })
const outcome = of(['OutcomeReported'])

/** A title that both sides accept: what was asked, what was answered, what is not on this record. */
export const titleOf = (of: Told): string => {
  const t = { ...of, entries: ofTheCase(of.entries) },
    w = wordsFor(t.lang)
  if (!t.entries.length) return w.nothingYet
  const states = statesOf(t.entries)
  const text = states.length > 1 ? ofMany(t, states) : (ofPublished(t) ?? ofOne(t))
  return text.charAt(0).toLocaleUpperCase(t.lang) + text.slice(1)
}
export const statesOf = (entries: readonly Entry[]): readonly string[] =>
  [...new Set(entries.flatMap(e => (typeof e.face.is['state'] === 'string' ? [e.face.is['state']] : [])))].sort()

// ---- one State, or none named ---------------------------------------------------------------------------------------

const ofOne = (t: Told): string => {
  const w = wordsFor(t.lang),
    at = (e: Entry): string => whenOf(t.lang, e),
    first = (is: Is): Entry | undefined => t.entries.find(is)
  const [request, silence, ended] = [first(asked), first(unSaidNone), first(outcome)]
  const answers = distinctDays(t.entries.filter(request ? answered : replied)) // where nothing was asked, a naming is a naming and no answer
  const clauses: string[] = []
  if (request) clauses.push(w.asked(at(request)))
  if (answers.length) clauses.push(w.answered(daysOf(t.lang, answers, request)))
  else if (request && !silence) clauses.push(t.open.some(o => o.debtor === request.face.is['state']) ? w.noAnswerYet : w.noAnswer)
  if (silence && !answers.length) clauses.push(w.unSaidNone(at(silence)))
  const spoken = clauses.length > 0
  const happened = happenings(t, spoken).flatMap(([is, say]) => {
    const e = first(is)
    return e ? [{ on: bornOn(e), said: say(e) }] : []
  })
  const told = [...new Map(happened.map(h => [h.said, h])).values()].slice(0, 3 - clauses.length).sort((a, b) => a.on - b.on)
  clauses.push(...told.map(h => h.said))
  if (ended) clauses.push(w.outcome(at(ended)))
  if (!clauses.length) return ofReport(t)
  return joined(t.lang, clauses, tail(t, ended, request), request !== undefined && answers.length > 0)
}
const asks = (t: Told): boolean => t.entries.some(asked)
/** In the order of weight. What is merely said of a case (a press status) is no happening. */
const happenings = (t: Told, spoken: boolean): readonly (readonly [Is, (e: Entry) => string])[] => {
  const w = wordsFor(t.lang),
    at = (e: Entry): string => whenOf(t.lang, e),
    word = (list: Record<string, string>, e: Entry, field: string): string => list[String(e.face.is[field])] ?? ''
  return [
    [of(['NoticeDisputed']), e => w.disputed(at(e))],
    [of(['ProceedingsConcluded']), e => w.trialEnded(word(w.forum, e, 'forum'), at(e))],
    ...(asks(t)
      ? []
      : ([
          [of(['InvestigatorNamed'], { by: THE_STATES_OWN }), (e: Entry) => w.named(at(e))],
          [of(['InvestigationOpened'], { by: THE_STATES_OWN }), (e: Entry) => w.opened(at(e))],
        ] as const)),
    [of(['ReferredForAccountability']), e => w.referred(at(e))],
    [of(['InvestigationConcluded']), e => w.concluded(at(e))],
    ...(spoken
      ? []
      : ([
          [of(['DecisionTaken']), (e: Entry) => w.decided(word(w.decision, e, 'decision'), at(e))],
          [of(['StateWithdrewUnit']), (e: Entry) => w.withdrew(at(e))],
          [of(['UnitRepatriated', 'UnitMembersRepatriated']), (e: Entry) => w.wentHome(at(e))],
          [of(['ProceedingsOpened']), (e: Entry) => w.trial(word(w.forum, e, 'forum'), at(e))],
          [of(['InterimActionTaken']), (e: Entry) => w.meanwhile(word(w.action, e, 'action'), at(e))],
          [of(['InvestigationOpened']), (e: Entry) => w.opened(at(e))],
        ] as const)),
  ]
}
const tail = (t: Told, ended: Entry | undefined, request: Entry | undefined): string | undefined => {
  const w = wordsFor(t.lang)
  if (ended || t.entries.some(of(['ProceedingsConcluded']))) return undefined
  const next = t.open.filter(o => !o.debtor.includes('.')).sort((a, b) => a.due - b.due)[0]
  if (next) return w.nextDate(dayInWords(t.lang, next.due, 'long'))
  return request && !t.entries.some(answered) ? undefined : w.noOutcome
}
/** Where nothing of a case of conduct is told: the first and the last thing that was, by the heading of its chapter. */
const ofReport = (t: Told): string => {
  const w = wordsFor(t.lang),
    report = t.entries.find(of(['ReportReceived']))
  if (report) return joined(t.lang, [w.reported(whenOf(t.lang, report))], w.noOutcome)
  const said = (e: Entry): string => `${lower(t.lang, t.heading(e.face.type))} ${whenOf(t.lang, e)}`,
    [first, last] = [t.entries[0]!, t.entries.at(-1)!],
    next = [...t.open].sort((x, y) => x.due - y.due)[0]
  return [...new Set([said(first), said(last)]), ...(next ? [w.nextDate(dayInWords(t.lang, next.due, 'long'))] : [])].join(w.semicolon)
}
const lower = (lang: string, text: string): string => text.charAt(0).toLocaleLowerCase(lang) + text.slice(1)
const joined = (lang: string, clauses: readonly string[], last: string | undefined, answered = false): string => {
  const w = wordsFor(lang),
    [a, b, ...rest] = clauses
  return [b === undefined ? a : `${a}${answered ? w.comma : w.semicolon}${b}`, ...rest, last].filter(x => x !== undefined).join(w.semicolon)
}

const distinctDays = (entries: readonly Entry[]): Entry[] => [...new Map(entries.map(e => [edtfOf(e.written), e])).values()]
/** "on the 15th and the 19th" where the month was just said; else the days in full, the month said once. */
const daysOf = (lang: string, answers: readonly Entry[], request: Entry | undefined): string => {
  const w = wordsFor(lang),
    texts = answers.map(a => edtfOf(a.written)),
    month = texts[0]!.slice(0, 7)
  if (!texts.every(x => x.length === 10 && x.startsWith(month))) return answers.map(a => whenOf(lang, a)).join(w.and)
  const numbers = texts.map(x => Number(x.slice(8)))
  const short = request && edtfOf(request.written).length === 10 && edtfOf(request.written).startsWith(month)
  const ordinals = short ? numbers.map(n => w.ordinal(n)) : []
  if (ordinals.length && ordinals.every(o => o !== undefined)) return w.onOrdinals(ordinals.join(w.and))
  const last = edtfInWords(lang, texts.at(-1)!, 'long')
  return w.at([...numbers.slice(0, -1), last].join(w.and), 'day')
}

// ---- several States: numbers, never a list in a title -----------------------------------------------------------------

const ofMany = (t: Told, states: readonly string[]): string => {
  const w = wordsFor(t.lang),
    where = (is: Is): Set<unknown> => new Set(t.entries.filter(is).map(e => e.face.is['state']))
  const [did, none] = [where(answered), where(unSaidNone)]
  const said = t.entries.find(unSaidNone)
  const silent = [...where(asked)].filter(s => !did.has(s) && !none.has(s))
  const unanswered = [...none].filter(s => !did.has(s)).length
  const parts = [
    ...(did.size ? [w.someAnswered(did.size)] : []),
    ...(said && unanswered ? [w.someNone(unanswered, whenOf(t.lang, said))] : []),
    ...(silent.length ? [w.someSilent(silent.length)] : []),
  ]
  if (!parts.length) return ofOne(t)
  const concerned = new Set([...did, ...none, ...silent]).size // of whom nothing was asked is not counted among those who answered or did not
  if (states.length > concerned) parts.push(w.someNamed(states.length - concerned))
  return w.ofStates(w.states(concerned), parts.join(w.semicolon))
}

// ---- what is no case: a figure, a text, a system ----------------------------------------------------------------------

const ofPublished = (t: Told): string | undefined => {
  const w = wordsFor(t.lang),
    e = t.entries.find(x => x.face.is['mission'] === undefined && x.face.type !== 'FigureReported') ?? t.entries[0]!
  switch (e.face.type) {
    case 'FigureReported':
      return w.figures([...new Set(t.entries.map(x => String(x.face.is['period'])))].slice(0, 3).join(w.comma))
    case 'InstrumentAdopted':
      return w.adopted(String(e.face.is['symbol'] ?? e.face.subject), whenOf(t.lang, e))
    case 'SystemLaunched':
      return w.launched(whenOf(t.lang, e))
    case 'OfficeCreated':
      return typeof e.face.is['office'] === 'string'
        ? `${t.nameOf(e.face.is['office'])}${w.comma}${whenOf(t.lang, e)}`
        : w.created(whenOf(t.lang, e))
    case 'OversightReported':
      return e.face.is['mission'] === undefined ? w.oversight(whenOf(t.lang, e)) : undefined
    default:
      return undefined
  }
}

/** Days on which something changed, for the ruler. A day that is still to come says its date and not what happens on it. */
export interface Change {
  readonly day: Day
  readonly label: string
}
export const changesOf = (lang: string, entries: readonly Entry[], on: Day, verb: (type: string) => string | undefined): Change[] => {
  const days = new Map<Day, string>()
  for (const e of [...entries].sort((a, b) => bornOn(a) - bornOn(b))) {
    const day = bornOn(e)
    if (!days.has(day)) days.set(day, day > on ? dayInWords(lang, day, 'tick') : (verb(e.face.type) ?? toIso(day)))
  }
  const all = [...days].map(([day, label]) => ({ day, label }))
  return all.length > 8 ? [...all.slice(0, 4), ...all.slice(-4)] : all
}
