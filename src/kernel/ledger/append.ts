import type pg from 'pg'
import { batchOf } from './batch.ts'
import type { Draft, Outcome } from './draft.ts'
import { judge } from './judge.ts'
import { KeptSubjects } from './kept-subjects.ts'
import { instant, knownOf, originKey } from './known.ts'
import { HORIZON, loadLaw, RULEBOOK, type Subject } from './load.ts'
import type { Made } from './make.ts'
import { rebuild } from './rebuild.ts'
import { type Refusal, Refusals } from './refusal.ts'
import type { Law } from './subject.ts'
import { REAL, type World } from './world.ts'

export type { Draft, Outcome, Receipt } from './draft.ts'
export interface Imported {
  readonly written: number
  readonly repeated: number
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[]
  /** False: nothing of it was kept. */
  readonly kept: boolean
}

interface Waiting {
  readonly drafts: readonly Draft[]
  readonly answer: (outcome: Outcome) => void
  readonly fail: (error: unknown) => void
}
const LARGEST_BATCH = 512
const CACHED_FACES = 200_000

/**
 * The only writer. While one batch is on its way to the disk, others wait in a list and go together in the next one:
 * one call to the database a batch. The database checks under the head's lock that nobody else wrote meanwhile (`append_batch`);
 * if somebody did, the cache is dropped and the batch is judged again. So two processes never fork the order.
 */
export class Ledger {
  readonly #pool: pg.Pool
  readonly #world: World
  readonly #ledger: number
  readonly #subjects: KeptSubjects
  #law: Law | undefined
  #size = -1
  #recordedAt = ''
  #waiting: Waiting[] = []
  #busy: Promise<void> | undefined

  constructor(pool: pg.Pool, world: World = REAL, ledger = 1, most = CACHED_FACES) {
    this.#pool = pool
    this.#world = world
    this.#ledger = ledger
    this.#subjects = new KeptSubjects(ledger, most)
  }

  /** One caller's drafts stand or fall together. Resolves when they are on the disk: a crash before that, and nobody was told. */
  append(drafts: readonly Draft[]): Promise<Outcome> {
    if (!drafts.length) return Promise.resolve({ ok: true, receipts: [] })
    return new Promise((answer, fail) => {
      this.#waiting.push({ drafts, answer, fail })
      this.#start()
    })
  }

