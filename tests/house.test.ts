import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { expect, test } from 'vitest'

// The rules of the house, on resolved paths, parsed by the parser that vitest brings. Imports run one way:
// kernel ← paper ← archive ← chapters ← record ← doors, jobs. Of a chapter only its index.ts is handed out, and to no other chapter:
// what crosses from one to another is an entry and a duty.

const CHAPTERS = ['conduct', 'community', 'forces', 'protection', 'politics', 'partners', 'reform']
const STOREYS: Readonly<Record<string, number>> = {
  kernel: 0,
  paper: 1,
  archive: 2,
  ...Object.fromEntries(CHAPTERS.map(c => [c, 3])),
  record: 4,
  doors: 5,
  jobs: 5,
}
const room = (file: string): string => file.split('/')[1] ?? ''

const imports = (file: string, text: string): string[] =>
  parseSync(file, text).program.body.flatMap(n => ('source' in n && n.source ? [(n.source as { value: string }).value] : []))

const broken = (file: string, to: string): string | undefined => {
  if (!to.startsWith('.'))
    return /^(pg|kysely)$/.test(to) && file.startsWith('src/kernel/proof/')
      ? `${file}: proof runs offline and knows no database`
      : undefined
  const target = normalize(join(dirname(file), to))
  const [from, into] = [room(file), room(target)]
  if (from === into) {
    const offline = file.startsWith('src/kernel/proof/') || file.startsWith('src/kernel/rules/')
    return offline && /^src\/kernel\/(database|access)\//.test(target) ? `${file}: ${target} is no place for what runs offline` : undefined
  }
  if (STOREYS[into] === undefined || STOREYS[from] === undefined) return `${file}: no such storey in the house: ${target}`
  if (STOREYS[into]! > STOREYS[from]!) return `${file}: imports upwards, ${target}`
  if (CHAPTERS.includes(from) && CHAPTERS.includes(into)) return `${file}: a chapter imports no other, ${target}`
  if (CHAPTERS.includes(into) && target !== `src/${into}/index.ts`) return `${file}: only src/${into}/index.ts is handed out, not ${target}`
  return undefined
}

test('imports run one way, and a chapter hands out only its index', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter(f => !/\.test\.tsx?$/.test(f))
  expect(files.length).toBeGreaterThan(40)
  expect(files.flatMap(f => imports(f, readFileSync(f, 'utf8')).flatMap(to => broken(f, to) ?? []))).toEqual([])
})
test('the rule has teeth, for types too', () => {
  expect(imports('x.ts', "import type { A } from '../conduct/duties.ts'\nexport * from './y.ts'")).toEqual([
    '../conduct/duties.ts',
    './y.ts',
  ])
  expect(broken('src/record/a.ts', '../conduct/duties.ts')).toMatch(/index/)
  expect(broken('src/kernel/ledger/a.ts', '../../conduct/index.ts')).toMatch(/upwards/)
  expect(broken('src/conduct/a.ts', '../record/board.ts')).toMatch(/upwards/)
  expect(broken('src/paper/a.tsx', '../archive/table.ts')).toMatch(/upwards/)
  expect(broken('src/kernel/proof/a.ts', 'pg')).toMatch(/offline/)
  expect(broken('src/kernel/rules/a.ts', '../database/pools.ts')).toMatch(/offline/)
  expect(broken('src/forces/a.ts', '../conduct/index.ts')).toMatch(/no other/)
  expect(broken('src/record/a.ts', '../conduct/index.ts')).toBeUndefined()
  expect(broken('src/record/board.ts', '../kernel/day.ts')).toBeUndefined()
})
test('no file hides what is inside behind a name that says nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|manager|services?)(\.|\/)/
  expect(globSync('src/**/*').filter(f => vague.test(f))).toEqual([])
})
test('the lock file names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/)
})
