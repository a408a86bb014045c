// Plausible mistakes, one at a time, each of which some test must notice: `npm run mutants` (RUNS, SEED, WORKERS; words after it choose by name).
// Examples and stories first, for they are quick; what they let live goes to the properties. A survivor is a test not yet written,
// a line that does nothing and can be deleted, or it stands in README.md with the reason why nobody can notice it.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MUTANTS, type Mutant } from './list.ts'

const RUNS = process.env['RUNS'] ?? '3000'
const SEED = process.env['SEED'] ?? '1'
const WORKERS = Number(process.env['WORKERS'] ?? 2)
const LONGEST = 180_000 // ms: a mutant that still runs then will never end
const EXAMPLES = ['src/kernel/day.test.ts', 'src/kernel/rules', 'src/conduct/duties.test.ts']
const PROPERTIES = ['tests/kernel/properties.test.ts']
const CONFIG = `export default {
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  cacheDir: 'cache',
  test: { include: ['src/**/*.test.ts', 'tests/**/*.test.ts'], pool: 'threads', maxWorkers: 1, isolate: false, testTimeout: ${LONGEST} },
}`

const copy = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'mutant-'))
  for (const part of ['src', 'tests/kernel', 'tests/oracle', 'package.json', 'tsconfig.json'])
    cpSync(part, join(home, part), { recursive: true })
  mkdirSync(join(home, 'cache'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
  writeFileSync(join(home, 'vitest.config.ts'), CONFIG)
  return home
}

interface Told {
  readonly testResults: readonly {
    readonly name: string
    readonly message?: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}
/** The first test that failed, by its full name; undefined if none did. */
const firstFailure = (home: string, files: readonly string[]): Promise<string | undefined> =>
  new Promise(done => {
    const out = join(home, 'out.json')
    rmSync(out, { force: true })
    const vitest = join(process.cwd(), 'node_modules/vitest/vitest.mjs')
    execFile(
      process.execPath,
      [vitest, 'run', '--root', home, '--bail', '1', '--reporter', 'json', '--outputFile', out, ...files],
      { cwd: home, env: { ...process.env, RUNS, SEED, NO_COLOR: '1' }, timeout: LONGEST, killSignal: 'SIGKILL', maxBuffer: 1 << 26 },
      error => {
        if (!error) return done(undefined)
        if (!existsSync(out)) return done(error.killed ? 'it never ends' : 'it crashes')
        const told = JSON.parse(readFileSync(out, 'utf8')) as Told
        const failed = told.testResults.flatMap(f => f.assertionResults.filter(a => a.status === 'failed').map(a => a.fullName))
        return done(failed[0] ?? 'it does not load')
      },
    )
  })

type Fate = 'killed' | 'SURVIVED' | 'NOT APPLIED'
interface End {
  readonly fate: Fate
  readonly what: string
  readonly by: string
}
const fateOf = async ([what, file, from, to]: Mutant, home: string): Promise<End> => {
  const path = join(home, 'src', file)
  const text = readFileSync(path, 'utf8')
  if (text.split(from).length !== 2) return { fate: 'NOT APPLIED', what, by: file }
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  try {
    const example = await firstFailure(home, EXAMPLES)
    if (example) return { fate: 'killed', what, by: `example: ${example}` }
    const property = await firstFailure(home, PROPERTIES)
    return property ? { fate: 'killed', what, by: `property: ${property}` } : { fate: 'SURVIVED', what, by: '' }
  } finally {
    writeFileSync(path, text)
  }
}

const chosen = process.argv.slice(2).map(word => word.toLowerCase())
const waiting = MUTANTS.filter(([what, file]) => !chosen.length || chosen.some(w => what.toLowerCase().includes(w) || file.includes(w)))
const of = waiting.length
const began = Date.now()
const homes = Array.from({ length: WORKERS }, copy)
try {
  const sound = (await firstFailure(homes[0]!, EXAMPLES)) ?? (await firstFailure(homes[0]!, PROPERTIES))
  if (sound) throw new Error(`without any mutant a test fails, so nothing can be concluded: ${sound}`)
  const ends: End[] = []
  await Promise.all(
    homes.map(async home => {
      for (let m = waiting.shift(); m; m = waiting.shift()) {
        const end = await fateOf(m, home)
        ends.push(end)
        console.log(`${String(ends.length).padStart(3)}/${of}  ${end.fate.padEnd(11)}  ${end.what}${end.by ? `  <  ${end.by}` : ''}`)
      }
    }),
  )
  const killed = ends.filter(e => e.fate === 'killed')
  const by = (kind: string) => killed.filter(e => e.by.startsWith(kind)).length
  console.log(
    `\n${killed.length} of ${of} killed: ${by('example')} by examples and stories, ${by('property')} by properties (${RUNS} histories, seed ${SEED}), in ${Math.round((Date.now() - began) / 1000)} s`,
  )
  for (const e of ends) if (e.fate !== 'killed') console.log(`${e.fate}  ${e.what}`)
  process.exitCode = killed.length === of ? 0 : 1
} finally {
  for (const home of homes) rmSync(home, { recursive: true, force: true })
}
