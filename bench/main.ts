import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openRecord, type Record } from '../dist/record/record.js'
import { benchAppend } from './append.ts'
import { benchArchive } from './archive.ts'
import type { Bench } from './bench.ts'
import { benchBoard } from './board.ts'
import { benchRebuild } from './rebuild.ts'

// Ratios, each with its limit beside it, measured in the same run on a database of its own. Machines are noisy: believe the ratios.
const smoke = process.argv.includes('--smoke')
const only = process.argv.find(a => a.startsWith('--only='))?.slice(7)
const home = mkdtempSync(join(tmpdir(), 'peaceops-bench-'))
chmodSync(home, 0o755) // as root, PostgreSQL runs as somebody else, who must get in

const first = await openRecord({ home, say: console.log })
const admin = first.place.admin
const open: Record[] = []
const owners: pg.Pool[] = []
const bench: Bench = {
  smoke,
  say: line => console.log(line),
  fresh: async name => {
    const owner0 = new pg.Client(admin)
    await owner0.connect()
    await owner0.query(`create database ${name}`)
    await owner0.end()
    const { user, password, host, port } = admin as { user: string; password: string; host: string; port: number }
    const record = await openRecord({
      home,
      url: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`,
      say: () => undefined,
    })
    const owner = new pg.Pool({ ...admin, database: name, max: 4 })
    owner.on('error', () => undefined) // cut while it closes: PostgreSQL stops right after
    open.push(record)
    owners.push(owner)
    return { record, owner }
  },
}
try {
  console.log(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${smoke ? 'a smoke: figures mean nothing' : 'whole run'}`,
  )
  if (!only || only === 'append') await benchAppend(bench)
  if (!only || only === 'rebuild') await benchRebuild(bench)
  if (!only || only === 'board') await benchBoard(bench)
  if (!only || only === 'archive') await benchArchive(bench)
} finally {
  for (const owner of owners) await owner.end()
  for (const record of open) await record.close()
  await first.close()
  rmSync(home, { recursive: true, force: true })
}
