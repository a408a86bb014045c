import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Day, FOREVER, LONG_AGO, toIso } from '../day.ts'
import { bodyHash, faceHash, leafHash } from '../proof/leaf.ts'
import type { Door, Face, Scalar } from '../rules/face.ts'
import {
  type Body,
  edtfOf,
  LONGEST_SUBJECT,
  MARKINGS,
  type Marking,
  readFace,
  span,
  type WrittenFace,
  writeBody,
  writeFace,
} from './entry.ts'
import { jcs } from './jcs.ts'
import { HORIZON, loadLaw, loadSubjects, RULEBOOK, type Subject } from './load.ts'
import { rebuild } from './rebuild.ts'
import { type Refusal, Refusals } from './refusal.ts'
import { changes, firstNamed, type Law, markingOf, NO_ROWS, type Rows, rowsOf, whose } from './subject.ts'

/** One fact on its way to the ledger. Days of the world are integers; dates among the fields of the face are text. */
export interface Draft {
  readonly chapter: string
  readonly type: string
  readonly v: number
  readonly subject: string
  readonly occurredOn: Day
  readonly latest: Day
  readonly door: Door
  readonly is: Readonly<Record<string, Scalar>>
  /** Its marking, where none is given, is that of the subject. */
  readonly body: Omit<Body, 'marking'> & { readonly marking?: Marking | undefined }
  /** The subject's marking, as the writer believes it to be. A new subject takes it; a new one without a marking is strictly confidential. */
  readonly marking?: Marking | undefined
  /** How many entries the writer has seen on this subject; `any`: it does not matter. */
  readonly expect: number | 'any'
}
export interface Receipt {
  readonly id: string
  readonly seq: number
  readonly leaf: string
  readonly recordedAt: string
  /** It stood on the record already, with the same content: nothing was written. */
  readonly repeated: boolean
}
export type Outcome =
  | { readonly ok: true; readonly receipts: readonly Receipt[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly index: number }

/** What the writer needs of the world: time and chance come in as arguments. */
export interface World {
  now(): string
  uuid(): string
  salt(): Buffer
}
export const REAL: World = {
  now: () => microseconds(performance.timeOrigin + performance.now()),
  uuid: randomUUID,
  salt: () => randomBytes(32),
}

const microseconds = (ms: number): string =>
  new Date(Math.floor(ms)).toISOString().replace('Z', `${String(Math.floor((ms % 1) * 1000)).padStart(3, '0')}Z`)

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
interface Made {
  readonly draft: Draft
  readonly face: Face
  readonly written: WrittenFace
  readonly said: Body
  readonly receipt: Receipt
  readonly row: object
  readonly body: object
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
  /** How many faces it keeps in mind. */
  readonly #most: number
  #law: Law | undefined
  #size = -1
  #recordedAt = ''
  #subjects = new Map<string, Subject>()
  #faces = 0
  #waiting: Waiting[] = []
  #busy: Promise<void> | undefined

  constructor(pool: pg.Pool, world: World = REAL, ledger = 1, most = CACHED_FACES) {
    this.#pool = pool
    this.#world = world
    this.#ledger = ledger
    this.#most = most
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
    if (drafts.some(d => d.subject === RULEBOOK || d.subject === HORIZON)) throw new Error('the law is not written beside something else')
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
    const law = (d: Draft): boolean => d.subject === RULEBOOK || d.subject === HORIZON // would change what follows from everything, and nothing would be derived anew
    const refused: { index: number; refusal: Refusal }[] = []
    const numbered = drafts.map((draft, index) => ({ draft, index }))
    for (const { draft, index } of numbered) if (law(draft)) refused.push({ index, refusal: Refusals.keptByPeaceops(draft.subject) })
    const ours = numbered.filter(({ draft }) => !law(draft))
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
    this.#subjects.clear()
    this.#faces = 0
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const law = batch.some(w => w.drafts.some(d => d.subject === RULEBOOK || d.subject === HORIZON))
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
    await this.#load(db, names)
    const known = await this.#known(db, batch)
    const at = later(this.#world.now(), this.#recordedAt)
    const made: Made[] = []
    const grown = new Map<string, Subject>()
    const answers: (() => void)[] = []
    for (const w of batch) {
      const judged = this.#judge(w.drafts, at, this.#size + made.length, grown, known)
      if ('refusal' in judged) answers.push(() => w.answer({ ok: false, ...judged }))
      else {
        made.push(...judged.made)
        for (const [name, s] of judged.grown) grown.set(name, s)
        for (const m of judged.made) if (m.draft.body.origin) known.set(originKey(m.draft.body.origin), { ...m, receipt: m.receipt })
        answers.push(() => w.answer({ ok: true, receipts: judged.receipts }))
      }
    }
    if (made.length) {
      const { entries, bodies, derived, rows: derivedRows } = this.#rows(made, grown)
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
      for (const [name, s] of grown) this.#keep(name, { ...s, rows: derivedRows.get(name)! })
    } else if (then) await then()
    this.#trim()
    for (const answer of answers) answer()
    return true
  }

  async #load(db: Pick<pg.Pool, 'query'>, names: readonly string[]): Promise<void> {
    const missing = names.filter(n => !this.#subjects.has(n))
    if (!missing.length) return
    for (const [name, s] of await loadSubjects(db, this.#ledger, missing))
      this.#keep(name, { ...s, rows: rowsOf(this.#law!, name, s.faces, s.marking, s.whose) })
  }
  #keep(name: string, s: Subject): void {
    this.#faces += s.faces.length - (this.#subjects.get(name)?.faces.length ?? 0)
    this.#subjects.delete(name)
    this.#subjects.set(name, s)
  }
  /** Between two batches only: what a batch has loaded it still needs. The longest unused go first. */
  #trim(): void {
    for (const [old, o] of this.#subjects) {
      if (this.#faces <= this.#most) break
      this.#subjects.delete(old)
      this.#faces -= o.faces.length
    }
  }

  /** What stands already under the names that these drafts bring with them. */
  async #known(db: Pick<pg.Pool, 'query'>, batch: readonly Waiting[]): Promise<Map<string, Known>> {
    const origins = batch.flatMap(w => w.drafts.flatMap(d => d.body.origin ?? []))
    if (!origins.length) return new Map()
    const { rows } = await db.query(
      `select e.seq, e.id, o.system, o.name, e.face, e.recorded_at, encode(e.leaf, 'hex') as leaf, b.json
       from unnest($2::text[], $3::text[]) as o(system, name)
       cross join lateral (
         (select * from entry e where e.ledger = $1 and e.origin_system = o.system and e.origin_id = o.name limit 1)
         union all
         (select * from entry e where e.ledger = $1 and e.id = case when o.name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then o.name::uuid end limit 1)) e
       left join body b on b.ledger = e.ledger and b.seq = e.seq`,
      [this.#ledger, origins.map(o => o.system), origins.map(o => o.id)],
    )
    return new Map(
      rows.map(r => [
        originKey({ system: r.system, id: r.name }),
        {
          written: JSON.parse(r.face),
          said: r.json === null ? undefined : JSON.parse(r.json),
          receipt: { id: r.id, seq: Number(r.seq), leaf: r.leaf, recordedAt: instant(r.recorded_at), repeated: true },
        },
      ]),
    )
  }

  #judge(
    drafts: readonly Draft[],
    at: string,
    size: number,
    before: ReadonlyMap<string, Subject>,
    known: ReadonlyMap<string, Known>,
  ): Judged {
    const grown = new Map<string, Subject>()
    const made: Made[] = []
    const receipts: Receipt[] = []
    const own = new Map<string, Known>()
    for (const [index, draft] of drafts.entries()) {
      const origin = draft.body.origin && originKey(draft.body.origin)
      const same = origin === undefined ? undefined : (known.get(origin) ?? own.get(origin))
      if (same) {
        if (!says(same, draft)) return { refusal: Refusals.otherContent(draft.body.origin!.id), index }
        receipts.push({ ...same.receipt, repeated: true })
        continue
      }
      const has = grown.get(draft.subject) ?? before.get(draft.subject) ?? this.#subjects.get(draft.subject) ?? NEW
      const refusal = refuse(draft, has)
      if (refusal) return { refusal, index }
      const one = this.#make(draft, has, at, size + made.length + 1)
      made.push(one)
      receipts.push(one.receipt)
      if (origin !== undefined) own.set(origin, one)
      const faces = [...has.faces, one.face]
      const first = has.faces.length ? has.first : one.written.marking
      grown.set(draft.subject, {
        ...has,
        faces,
        first,
        marking: markingOf(first, faces),
        whose: firstNamed(has.whose, one.face.is),
        names: draft.body.origin ? new Map([...has.names, [draft.body.origin.id, one.face.id]]) : has.names,
      })
    }
    return { made, receipts, grown }
  }

  #make(draft: Draft, has: Subject, at: string, seq: number): Made {
    const id = this.#world.uuid()
    const is =
      draft.type === 'EntrySuperseded' ? { ...draft.is, entry: has.names.get(String(draft.is['entry'])) ?? draft.is['entry']! } : draft.is
    const marking = has.faces.length ? has.marking : (draft.marking ?? HIDDEN)
    const written: WrittenFace = {
      chapter: draft.chapter,
      door: draft.door,
      id,
      is,
      marking,
      recordedAt: at,
      subject: draft.subject,
      type: draft.type,
      v: draft.v,
      ...span(draft.occurredOn, draft.latest),
    }
    const face = writeFace(written)
    const said: Body = { ...draft.body, marking: draft.body.marking ?? marking }
    const body = writeBody(said)
    const [faceSalt, bodySalt] = [this.#world.salt(), this.#world.salt()]
    const inFace = faceHash(faceSalt, face)
    const inBody = bodyHash(bodySalt, body)
    const leaf = leafHash(inFace, inBody).toString('hex')
    const read = readFace(seq, JSON.parse(face) as WrittenFace) // as a reader will find it, byte for byte
    const of = whose(read.is, has.whose)
    return {
      draft,
      face: read,
      written,
      said,
      receipt: { id, seq, leaf, recordedAt: at, repeated: false },
      row: {
        seq,
        id,
        subject: draft.subject,
        nth: has.faces.length + 1,
        chapter: draft.chapter,
        type: draft.type,
        v: draft.v,
        door: draft.door,
        occurred_on: sqlDay(draft.occurredOn),
        latest: sqlDay(draft.latest),
        recorded_at: at,
        ...of,
        origin_system: draft.body.origin?.system ?? null,
        origin_id: draft.body.origin?.id ?? null,
        face,
        face_salt: faceSalt.toString('hex'),
        body_hash: inBody.toString('hex'),
        leaf,
      },
      body: { seq, ...of, salt: bodySalt.toString('hex'), json: body },
    }
  }

  /** The rows of a batch. Of what is derived, only what changed travels. */
  #rows(made: readonly Made[], grown: ReadonlyMap<string, Subject>) {
    const rows = new Map<string, Rows>()
    const changed = [...grown].map(([name, s]) => {
      const before = this.#subjects.get(name)
      const now = rowsOf(this.#law!, name, s.faces, s.marking, s.whose)
      rows.set(name, now)
      return {
        ...changes(name, before?.rows ?? NO_ROWS, now),
        marked: before && before.marking !== s.marking ? [{ subject: name, marking: s.marking }] : [],
      }
    })
    const all = (what: keyof (typeof changed)[number]): object[] => changed.flatMap(c => c[what] as object[])
    return {
      rows,
      // Under the marking that is in force when the batch is written: a MarkingChanged among them counts for those beside it.
      entries: JSON.stringify(made.map(m => ({ ...m.row, marking: grown.get(m.draft.subject)!.marking }))),
      bodies: JSON.stringify(made.map(m => ({ ...m.body, marking: Math.max(grown.get(m.draft.subject)!.marking, m.said.marking) }))),
      derived: JSON.stringify(
        some({
          gone: all('gone'),
          spans: all('spans'),
          unheld: all('unheld'),
          holders: all('holders'),
          ungrounded: all('ungrounded'),
          groundings: all('groundings'),
          marked: all('marked'),
        }),
      ),
    }
  }
}

type Judged =
  | { readonly made: readonly Made[]; readonly receipts: readonly Receipt[]; readonly grown: ReadonlyMap<string, Subject> }
  | { readonly refusal: Refusal; readonly index: number }

interface Known {
  readonly written: WrittenFace
  /** `undefined`: forgotten. */
  readonly said: Body | undefined
  readonly receipt: Receipt
}
const NEW: Subject = { faces: [], rows: NO_ROWS, names: new Map(), first: 0, marking: 0, whose: { mission: null, state: null } }

const refuse = (draft: Draft, has: Subject): Refusal | undefined => {
  if (draft.expect !== 'any' && draft.expect !== has.faces.length) return Refusals.movedOn(draft.subject)
  if (has.faces.length >= LONGEST_SUBJECT) return Refusals.tooLong(draft.subject, LONGEST_SUBJECT)
  const remarked = draft.type === 'MarkingChanged' || has.faces.some(f => f.type === 'MarkingChanged')
  if (has.faces.length && draft.marking !== undefined && draft.marking !== has.marking && !remarked)
    return Refusals.otherMarking(draft.subject, MARKINGS[has.marking], MARKINGS[draft.marking])
  const target = String(draft.is['entry'])
  if (draft.type === 'EntrySuperseded' && !has.names.has(target) && !has.faces.some(f => f.id === target))
    return Refusals.supersedesNothing(draft.subject, target)
  return undefined
}

/** Is it the same entry? All that a writer says is compared, and nothing that we add; nor the door, for a register comes back as testimony. */
const says = ({ written: w, said }: Known, d: Draft): boolean =>
  said === undefined ||
  content(w.chapter, w.type, w.v, w.subject, edtfOf(w), w.is, said) ===
    content(d.chapter, d.type, d.v, d.subject, edtfOf(span(d.occurredOn, d.latest)), d.is, {
      ...d.body,
      marking: d.body.marking ?? said.marking,
    })
const content = (chapter: string, type: string, v: number, subject: string, on: string, is: WrittenFace['is'], body: Body): string =>
  jcs({ chapter, type, v, subject, on, is: type === 'EntrySuperseded' ? {} : { ...is }, body: JSON.parse(writeBody(tidy(body))) })
const tidy = ({ origin: _, ...body }: Body): Body => body
/** Least access: who does not say who may read, gets the fewest readers. */
const HIDDEN: Marking = 3

const originKey = (o: { readonly system: string; readonly id: string }): string => `${o.system}\n${o.id}`
const some = (lists: Readonly<Record<string, readonly object[]>>) => Object.fromEntries(Object.entries(lists).filter(([, l]) => l.length))
const later = (a: string, b: string): string => (a > b ? a : b)
const sqlDay = (d: Day): string => (d === LONG_AGO ? '-infinity' : d === FOREVER ? 'infinity' : toIso(d))
/** PostgreSQL's text of a time, as the ledger writes it: UTC with microseconds. */
export const instant = (text: string): string =>
  text.startsWith('-inf')
    ? ''
    : `${text.slice(0, 10)}T${text
        .slice(11)
        .replace(/\+00(:?00)?$/, '')
        .replace(/^(\d\d:\d\d:\d\d)$/, '$1.')
        .replace(/(\.\d*)$/, f => f.padEnd(7, '0'))}Z`
