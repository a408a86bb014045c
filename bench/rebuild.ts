import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../dist/kernel/day.js'
import { loadLaw, loadSubjects, type Subject } from '../dist/kernel/ledger/load.js'
import { derive } from '../dist/kernel/ledger/subject.js'
import { simulated } from '../dist/record/simulate.js'
import type { Bench } from './bench.ts'

/** What a rebuild spends on deriving, against what it spends on reading and parsing the same faces. */
export const benchRebuild = async (b: Bench): Promise<void> => {
  const { record } = await b.fresh('bench_rebuild')
  const file = join(tmpdir(), `peaceops-bench-${process.pid}.ndjson`)
  const lines = [...simulated(b.smoke ? 100 : 10_000, 7, day('2026-06-30'))]
  writeFileSync(file, lines.map(l => JSON.stringify(l)).join('\n'))
  const t0 = performance.now()
  const report = await record.import(file, {})
  const took = performance.now() - t0
  const db = record.pools.keeper
  const law = await loadLaw(db, 1)
  const read = async (): Promise<Subject[]> => {
    const all: Subject[] = []
    for (let last = ''; ; ) {
      const { rows } = await db.query<{ subject: string }>(
        'select subject from entry where ledger = 1 and nth = 1 and subject > $1 order by subject limit 500',
        [last],
      )
      if (!rows.length) return all
      last = rows.at(-1)!.subject
      all.push(
        ...(
          await loadSubjects(
            db,
            1,
            rows.map(r => r.subject),
          )
        ).values(),
      )
    }
  }
  const ratios: number[] = []
  let [reading, deriving, entries] = [0, 0, 0]
  for (let r = 0; r < (b.smoke ? 1 : 5); r++) {
    const t1 = performance.now()
    const all = await read()
    const t2 = performance.now()
    for (const s of all) derive(law, s.faces)
    reading = t2 - t1
    deriving = performance.now() - t2
    entries = all.reduce((n, s) => n + s.faces.length, 0)
    ratios.push(deriving / reading)
  }
  const ratio = [...ratios].sort((x, y) => x - y)[ratios.length >> 1]!
  b.say(
    `\nrebuild: ${entries} entries; deriving takes ${ratio.toFixed(2)} of reading and parsing the same faces (${deriving.toFixed(0)} against ${reading.toFixed(0)} ms in the last round)`,
  )
  b.say(
    `import: ${report.written} lines in ${(took / 1000).toFixed(1)} s, ${((report.written * 1000) / took).toFixed(0)} lines a second with checking, deriving and one transaction`,
  )
}