  /**
   * In a transaction of the caller's, so that what else it wrote and these entries stand or fall together. From here until the caller
   * ends it the head is held, and others wait: the last thing to do before the commit.
   */
  async appendWithin(client: Pick<pg.PoolClient, 'query'>, drafts: readonly Draft[]): Promise<Outcome> {
    if (drafts.some(isLaw)) throw new Error('the law is not written beside something else')
    await client.query('select size from ledger where ledger = $1 for update', [this.#ledger])
    const alone = new Ledger(this.#pool, this.#world, this.#ledger) // our own cache must not know what may still be rolled back
    return new Promise((answer, fail) => {
      const moved = (): void => fail(new Error('the head moved under its own lock'))
      alone.#tryOnce([{ drafts, answer, fail }], client as Pick<pg.Pool, 'query'>).then(done => done || moved(), fail)
    })
  }

  /**
   * Many drafts in one transaction: all of them, or, unless `keepGood`, none. Every refusal is collected, each with the index of its draft.
   * `check`: judge them against the record, and write nothing.
   */
  async import(
    drafts: readonly Draft[],
    how: { keepGood?: boolean; check?: boolean; say?: (done: number, of: number) => void } = {},
  ): Promise<Imported> {
    while (this.#busy) await this.#busy
    let free = (): void => undefined
    this.#busy = new Promise(done => {
      free = done
    })
    const refused: { index: number; refusal: Refusal }[] = []
    const numbered = drafts.map((draft, index) => ({ draft, index }))
    for (const { draft, index } of numbered) if (isLaw(draft)) refused.push({ index, refusal: Refusals.keptByPeaceops(draft.subject) })
    const ours = numbered.filter(({ draft }) => !isLaw(draft))
    let [written, repeated] = [0, 0]
    let client: pg.PoolClient | undefined
    try {
      client = await this.#pool.connect()
      await client.query('begin')
      await client.query('select size from ledger where ledger = $1 for update', [this.#ledger])
      this.#forget()
      for (let from = 0; from < ours.length; from += LARGEST_BATCH) {
        const batch = ours.slice(from, from + LARGEST_BATCH).map(({ draft, index }): Waiting => {
          const answer = (o: Outcome): void => {
            if (!o.ok) refused.push({ index, refusal: o.refusal })
            else if (o.receipts[0]!.repeated) repeated++
            else written++
          }
          return { drafts: [draft], answer, fail: () => undefined }
        })
        if (!(await this.#tryOnce(batch, client))) throw new Error('the head moved under its own lock')
        how.say?.(Math.min(from + LARGEST_BATCH, ours.length), ours.length)
      }
      const keep = !how.check && (how.keepGood || !refused.length)
      await client.query(keep ? 'commit' : 'rollback')
      if (!keep) this.#forget()
      return { written, repeated, refused, kept: keep }
    } catch (error) {
      this.#forget()
      await client?.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client?.release()
      this.#busy = undefined
      free()
      if (this.#waiting.length) this.#start()
    }
  }
  #start(): void {
    this.#busy ??= this.#drain().finally(() => {
      this.#busy = undefined
      if (this.#waiting.length) this.#start() // who was answered may have come back before we noticed that we were done
    })
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length) {
      const batch: Waiting[] = []
      let size = 0
      while (this.#waiting.length && (size === 0 || size + this.#waiting[0]!.drafts.length <= LARGEST_BATCH)) {
        const next = this.#waiting.shift()!
        batch.push(next)
        size += next.drafts.length
      }
      try {
        await this.#commit(batch)
      } catch (error) {
        this.#forget()
        for (const w of batch) w.fail(error)
      }
    }
  }
  #forget(): void {
    this.#size = -1
    this.#subjects.forget()
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const law = batch.some(w => w.drafts.some(isLaw))
    if (!law && (await this.#tryOnce(batch, this.#pool))) return
    // Somebody else wrote, or the law itself changes and all must be derived anew. Take the head first and hold it, so that a second writer cannot make us wait for ever.
    const client = await this.#pool.connect()
    try {
      await client.query('begin')
      await client.query('select size from ledger where ledger = $1 for update', [this.#ledger])
      this.#forget()
      const commit = async (): Promise<void> => {
        if (law) await rebuild(client, await loadLaw(client, this.#ledger), { ledger: this.#ledger })
        await client.query('commit')
      }
      if (!(await this.#tryOnce(batch, client, commit))) throw new Error('the head moved under its own lock')
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
      if (law) this.#forget()
    }
  }

  /** False: the head was not where we believed it to be, nothing was written, nobody was answered. */
  async #tryOnce(batch: readonly Waiting[], db: Pick<pg.Pool, 'query'>, then?: () => Promise<unknown>): Promise<boolean> {
    if (this.#size < 0) {
      const { rows } = await db.query('select size, recorded_at from ledger where ledger = $1', [this.#ledger])
      this.#size = Number(rows[0].size)
      this.#recordedAt = instant(rows[0].recorded_at)
      this.#law = await loadLaw(db, this.#ledger)
    }
    const names = [...new Set(batch.flatMap(w => w.drafts.map(d => d.subject)))]
    await this.#subjects.load(db, this.#law!, names)
    const known = await knownOf(
      db,
      this.#ledger,
      batch.flatMap(w => w.drafts),
    )
    const at = later(this.#world.now(), this.#recordedAt)
    const made: Made[] = []
    const grown = new Map<string, Subject>()
    const subject = (name: string): Subject | undefined => grown.get(name) ?? this.#subjects.get(name)
    const answers: (() => void)[] = []
    for (const w of batch) {
      const judged = judge(w.drafts, { at, size: this.#size + made.length, world: this.#world, known, subject })
      if ('refusal' in judged) answers.push(() => w.answer({ ok: false, ...judged }))
      else {
        made.push(...judged.made)
        for (const [name, s] of judged.grown) grown.set(name, s)
        for (const m of judged.made) if (m.draft.body.origin) known.set(originKey(m.draft.body.origin), { ...m, receipt: m.receipt })
        answers.push(() => w.answer({ ok: true, receipts: judged.receipts }))
      }
    }
    if (made.length) {
      const { entries, bodies, derived, rows: derivedRows } = batchOf(this.#law!, made, grown, this.#subjects)
      const { rows } = await db.query('select append_batch($1, $2, $3, $4, $5) as size', [
        this.#ledger,
        this.#size,
        entries,
        bodies,
        derived,
      ])
      if (Number(rows[0].size) < 0) {
        this.#forget()
        return false
      }
      if (then) await then()
      this.#size += made.length
      this.#recordedAt = at
      for (const [name, s] of grown) this.#subjects.keep(name, { ...s, rows: derivedRows.get(name)! })
    } else if (then) await then()
    this.#subjects.trim()
    for (const answer of answers) answer()
    return true
  }
}
/** What would change what follows from everything: it goes alone, and all is derived anew. */
const isLaw = (d: Draft): boolean => d.subject === RULEBOOK || d.subject === HORIZON
const later = (a: string, b: string): string => (a > b ? a : b)
