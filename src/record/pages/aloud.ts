import type { Pattern } from '../../kernel/rules/face.ts'
import type { Duty, Finding, Standing } from '../../kernel/rules/rulebook.ts'
import { typeOf } from '../chapters.ts'
import { chapterWords } from './chapters.ts'
import { limitOf, officeOf } from './view.ts'

// Rules are data; here they are read aloud. Nothing is said that does not stand in the data: who, when, what, until when, what ends it.

/** What happened, in the chapter's own sentence, or as its type says it, with what the pattern asks of it. */
const happened = (p: Pattern): string => {
  const { happens, ofWhat } = chapterWords('en'),
    who = p.is['by'] ?? p.is['statedBy'],
    said = (who === undefined ? undefined : happens[`${p.type}/${who}`]) ?? happens[p.type]
  const rest = Object.entries(p.is).filter(([field]) => said === undefined || (field !== 'by' && field !== 'statedBy'))
  const first = said ?? lower((typeOf(p.type)?.type.says ?? p.type).split(/[.:;](\s|$)/)[0]!)
  return [first, ...rest.map(([, value]) => ofWhat[String(value)] ?? String(value))]
    .join(' ')
    .replace(/\bevery 1 (month|day)\b/, 'every $1')
}
const MUST: Readonly<Record<Duty['binding'], string>> = {
  treaty: 'must',
  resolution: 'must',
  'self-commitment': 'has promised to',
  request: 'is asked to',
  assumption: 'should, we assume,',
}
/** How firmly it is said that somebody owes: by the binding, and never more firmly than we are sure of the words. */
export const mustSaid = ({ binding, cites }: Pick<Duty, 'binding' | 'cites'>): string => {
  const must = MUST[cites.standing === 'ours' ? 'assumption' : binding]
  return cites.standing === 'remembered' ? `, as we remember and have not read, ${binding === 'assumption' ? 'should' : must}` : ` ${must}`
}

export interface Aloud {
  readonly text: string
  readonly limit: string
}
/** "When the UN informs a State of misconduct by members of a contingent, the State must say whether it will investigate", "within 10 working days". In English, the language of the rulebook. */
export const aloud = (d: Duty, named: ReadonlyMap<string, Duty>): Aloud => {
  const who = 'office' in d.owedBy ? `the ${officeOf('en', d.owedBy.office).replace(/^the /, '')}` : 'the State',
    when =
      'on' in d.arises
        ? `When ${happened(d.arises.on)}`
        : `When “${named.get(d.arises.whenOverdue)?.act ?? d.arises.whenOverdue}” is past its day`
  return { text: `${when}, ${who}${mustSaid(d)} ${d.act}`, limit: limitSaid(d) }
}
/** Until when: the same words on the page of the rulebook and on a terminal. */
export const limitSaid = (d: Duty): string => {
  const { within } = d,
    sure = typeof within === 'object' && within.standing !== d.cites.standing ? OF_LIMIT[within.standing] : undefined
  return `${limitIn(d)}${sure === undefined ? '' : ` (${sure})`}`
}
/** Where the limit is less sure than the words around it. */
const OF_LIMIT: Partial<Record<Standing, string>> = { ours: 'this limit is ours', remembered: 'this limit is remembered, not read' }
const limitIn = ({ within, every }: Duty): string => {
  if (within === 'without delay') return 'without delay'
  if ('until' in within) return 'by the day that is stated'
  const often = every ? `every ${every.n === 1 ? every.unit.replace(/s$/, '') : `${every.n} ${every.unit}`}` : undefined
  if (within.n === 0) return [often, limitOf('en', { within })].filter(Boolean).join(', ')
  return [`within ${limitOf('en', { within })}`, often].filter(Boolean).join(', ')
}
/** What ends it: each act, and by whom. */
export const metBy = (d: Duty): string[] => [...new Set(d.metBy.map(p => happened(p)))]
/** On what a finding rests, cause by cause. */
export const rests = (f: Finding, named: ReadonlyMap<string, Duty>): string[] =>
  f.anyOf.map(c =>
    'overdue' in c
      ? `“${named.get(c.overdue)?.act ?? c.overdue}” is overdue, and its start is not disputed`
      : `${happened(c.stated)}, until an answer or an inquiry is on this record`,
  )
const lower = (text: string): string => (/^(UN|OIOS)\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
export const owesState = (d: Duty): boolean => 'field' in d.owedBy
