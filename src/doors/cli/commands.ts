import { readFileSync } from 'node:fs'
import { CHAPTERS } from '../../record/chapters.ts'
import { nearest } from '../../record/spelling.ts'
import { archiveCommand } from './archive.ts'
import { boardCommand } from './board.ts'
import { caseCommand } from './case.ts'
import { type Command, helpOf, Usage } from './command.ts'
import { exportCommand, importCommand, recordCommand } from './exchange.ts'
import { findingsCommand, reconcileCommand, whatifCommand } from './findings.ts'
import { instrumentsCommand } from './instruments.ts'
import { rebuildCommand, rulebookCommand, simulateCommand } from './keep.ts'
import { chapterCommand } from './question.ts'
import { startCommand } from './start.ts'

const help: Command = {
  says: 'What peaceops can do.',
  usage: '[COMMAND]',
  run: async call => {
    const [name] = call.words
    const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (name !== undefined && !command)
      throw new Usage(`There is no command ${JSON.stringify(name.slice(0, 40))}${nearest(name, Object.keys(COMMANDS))}.`)
    call.out(
      command && name
        ? helpOf(name, command)
        : [
            'peaceops: who owes what in peace operations, to whom, by when, and what became of it.',
            '',
            ...Object.entries(COMMANDS).map(([n, c]) => `  ${n.padEnd(13)}${c.says}`),
            '',
            'peaceops COMMAND --help tells more. PEACEOPS_HOME is where the data lies (default: ./peaceops-data),',
            'DATABASE_URL another PostgreSQL (18 or newer), PORT where it is served (default: 2015),',
            'PEACEOPS_CONTACT where its keeper can be written to.',
            'A command ends with 0 where all is well, 1 where something is wrong, 2 where it was called wrongly.',
          ].join('\n'),
    )
    return 0
  },
}
const version: Command = {
  says: 'Which peaceops this is.',
  run: async call => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
    call.out(`peaceops ${version}, Node ${process.versions.node}`)
    return 0
  },
}
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  board: boardCommand,
  case: caseCommand,
  findings: findingsCommand,
  whatif: whatifCommand,
  reconcile: reconcileCommand,
  rulebook: rulebookCommand,
  instruments: instrumentsCommand,
  archive: archiveCommand,
  import: importCommand,
  record: recordCommand,
  export: exportCommand,
  rebuild: rebuildCommand,
  simulate: simulateCommand,
  ...Object.fromEntries(CHAPTERS.filter(c => c.questions?.length).map(c => [c.name, chapterCommand(c)])),
  version,
  help,
}
