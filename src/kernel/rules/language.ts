import type { Pattern, Scalar } from './face.ts'
import type { Binding, Cause, Cite, Duty, Every, Field, Finding, Limit, Standing, Until } from './rulebook.ts'

// The words with which a chapter writes its rules. They make data and nothing else.

export type Entries = Record<string, Record<string, Scalar>>
/** Misspell a type, a field or a value, and the compiler refuses. */
export const language = <E extends Entries>() => ({
  on: <T extends keyof E & string>(type: T, is: Partial<E[T]> = {}): Pattern => ({ type, is: is as Pattern['is'] }),
  the: <F extends { [T in keyof E]: keyof E[T] }[keyof E] & string>(field: F): { readonly field: F } => ({ field }),
})

export const workingDays = (n: number, standing: Standing): Limit => ({ n, unit: 'working days', standing })
export const days = (n: number, standing: Standing): Limit => ({ n, unit: 'days', standing })
export const months = (n: number, standing: Standing): Limit => ({ n, unit: 'months', standing })
export const by = (last: Field, standing: Standing): Until => ({ until: last.field, standing })
export const withoutDelay = 'without delay'

type Grid = Omit<Every, 'n' | 'unit' | 'starting'> & { readonly starting?: Field }
const every =
  (unit: Every['unit']) =>
  (n: number, { starting, ...grid }: Grid): Every => ({ n, unit, ...grid, ...(starting ? { starting: starting.field } : {}) })
export const everyMonths = every('months'),
  everyDays = every('days')

export const office = (office: string) => ({ office })
export const whenOverdue = (d: Duty) => ({ whenOverdue: d.duty })

const cite =
  (standing: Standing) =>
  (instrument: string, at?: string, rule?: string): Cite => ({ instrument, standing, ...(at ? { at } : {}), ...(rule ? { rule } : {}) })
export const seen = cite('seen'),
  secondHand = cite('second-hand'),
  remembered = cite('remembered'),
  ours = cite('ours')

type OneOrMore<T> = T | readonly T[]
const list = <T>(x: OneOrMore<T>): readonly T[] => (Array.isArray(x) ? x : [x as T])

interface Draft<B extends Binding>
  extends Omit<Duty, 'duty' | 'arises' | 'metBy' | 'notBefore' | 'endedBy' | 'silenceStatedBy' | 'calendars' | 'binding'> {
  readonly binding: B
  readonly arises: Pattern | { readonly whenOverdue: string }
  readonly metBy: OneOrMore<Pattern>
  readonly notBefore?: Field
  readonly endedBy?: OneOrMore<Pattern>
  readonly silenceStatedBy?: OneOrMore<Pattern>
  readonly calendars?: Duty['calendars']
}
/** Without a word about calendars: UN Headquarters, and the debtor's own capital where it has one. */
export const duty = <B extends Binding>(name: string, d: Draft<B>): Duty & { readonly binding: B } => {
  const { notBefore, endedBy, silenceStatedBy, ...rest } = d
  return {
    duty: name,
    calendars: 'field' in d.owedBy ? ['UNHQ', d.owedBy] : ['UNHQ'],
    ...rest,
    arises: 'type' in d.arises ? { on: d.arises } : d.arises,
    metBy: list(d.metBy),
    ...(notBefore ? { notBefore: notBefore.field } : {}),
    ...(endedBy ? { endedBy: list(endedBy) } : {}),
    ...(silenceStatedBy ? { silenceStatedBy: list(silenceStatedBy) } : {}),
  }
}
export const finding = (name: string, f: Omit<Finding, 'finding'>): Finding => ({ finding: name, ...f })
/** A request, or an assumption of ours, grounds nothing: the compiler says it here, `validate` says it again at adoption. */
export const overdue = (d: Duty & { readonly binding: 'treaty' | 'resolution' }): Cause => ({ overdue: d.duty })
export const stated = (silence: Pattern, until: OneOrMore<Pattern>): Cause => ({ stated: silence, until: list(until) })
