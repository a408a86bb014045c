import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import type { Lang } from './messages.ts'

/** The answer to one question of a chapter, as its page gets it. */
export interface Answered<Row = object> {
  readonly lang: Lang
  readonly on: Day
  readonly asked: { readonly word?: string; readonly options: Readonly<{ [option: string]: string }> }
  readonly rows: readonly Row[]
  /** The name of a State or an office, in the language of the reader; the code itself where this house knows none. */
  nameOf(code: string): string
  /** What a duty asks, in the language of the reader; the rulebook’s own English where nobody has said it otherwise. */
  actOf(duty: string, act: string): string
  /** Another page of ours, read on the same day and in the same language. */
  to(href: string, query?: Readonly<Record<string, string | undefined>>): string
}
/** The page of one question: what it is called, and what stands on it. The house puts the head, the traveller and the foot around it. */
export interface QuestionPage<Row = object> {
  title(a: Answered<Row>): string
  lede?(a: Answered<Row>): string
  Content(a: Answered<Row>): Child
}
