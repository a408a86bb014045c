import { CompiledQuery } from 'kysely'
import { MISSIONS, missionNamed, type Named, officeNamed, SNAPSHOT, stateNamed } from '../archive/index.ts'
import type { Asked, Question } from '../kernel/chapter.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { day } from '../kernel/day.ts'
import { lawOf } from './law.ts'
import { isState, nameOf, OFFICES, STATES } from './names.ts'
import { near, nearest } from './spelling.ts'

// What somebody meant who asked for a State, an office, a mission or a case: in one way at every door. What is understood comes through the
// lists of names, each spelling with its source; what is only like a name is never taken for it, and stands in the remedy.

/** What is asked for, by its code; `as`: what was understood, where it was written otherwise. Or why there is none. */
export type Meant = { readonly code: string; readonly as?: string } | { readonly says: string }

const understood = (text: string, code: string, name: string): Meant => (text === code ? { code } : { code, as: `${name} (${code})` })
const listed = (text: string, n: Named): Meant | undefined => {
  if (n.is === 'unknown') return undefined
  if (n.is !== 'another') return understood(text, n.code, n.name)
  if (n.code !== undefined) return understood(text, n.code, `${n.name}, ${n.kind}`)
  const parts = n.of?.length ? `: ask for ${n.of.join(' or ')}` : ''
  return { says: `${n.name} is another kind of thing (${n.kind}${n.says ? `; ${n.says}` : ''})${parts}` }
}

export const stateMeant = (text: string): Meant => {
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(code) && isState(code)) return understood(text, code, nameOf(code))
  return (
    listed(text, stateNamed(text)) ?? {
      says: `no State is known by this name${nearest(text, STATE_NAMES)}, wanted is its name or its ISO 3166-1 code, such as GAB`,
    }
  )
}
const STATE_NAMES = Object.values(STATES).map(([, name]) => name)

/** Several, with commas. */
export const statesMeant = (text: string): Meant => {
  const each = text
    .split(',')
    .filter(s => s.trim())
    .map(stateMeant)
  const odd = each.find(m => 'says' in m)
  return odd ?? understood(text, each.map(m => ('code' in m ? m.code : '')).join(','), each.map(m => ('as' in m ? m.as : '')).join(', '))
}
/** Houses with offices: who names one means all of them. */
const HOUSES: Readonly<Record<string, string>> = { un: 'United Nations', au: 'African Union' }
/** A State, an office, or a house: `un`, all of the United Nations; `au`, all of the African Union. */
export const debtorMeant = (text: string): Meant => {
  const small = text.trim().toLowerCase().replace(/^the /, '')
  const house = Object.entries(HOUSES).find(([code, name]) => small === code || small === name.toLowerCase())
  if (house) return understood(text, house[0], `all of the ${house[1]}`)
  if (Object.hasOwn(OFFICES, small)) return understood(text, small, nameOf(small))
  const office = listed(text, officeNamed(text))
  const state = office ?? stateMeant(text)
  if ('code' in state) return state
  const codes = Object.keys(OFFICES)
  return {
    says: `neither a State (GAB) nor an office (${codes.join(', ')}), nor un (all of the United Nations) or au (all of the African Union)${nearest(text, [...codes, ...STATE_NAMES])}`,
  }
}
/** A mission that no list knows may stand on this record: it is asked for as it is written. */
export const missionMeant = (text: string): Meant => listed(text, missionNamed(text)) ?? { code: text }

/** Nothing was found of this mission. Is it one? A sentence, where neither a list nor the board of this reader knows it. */
export const noMission = async (db: Sql, mission: string | undefined): Promise<string | undefined> => {
  if (mission === undefined || MISSIONS.has(mission)) return undefined
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(
      `select from unnest('{0,1,2,3}'::smallint[]) m(marking) cross join lateral (
         select from obligation o where o.ledger = 1 and o.marking = m.marking and o.mission = $1 limit 1) o limit 1`,
      [mission],
    ),
  )
  if (rows.length) return undefined
  return `no mission is known by this name${nearest(mission, [...MISSIONS.keys()])}, wanted is its acronym, such as MINUSCA`
}

/** A duty of no rulebook ever adopted would find nothing, which looks like good news. */
export const noDuty = async (db: Sql, duty: string | undefined): Promise<string | undefined> => {
  if (duty === undefined) return undefined
  const known = (await lawOf(db)).adopted.flatMap(a => a.book.duties.map(d => d.duty))
  return known.includes(duty) ? undefined : `no rulebook has this duty${nearest(duty, known)}, peaceops rulebook lists them`
}

