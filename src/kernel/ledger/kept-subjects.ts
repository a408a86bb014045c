import type pg from 'pg'
import { loadSubjects, type Subject } from './load.ts'
import { type Law, rowsOf } from './subject.ts'

/** The subjects that the writer keeps in mind, as they stood after its last batch. */
export class KeptSubjects {
  readonly #ledger: number
  /** How many faces it keeps. */
  readonly #most: number
  readonly #subjects = new Map<string, Subject>()
  #faces = 0

  constructor(ledger: number, most: number) {
    this.#ledger = ledger
    this.#most = most
  }
  get(name: string): Subject | undefined {
    return this.#subjects.get(name)
  }
  async load(db: Pick<pg.Pool, 'query'>, law: Law, names: readonly string[]): Promise<void> {
    const missing = names.filter(n => !this.#subjects.has(n))
    if (!missing.length) return
    for (const [name, s] of await loadSubjects(db, this.#ledger, missing))
      this.keep(name, { ...s, rows: rowsOf(law, name, s.faces, s.marking, s.whose) })
  }
  keep(name: string, s: Subject): void {
    this.#faces += s.faces.length - (this.#subjects.get(name)?.faces.length ?? 0)
    this.#subjects.delete(name)
    this.#subjects.set(name, s)
  }
  /** Between two batches only: what a batch has loaded it still needs. The longest unused go first. */
  trim(): void {
    for (const [old, o] of this.#subjects) {
      if (this.#faces <= this.#most) break
      this.#subjects.delete(old)
      this.#faces -= o.faces.length
    }
  }
  forget(): void {
    this.#subjects.clear()
    this.#faces = 0
  }
}
