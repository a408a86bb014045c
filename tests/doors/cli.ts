import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The command line as people get it: built, in a process of its own. */
export const MAIN = resolve('dist/doors/cli/main.js')
export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
export interface Running {
  readonly pid: number
  readonly done: Promise<Answer>
  /** Resolves when standard output or standard error says this. */
  says(text: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
}
interface How {
  readonly input?: string
  readonly node?: string
  readonly cwd?: string
  readonly main?: readonly string[]
}
type Env = Readonly<{ [name: string]: string | undefined }>

/** Builds what is stale, once, however many test files ask at the same time. */
export const build = (): void => {
  const lock = join(tmpdir(), 'peaceops-build.lock')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
      if (since && Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
  try {
    execFileSync(process.execPath, ['build.ts', '--if-stale'], { stdio: 'pipe' })
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

export const running = (args: readonly string[], env: Env, how: How = {}): Running => {
  const { DATABASE_URL: _, PORT: __, NODE_OPTIONS: ___, ...rest } = process.env
  const child = spawn(how.node ?? process.execPath, [...(how.main ?? [MAIN]), ...args], {
    env: { ...rest, ...env },
    cwd: how.cwd,
    stdio: 'pipe',
  })
  let [out, err] = ['', '']
  const heard = new Set<() => void>()
  child.stdout.on('data', d => {
    out += d
    for (const h of heard) h()
  })
  child.stderr.on('data', d => {
    err += d
    for (const h of heard) h()
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(how.input ?? '')
  const done = new Promise<Answer>(finish => child.once('close', code => finish({ code, out, err })))
  return {
    pid: child.pid!,
    done,
    says: text =>
      new Promise((found, fail) => {
        const look = (): void => {
          const m = text.exec(out) ?? text.exec(err)
          if (m) found(m)
        }
        heard.add(look)
        look()
        void done.then(a => fail(new Error(`it ended (${a.code}) without saying ${text}:\n${a.out}${a.err}`)))
      }),
    kill: signal => void child.kill(signal),
  }
}
export const peaceops = (args: readonly string[], env: Env, how: How = {}): Promise<Answer> => running(args, env, how).done

/** Many calls in one process, for a process takes half a second to start: each through `run`, as `main` calls it. */
export const inOne = async (calls: readonly (readonly string[])[], env: Env): Promise<Answer[]> => {
  const script = `
    import { EventEmitter } from 'node:events'
    EventEmitter.defaultMaxListeners = 0
    const { run } = await import(${JSON.stringify(pathToFileURL(MAIN.replace('main.js', 'run.js')).href)})
    for (const args of ${JSON.stringify(calls)}) {
      const code = await run(args)
      process.stdout.write('\\0' + code + '\\0')
      process.stderr.write('\\0')
    }`
  const { out, err } = await peaceops(['--input-type=module', '-e', script], env, { main: [] })
  const errs = err.split('\0')
  return [...out.matchAll(/([^\0]*)\0(\d+)\0/g)].map((m, i) => ({ code: Number(m[2]), out: m[1]!, err: errs[i]! }))
}

/** A folder that every user may enter, so that PostgreSQL's user can, also where the tests run as root. */
export const openFolder = (): { readonly dir: string; remove(): void } => {
  const dir = mkdtempSync(join(tmpdir(), 'peaceops-cli-'))
  chmodSync(dir, 0o711)
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
/** Nothing of a program shows: no stack, no path of ours, no SQL. */
export const NO_TRACE = /^(?![\s\S]*(\n\s+at |node_modules|file:\/\/|\.js:\d|RangeError|TypeError|did not expect|select ))/