/** A case of this name that this reader may see, however its capitals are written, or else the one that is most like it. */
export const caseMeant = async (db: Sql, text: string): Promise<{ readonly subject?: string; readonly like?: string }> => {
  const subjects = await casesFrom(db, text)
  const subject = subjects.find(s => s.toLowerCase() === text.toLowerCase())
  const like = near(text, subjects) ?? (text.length > 3 ? subjects.find(s => s.toLowerCase().startsWith(text.toLowerCase())) : undefined)
  return subject !== undefined ? { subject } : like !== undefined ? { like } : {}
}
/** Cases whose names begin most like this, the most alike first: at most so many. */
export const casesLike = async (db: Sql, text: string, most = 6): Promise<readonly string[]> => {
  const subjects = await casesFrom(db, text),
    like = near(text, subjects)
  const alike = (s: string): number => {
    const at = [...s.toLowerCase()].findIndex((letter, i) => letter !== text[i]?.toLowerCase())
    return s === like ? Number.POSITIVE_INFINITY : at < 0 ? s.length : at
  }
  return subjects.toSorted((a, b) => alike(b) - alike(a)).slice(0, most)
}
/** Names of cases that this reader may see and that begin with the same three letters. */
const casesFrom = async (db: Sql, text: string): Promise<readonly string[]> => {
  const begins = [...new Set([text, text.toUpperCase(), text.toLowerCase()].map(t => t.slice(0, 3)))]
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(
      `select c.subject from unnest('{0,1,2,3}'::smallint[]) m(marking) cross join unnest($1::text[]) b(begins) cross join lateral (
         select subject from entry where ledger = 1 and marking = m.marking and nth = 1 and subject >= b.begins and subject < b.begins || '~' order by subject limit 500) c`,
      [begins],
    ),
  )
  return rows.map(r => r.subject)
}

/** The rows of an answer; a thing that was named in other capitals is looked for under the name that it has. */
export const answered = async (db: Sql, question: Question, asked: Asked): Promise<readonly object[]> => {
  const rows = await question.rows(db, asked)
  if (asked.word === undefined || !tellsOfNothing(rows)) return rows
  const { subject } = await caseMeant(db, asked.word)
  return subject === undefined || subject === asked.word ? rows : question.rows(db, { ...asked, word: subject })
}

/**
 * A question about one thing came to nothing. Is there such a thing? What it says of itself where it says anything, and the names that are most
 * like it; `undefined`: there is, and nothing is told of it on that day.
 */
export const noThing = async (
  db: Sql,
  question: Question,
  asked: Asked,
  rows: readonly object[],
): Promise<{ readonly says: string; readonly like: readonly string[] } | undefined> => {
  const { word } = asked
  if (word === undefined || !tellsOfNothing(rows)) return undefined
  const said = rows.flatMap(r => ('says' in r && typeof r.says === 'string' ? [r.says] : []))[0]
  if (question.near) return { says: said ?? `${word.slice(0, 80)} is not on this record.`, like: await question.near(db, word, asked) }
  const { subject, like } = await caseMeant(db, word)
  return subject === undefined
    ? { says: `${word.slice(0, 80)} is not on this record, or not for this reader.`, like: like === undefined ? [] : [like] }
    : undefined
}

const dayMeant = (text: string): Meant => {
  try {
    day(text)
    return { code: text }
  } catch {
    return { says: 'a day of the calendar is wanted, as 2021-09-15' }
  }
}
const snapshotMeant = (text: string): Meant =>
  SNAPSHOT.test(text) ? { code: text } : { says: 'wanted is the name of a table and the number of its snapshot, such as ipi-gender:1' }
/** Why a question cannot be asked of that snapshot, or nothing. */
export const noSuchTable = ({ tables = [] }: Pick<Question, 'tables'>, options: Asked['options']): string | undefined => {
  const [, dataset] = SNAPSHOT.exec(options['snapshot'] ?? '') ?? []
  return dataset === undefined || tables.includes(dataset) ? undefined : `this question asks ${tables.join(', ')}, not ${dataset}`
}

const OF: Readonly<Record<string, (text: string) => Meant>> = {
  state: stateMeant,
  host: stateMeant,
  states: statesMeant,
  debtor: debtorMeant,
  mission: missionMeant,
  'as-published': dayMeant,
  snapshot: snapshotMeant,
}
/** What an option of this name is asked with: one that names no State, office or mission is taken as it is written. */
export const meant = (option: string, text: string): Meant => (Object.hasOwn(OF, option) ? OF[option]!(text) : { code: text })

const NOTHING = ['none', 'not on this record']
/** Do these rows tell of anything? A row that says why there is none does not. */
export const tellsOfNothing = (rows: readonly object[]): boolean =>
  rows.every(r => NOTHING.includes(String(('is' in r && r.is) || ('kind' in r && r.kind))))
