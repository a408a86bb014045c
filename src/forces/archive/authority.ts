import { AS_PUBLISHED, asPublished, citedInWords, isNoAnswer } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt } from '../../kernel/columns.ts'
import { toIso } from '../../kernel/day.ts'
import { byText } from '../../kernel/order.ts'
import { ceilingsTold } from '../ceilings.ts'
import { isTableNotHeld, type TableNotHeld, tableNotHeld } from './not-held.ts'
import { tablesOf } from './pages/words.ts'
import { type Ceiling, limitOn, TEXTS, type Texts, type ToldLimit, textsOf, toldInWords, toldSince } from './texts.ts'

/** One number of one paragraph, as the text gives it. */
const rowOf = (c: Ceiling & { readonly mission: string }, inForce: boolean, told: ToldLimit | null, { until }: Texts) => ({
  mission: c.mission,
  symbol: c.symbol,
  adopted: toIso(c.adopted),
  paragraph: c.paragraph,
  kind: c.kind,
  of: c.of,
  who: c.who,
  count: c.count,
  /** One number for several kinds of personnel: how many of each the text does not say. */
  joint: c.joint === true,
  /** Of the number before it: "including". */
  partOf: c.part,
  temporary: c.temporary,
  quote: c.quote,
  /** What the texts on this record set last for this side, by the day. */
  inForce,
  /** What an entry of this record has set for this side since, by the day. */
  told,
  /** The last day on which a text of this record was adopted: what came later cannot be told. */
  textsUntil: toIso(until),
  cites: c.cites,
})
export type AuthorityRow = ReturnType<typeof rowOf>
export type AuthorityAnswer = AuthorityRow | TableNotHeld

const MOST = 1_000
export const authority: Question<AuthorityAnswer> = {
  name: 'authority',
  says: 'Authorised strength by the texts of resolutions: the paragraph and its words, and what was set last by the day.',
  columns: {
    mission: '#org+mission',
    symbol: '#meta+text+id',
    adopted: '#date+start',
    paragraph: '#meta+text+paragraph',
    kind: '#meta+type',
    of: '#capacity+of',
    who: '#capacity+name',
    count: '#capacity+authorised+num',
    joint: '#meta+joint',
    partOf: '#meta+part',
    temporary: '#meta+temporary',
    quote: '#description',
    inForce: '#status',
    told: '#capacity+authorised+told',
    textsUntil: '#date+texts_until',
    dataset: '#meta+dataset+id',
    says: '#description+none',
    ...citesAt(),
  },
  tables: [TEXTS],
  options: { mission: { value: 'MINUSCA', says: 'of one mission' }, ...AS_PUBLISHED },
  nothing: 'No such number is on this record. peaceops archive add unsc-texts FOLDER puts texts of resolutions there.',
  rows: async (db, { on, options }) => {
    const { mission } = options
    const texts = await textsOf(db, asPublished(options)(TEXTS))
    if (isNoAnswer(texts)) return [tableNotHeld(TEXTS, texts)]
    const told = Map.groupBy(await ceilingsTold(db, on, mission), t => t.mission)
    const rows = texts.ceilings.flatMap(c => {
      if (c.mission === undefined || c.adopted > on || (mission === undefined ? !c.whole : c.mission !== mission)) return []
      const { mission: its, of } = c
      const last = c.whole && of !== 'uniformed' ? limitOn(texts, its, of, on) : []
      const set = last.some(l => l.symbol === c.symbol && l.count === c.count)
      const since = set && of !== 'uniformed' ? toldSince(told.get(its) ?? [], of, last, on) : null
      return [rowOf({ ...c, mission: its }, set && !since, since, texts)]
    })
    return rows
      .filter(r => mission !== undefined || r.inForce || r.told)
      .sort((a, b) => byText(a.mission, b.mission))
      .slice(0, MOST)
  },
  line: r => {
    const said = tablesOf('en').authority
    if (isTableNotHeld(r)) return r.says
    return `${r.inForce ? '* ' : '  '}${r.mission}  ${r.symbol}, ${r.paragraph}  ${r.adopted}  ${r.partOf ? said.including : said.kinds[r.kind]} ${r.count.toLocaleString('en-US')} ${r.who}${r.joint ? ' together' : ''}${r.temporary ? ', for a time' : ''}${r.told ? ` (since then ${r.told.count.toLocaleString('en-US')}, ${toldInWords(r.told)})` : ''}: "${r.quote}"  [${citedInWords(r.cites)}]`
  },
}
