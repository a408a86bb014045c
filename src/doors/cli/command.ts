import type { Record } from '../../record/record.ts'

export type Values = Readonly<{ [option: string]: string | boolean | readonly (string | boolean)[] | undefined }>

/** What a command gets: the words it was given, where to write, and the record, opened when it asks. */
export interface Call {
  readonly values: Values
  readonly words: readonly string[]
  open(how?: { readonly mustOwn?: boolean }): Promise<Record>
  out(text: string): void
  /** As `out`, for long answers: resolves when the reader can take more. */
  line(text: string): Promise<void>
  /** What is not the answer: progress, notices. Goes to standard error, so that the answer can be piped. */
  note(text: string): void
  readonly home: string
}
export interface Option {
  /** What the value is called in the help; none: a switch. */
  readonly value?: string
  readonly many?: true
  readonly says: string
}
export interface Command {
  readonly says: string
  readonly usage?: string
  readonly options?: Readonly<{ [option: string]: Option }>
  readonly example?: string
  /** What a stranger should know beside the options: where the format stands, what the exit codes mean. */
  readonly more?: string
  /** It goes on until it gets a signal, and closes by itself. */
  readonly waits?: true
  run(call: Call): Promise<number | undefined>
}
/** A wrong call: said in one sentence. Exit 2. */
export class Usage extends Error {}

export const helpOf = (name: string, { says, usage, options = {}, example, more }: Command): string => {
  const all = Object.entries({ ...options, help: { says: 'this' } satisfies Option as Option })
  const wide = Math.max(0, ...all.map(([o, { value }]) => o.length + (value?.length ?? 0))) + 6
  const lines = all.map(([o, { value, says: what }]) => `  ${`--${o}${value ? ` ${value}` : ''}`.padEnd(wide)}${what}`)
  return [
    `peaceops ${name}${usage ? ` ${usage}` : ''}`,
    `  ${says}`,
    '',
    ...lines,
    ...(more ? ['', more] : []),
    ...(example ? ['', `Example: ${example}`] : []),
  ].join('\n')
}
