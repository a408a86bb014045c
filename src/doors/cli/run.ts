import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { explain } from '../../kernel/database/failure.ts'
import { openRecord, type Record } from '../../record/record.ts'
import { type Call, type Command, helpOf, Usage } from './command.ts'
import { COMMANDS } from './commands.ts'

export const homeOf = (env: NodeJS.ProcessEnv): string => resolve(env['PEACEOPS_HOME'] || 'peaceops-data')

export const run = async (argv: readonly string[]): Promise<number> => {
  const [name = 'help', ...rest] = argv
  const asked = name === '--help' || name === '-h' ? 'help' : name === '--version' ? 'version' : name
  const command = COMMANDS[asked]
  if (!command) {
    console.error(`peaceops has no command ${JSON.stringify(name.slice(0, 40))}. peaceops help lists them.`)
    return 2
  }
  let record: Record | undefined
  const home = homeOf(process.env)
  const note = (text: string): void => console.error(text)
  process.stdout.on('error', (e: NodeJS.ErrnoException) => process.exit(e.code === 'EPIPE' ? 0 : 1))
  try {
    const { values, positionals } = read(command, rest)
    if (values['help']) {
      console.log(helpOf(asked, command))
      return 0
    }
    const call: Call = {
      values,
      words: positionals,
      home,
      note,
      out: text => void process.stdout.write(`${text}\n`),
      open: async how => {
        record = await openRecord({ home, url: process.env['DATABASE_URL'] || undefined, say: note, ...how })
        return record
      },
    }
    return (await command.run(call)) ?? 0
  } catch (error) {
    if (error instanceof Usage) {
      console.error(`${error.message}\n\n${helpOf(asked, command)}`)
      return 2
    }
    const failure = explain(error)
    console.error(failure ? `${failure.message}\n${failure.remedy}` : unexpected(error))
    return failure?.exit ?? 1
  } finally {
    await record?.close().catch(error => console.error(explain(error)?.message ?? 'The database did not close cleanly.'))
  }
}
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
    throw new Usage((error as Error).message.replace(/\. To specify a positional.*$/, '.'))
  }
}
