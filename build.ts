// The whole build: tsc emits, and what is not code is laid beside it.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, globSync, rmSync, statSync } from 'node:fs'

const newest = Math.max(...globSync('src/**/*.{ts,tsx,css}').map(f => statSync(f).mtimeMs))
const main = 'dist/doors/cli/main.js'
if (process.argv.includes('--if-stale') && existsSync(main) && statSync(main).mtimeMs > newest) process.exit(0)
rmSync('dist', { recursive: true, force: true })
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' })
for (const f of globSync('src/**/*.css')) cpSync(f, f.replace(/^src/, 'dist'))
chmodSync(main, 0o755)
