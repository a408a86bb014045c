#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

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
const older = major < 26 ? pinned() : undefined
if (major < 26 && !older) {
  console.error(
    `peaceops needs Node 26 and found ${process.version}. Install it with its optional dependencies (npm ci), which bring the right one.`,
  )
  process.exitCode = 1
} else if (older && !process.env['PEACEOPS_HANDED_ON']) {
  const { status, signal } = spawnSync(older, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, PEACEOPS_HANDED_ON: '1' } })
  process.exitCode = status ?? (signal ? 1 : 0)
} else {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2))
}
