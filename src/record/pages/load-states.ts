import { figuresNaming, subjectsNaming } from '../../conduct/index.ts'
import { PUBLIC } from '../../kernel/access/reader.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Body, readFace, type WrittenFace } from '../../kernel/ledger/entry.ts'
import { board } from '../board.ts'
import { caseOf, type Shown } from '../case.ts'
import { findingsOn } from '../findings.ts'
import { isState } from '../names.ts'
import { naming, owedByStates, statesOnRecord } from '../states.ts'
import { facesBehind } from './drawing.ts'
import { grounded, standingIn } from './load.ts'
import type { StateView } from './state-page.tsx'
import type { StatesView } from './states-page.tsx'
import { type View, when } from './view.ts'

// What the pages of States need, asked as the public.

const FIGURES = 200
export const loadStates = async (db: Sql, v: View): Promise<StatesView> => {
  const q = when(v),
    states = (await statesOnRecord(db, q)).filter(isState),
    labels = new Set((await figuresNaming(db, undefined, q, 5_000)).map(p => String((JSON.parse(p.face) as WrittenFace).is['label'])))
  const counted = v.knownAt === undefined ? await owedByStates(db, q, states) : await countedAt(db, v, states)
  const { found } = await findingsOn(db, { ...q, limit: 1_000 })
  const findings = new Map<string, number>()
  for (const f of found) findings.set(f.debtor, (findings.get(f.debtor) ?? 0) + 1)
  return { states, byFiguresOnly: [...labels].filter(l => isState(l) && !states.includes(l)), counted, findings }
}
const countedAt = async (db: Sql, v: View, states: readonly string[]): Promise<StatesView['counted']> => {
  const all = []
  for (const debtor of states) {
    const { rows } = await board(db, PUBLIC, { ...when(v), debtor, limit: 1001 })
    for (const o of rows)
      all.push({
        debtor,
        stands: o.span.state,
        soft: o.binding === 'request' || o.binding === 'assumption',
        undated: o.span.due === 2_147_483_647,
        disputed: o.span.disputed,
        n: 1,
      })
  }
  return all
}

const CASES = 30
export const loadState = async (db: Sql, v: View, state: string): Promise<StateView | undefined> => {
  if (!isState(state)) return undefined
  const q = when(v)
  const figures = (await figuresNaming(db, state, q, FIGURES)).map(p => shownFigure(p.face, p.json))
  const subjects = await subjectsNaming(db, state, q, CASES + 1, naming())
  const cases = []
  for (const subject of subjects.slice(0, CASES)) {
    const c = await caseOf(db, subject, v.on, v.knownAt)
    const entries = c ? standingIn(c, v).entries : []
    if (entries.some(e => e.face.is['state'] === state)) cases.push({ subject, entries })
  }
  if (!cases.length && !figures.length) return undefined
  const un = await board(db, PUBLIC, { ...q, state, debtor: 'un', limit: 50 }),
    own = await board(db, PUBLIC, { ...q, debtor: state, limit: 50 })
  return {
    state,
    un: { rows: un.rows, more: un.next !== undefined },
    own: { rows: own.rows, more: own.next !== undefined },
    faces: await facesBehind(db, [...un.rows, ...own.rows]),
    cases,
    moreCases: subjects.length > CASES,
    figures,
    findings: await grounded(db, v, (await findingsOn(db, { ...when(v), state, limit: 100 })).found),
  }
}
const shownFigure = (text: string, json: string | null): Shown => {
  const written = JSON.parse(text) as WrittenFace
  return {
    face: readFace(0, written),
    written,
    body: json === null ? undefined : (JSON.parse(json) as Body),
    name: written.id,
    recordedAt: written.recordedAt,
    lag: 0,
    superseded: false,
  }
}
