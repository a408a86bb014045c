import { subjectsNaming } from '../../conduct/index.ts'
import { PUBLIC } from '../../kernel/access/reader.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { SUBJECT } from '../../kernel/ledger/entry.ts'
import { board } from '../board.ts'
import { casesLike } from '../meant.ts'
import { isState } from '../names.ts'
import { naming, statesOnRecord } from '../states.ts'
import { loadCase } from './load.ts'
import { MOST, replyingIn } from './reply.tsx'
import type { ReplyView } from './reply-page.tsx'
import { speakerLike, speakersMeant } from './speakers.ts'
import { type View, when } from './view.ts'

const CASES = 50
/** Who answers where: what was written is understood as far as it can be, and what may be chosen stands beside it. */
export const loadReply = async (db: Sql, v: View, asked: ReplyView['asked']): Promise<ReplyView> => {
  const meant = asked.debtor === undefined ? [] : speakersMeant(v.lang, asked.debtor),
    one = meant.length > MOST ? [] : meant,
    nobody = asked.debtor !== undefined && !meant.length
  const states = (await statesOnRecord(db, when(v))).filter(isState),
    cases = new Set<string>()
  for (const debtor of meant) {
    const { rows } = await board(db, PUBLIC, { ...when(v), debtor, limit: CASES + 1 })
    for (const o of rows) cases.add(o.span.subject)
    if (isState(debtor)) for (const subject of await subjectsNaming(db, debtor, when(v), CASES + 1, naming())) cases.add(subject)
  }
  const view = {
    asked,
    states,
    cases: [...cases].sort().slice(0, CASES),
    moreCases: cases.size > CASES,
    ...(nobody ? { nobody: { like: speakerLike(v.lang, asked.debtor!) } } : {}),
    several: meant.length > MOST ? meant : [],
  }
  if (asked.subject === undefined) return { ...view, of: { debtors: one } }
  const found = SUBJECT.test(asked.subject) ? await loadCase(db, v, asked.subject) : undefined
  if (!found) return { ...view, of: { debtors: one }, noCase: { like: await casesLike(db, asked.subject) } }
  const of = replyingIn(found.found, found.entries)
  return { ...view, of: meant.length ? { ...of, debtors: one } : of }
}
