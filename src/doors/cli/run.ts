import { type ParseArgsConfig, parseArgs } from 'node:util'
import { explain } from '../../kernel/database/failure.ts'
import { openRecord, type Record } from '../../record/record.ts'
import { nearest } from '../../record/spelling.ts'
import { type Call, type Command, helpOf, Usage } from './command.ts'
import { COMMANDS } from './commands.ts'
import { homeOf } from './home.ts'
import { printer, ReaderGone } from './printer.ts'

const INTERRUPTED = 130

/** One command from its words to its exit code: 0 done, 1 something is wrong with the record or the machine, 2 a wrong call. */
export const run = async (argv: readonly string[]): Promise<number> => {
  const [name = 'help', ...rest] = argv
  const asked = ALIASES[name] ?? name
  const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined
  const print = printer()
  if (!command) {
    const short = JSON.stringify(name.slice(0, 40))
    print.note(`peaceops has no command ${short}${nearest(name, Object.keys(COMMANDS))}. peaceops help lists them.`)
    return 2
  }
  const home = homeOf(process.env)
  let record: Record | undefined
  const close = (): Promise<void> =>
    record?.close().catch(error => print.note(explain(error)?.message ?? 'The database did not close cleanly.')) ?? Promise.resolve()
  // A command that is broken off leaves no database running behind it. `start` waits for the signal itself.
  const stop = (): void => void close().finally(() => process.exit(INTERRUPTED))
  if (!command.waits) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    const { values, positionals } = read(command, rest)
    if (values['help']) {
      print.out(helpOf(asked, command))
      return 0
    }
    const call: Call = {
      ...print,
      values,
      words: positionals,
      home,
      open: async how => {
        record = await openRecord({ home, url: process.env['DATABASE_URL'] || undefined, say: print.note, ...how })
        return record
      },
    }
    return (await command.run(call)) ?? 0
  } catch (error) {
    if (error instanceof ReaderGone) return 0
    if (error instanceof Usage) {
      print.note(`${error.message} See peaceops ${asked} --help.`)
      return 2
    }
    const failure = explain(error)
    print.note(failure ? `${failure.message}\n${failure.remedy}` : unexpected(error))
    return failure?.exit ?? 1
  } finally {
    await close()
  }
}
const ALIASES: Readonly<{ [word: string]: string }> = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' }

const unexpected = (error: unknown): string =>
  process.env['PEACEOPS_DEBUG'] && error instanceof Error
    ? String(error.stack)
    : `Something went wrong that peaceops did not expect: ${error instanceof Error ? error.message : String(error)}\nSet PEACEOPS_DEBUG=1 to see where, and please report it.`

const read = (command: Command, args: readonly string[]) => {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const [option, { value, many }] of Object.entries(command.options ?? {}))
    options[option] = { type: value ? 'string' : 'boolean', ...(many ? { multiple: true } : {}) }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /'(?:-\w, )?--([\w-]{1,40})/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new Usage(`There is no option --${option}${nearest(option, Object.keys(options)).replace('mean ', 'mean --')}.`)
    if (/does not take/.test(message)) throw new Usage(`--${option} takes no value.`)
    throw new Usage(
      `--${option} wants a value${/ambiguous/.test(message) ? `: one that begins with a hyphen is written --${option}=…` : ''}.`,
    )
  }
}
