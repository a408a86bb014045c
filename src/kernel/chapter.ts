import type { Columns } from './columns.ts'
import type { Sql } from './database/pools.ts'
import type { Day } from './day.ts'
import type { Draft } from './ledger/draft.ts'
import type { EntryTypes } from './ledger/entry-type.ts'
import type { Refusal } from './ledger/refusal.ts'
import type { Law } from './ledger/subject.ts'
import type { Face } from './rules/face.ts'
import type { Duty, Finding, FirstHolder } from './rules/rulebook.ts'

/** What a chapter hands to the house. Its truth is entries; it writes no tables of its own. */
export interface Chapter {
  readonly name: string
  readonly title: string
  readonly entries: EntryTypes
  readonly duties: readonly Duty[]
  readonly findings: readonly Finding[]
  readonly firstHolders: readonly FirstHolder[]
  /** The command door: an office acts today. Strict: what cannot follow is refused. `law`: the books in force, for whoever has to count days. */
  readonly decide: (before: readonly Face[], draft: Draft, today: Day, law?: Law) => Refusal | undefined
  /** What can be asked of this chapter alone: on the command line, in the API, and on a page each. */
  readonly questions?: readonly Question[]
  /** The other door lets nearly everything in; what is implausible is said on the page. */
  readonly doubts: (faces: readonly Face[]) => readonly Doubt[]
}
/** Something that this record tells and that is hard to believe as it stands. Never a reason to refuse testimony. */
export interface Doubt {
  readonly entry: string
  readonly says: string
}

/** One question of a chapter. Declared once, it is a command (`peaceops forces pledges`), a route (`/api/v1/forces/pledges`) and a page (`/forces/pledges`). */
export interface Question<Row extends object = object> {
  readonly name: string
  readonly says: string
  /** What may be asked besides the day: name of the option, what its value is called, what it means. */
  readonly options: Readonly<{ [option: string]: { readonly value: string; readonly says: string } }>
  /** Its rows as a flat table: the fields, and the tag of each. */
  readonly columns: Columns
  /** The published tables that it asks, by their names: those may be asked for as they stood then. */
  readonly tables?: readonly string[]
  /** A question about one thing: what the word is called that names it. */
  readonly word?: string
  /** Names like this word that it can answer, for the remedy where the word names nothing; left out: the word is a case. */
  near?(db: Sql, word: string, asked: Pick<Asked, 'options'>): Promise<readonly string[]>
  /** The answer as rows, as the reader whose connection it is. Bounded: at most `most` rows. */
  rows(db: Sql, asked: Asked): Promise<readonly Row[]>
  /** One row as a line on a terminal. */
  line(row: Row): string
  /** Where no row comes: what puts it on the record. */
  readonly nothing?: string
}
export interface Asked {
  readonly on: Day
  /** Nobody named a day: it is today. */
  readonly byDefault?: boolean
  readonly word?: string
  readonly options: Readonly<{ [option: string]: string }>
}
