import type { Day } from '../../kernel/day.ts'
import type { Entry } from '../../kernel/ledger/entry.ts'
import { dayInWords } from '../../paper/dates.tsx'
import { ofTheCase } from './accounts.ts'
import { answered, asked, statesOf, type Told } from './title.ts'
import { whenOf, wordsFor } from './words.ts'

/** One obligation with a date, as a lede says it. */
export interface Dated {
  readonly act: string
  readonly debtor: string
  readonly due: Day
  readonly binding: string
  readonly open: boolean
  readonly words: string
}
/** What is asked for is not owed, and what we assume is neither. */
const SAYS: Readonly<Record<string, 'asks' | 'assumed'>> = { request: 'asks', assumption: 'assumed' }
const FIRM = new Set(['treaty', 'resolution'])

/** At most three sentences: what was owed by when and what became of it; what was decided; or why no clock runs. Only what the record proves. */
export const ledeOf = (of: Told, dated: readonly Dated[], anyObligation: boolean): string => {
  const t = { ...of, entries: ofTheCase(of.entries) },
    w = wordsFor(t.lang),
    states = statesOf(t.entries)
  if (!t.entries.length) return ''
  if (t.entries.every(e => e.face.type === 'FigureReported'))
    return t.entries.every(e => e.written.chapter === 'conduct') ? w.countedByReport : ''
  const sentences: string[] = [],
    ours = t.entries.some(e => e.written.chapter === 'conduct' && e.face.is['mission'] !== undefined)
  if (ours && states.length > 1)
    sentences.push(
      w.byAlphabet(
        states
          .map(t.nameOf)
          .sort((a, b) => a.localeCompare(b, t.lang))
          .join(w.comma),
      ),
    )
  const theirs = dated
    .filter(d => !ours || !d.debtor.includes('.'))
    .sort((a, b) => Number(FIRM.has(b.binding)) - Number(FIRM.has(a.binding)) || a.due - b.due)
  for (const d of theirs.slice(0, 2)) {
    const say = w[SAYS[d.binding] ?? 'owed'][d.open ? 'is' : 'was']
    sentences.push(say(t.nameOf(d.debtor), d.act, dayInWords(t.lang, d.due, 'long'), lower(t.lang, d.words)))
  }
  const decision = t.entries.find(e => e.face.type === 'DecisionTaken'),
    what = w.decision[String(decision?.face.is['decision'])]
  const told = t.entries.some(e => asked(e) || answered(e) || e.face.type === 'NoResponseReported') // else the title says it already
  if (decision && what && told) sentences.push(w.decisionOf(what, whenOf(t.lang, decision)))
  if (ours && (!anyObligation || sentences.length === 0)) sentences.push(...whyNone(t, states))
  return sentences.slice(0, 3).join(' ')
}
const whyNone = (t: Told, states: readonly string[]): string[] => {
  const w = wordsFor(t.lang),
    categories = new Set(t.entries.map((e: Entry) => e.face.is['category']).filter(c => c !== undefined))
  const only = (...names: string[]): boolean => categories.size > 0 && [...categories].every(c => names.includes(String(c)))
  if (only('other-force')) return [w.otherForce]
  if (only('formed-police', 'expert', 'civilian')) return [w.police]
  return [...(states.length ? [] : [w.noState]), ...(t.entries.some(e => e.face.type === 'MemberStateNotified') ? [] : [w.noNotice])]
}
const lower = (lang: string, text: string): string => text.charAt(0).toLocaleLowerCase(lang) + text.slice(1)
