#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { constants } from 'node:os'

// The pinned runtime comes with the package. Whoever calls us with an older Node (a global install does) is handed on to it.
const [major = 0] = process.versions.node.split('.').map(Number)
const pinned = (): string | undefined => {
  const require = createRequire(import.meta.url)
  for (const name of [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]) {
    try {
      return require.resolve(`${name}/bin/node`)
    } catch {
      // not this one
    }
  }
  return undefined
}
/** The other one does the work; what is said to us, we say to it, and end as it ends: so that whoever stops us leaves nothing running. */
const handOn = (node: string): Promise<number> =>
  new Promise(done => {
    const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, PEACEOPS_HANDED_ON: '1' } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.once('error', error => {
      console.error(`The Node that comes with peaceops (${node}) does not run: ${error.message}`)
      done(1)
    })
    child.once('exit', (status, signal) => done(status ?? 128 + (signal ? constants.signals[signal] : 0)))
  })

const older = major < 26 ? pinned() : undefined
if (major >= 26) {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2))
} else if (older && !process.env['PEACEOPS_HANDED_ON']) process.exitCode = await handOn(older)
else {
  console.error(
    `peaceops needs Node 26 and found ${process.version}. Install it with its optional dependencies (npm ci), which bring the right one.`,
  )
  process.exitCode = 1
}
