import { type Day, edtf, FOREVER, LONG_AGO, toIso } from '../day.ts'
import type { Door, Face, Scalar } from '../rules/face.ts'
import type { Standing } from '../rules/rulebook.ts'
import { type Json, jcs } from './jcs.ts'

/** Who may read: ST/SGB/2007/6, with what was published at one end. On a subject: is the case visible at all; on a body: who reads the rest of an entry. */
export const MARKINGS = ['public', 'unclassified', 'confidential', 'strictly confidential'] as const
export type MarkingName = (typeof MARKINGS)[number]
export type Marking = 0 | 1 | 2 | 3

export interface Source {
  readonly title: string
  readonly url?: string
  readonly standing: Standing
  /** Sources disagree here: both stay. */
  readonly conflict?: true
  readonly note?: string
}
/** Where a line came from: the system that gave it, and its name there. The same pair is never written twice. */
export interface Origin {
  readonly system: string
  readonly id: string
}
/** What an entry says beside its face. May be sealed, may be forgotten; no clock runs on it. */
export interface Body {
  readonly marking: Marking
  readonly source?: Source
  readonly office?: string
  readonly origin?: Origin
  readonly data: { readonly [key: string]: Json }
}
/** The face as it is hashed, in JCS. Days are text here; an open end is `..`. */
export interface WrittenFace {
  readonly chapter: string
  readonly door: Door
  readonly id: string
  readonly is: Readonly<Record<string, Scalar>>
  readonly latest: string
  readonly marking: Marking
  readonly occurredOn: string
  readonly recordedAt: string
  readonly subject: string
  readonly type: string
  readonly v: number
}
/** One entry read back: its face for people and for clocks, and its body where the reader may see it. */
export interface Entry {
  readonly face: Face
  readonly written: WrittenFace
  readonly body: Body | undefined
}

export const SUBJECT = /^[A-Za-z0-9._-]{1,80}$/
/** A subject is a case, not an archive: each append derives it whole. A provision is a subject, an agreement is a group. */
export const LONGEST_SUBJECT = 1_000

const A_DAY = /^\d{4}-\d\d-\d\d$/
const written = (d: Day): string => (d === LONG_AGO || d === FOREVER ? '..' : toIso(d))

export const writeFace = (face: WrittenFace): string => jcs({ ...face, is: { ...face.is } })
export const writeBody = (body: Body): string =>
  jcs({
    data: body.data,
    marking: body.marking,
    ...(body.office ? { office: body.office } : {}),
    ...(body.origin ? { origin: { ...body.origin } } : {}),
    ...(body.source ? { source: { ...body.source } } : {}),
  })
export const span = (occurredOn: Day, latest: Day): Pick<WrittenFace, 'occurredOn' | 'latest'> => ({
  occurredOn: written(occurredOn),
  latest: written(latest),
})

/** The ledger's text as clocks read it. A text in the form of a day is a day: so a stranger needs no table of fields to derive the board. */
export const readFace = (seq: number, f: WrittenFace): Face => ({
  seq,
  id: f.id,
  type: f.type,
  subject: f.subject,
  occurredOn: f.occurredOn === '..' ? LONG_AGO : edtf(f.occurredOn).occurredOn,
  latest: f.latest === '..' ? FOREVER : edtf(f.latest).latest,
  door: f.door,
  is: Object.fromEntries(Object.entries(f.is).map(([k, v]) => [k, typeof v === 'string' && A_DAY.test(v) ? edtf(v).occurredOn : v])),
})

/** The days of an entry in EDTF, as an interchange line gives them. */
export const edtfOf = (f: Pick<WrittenFace, 'occurredOn' | 'latest'>): string =>
  f.occurredOn === f.latest ? f.occurredOn : (month(f) ?? year(f) ?? `${f.occurredOn}/${f.latest}`)
const month = ({ occurredOn: a, latest: b }: Pick<WrittenFace, 'occurredOn' | 'latest'>): string | undefined =>
  a !== '..' && b !== '..' && a.slice(0, 7) === b.slice(0, 7) && same(a.slice(0, 7), a, b) ? a.slice(0, 7) : undefined
const year = ({ occurredOn: a, latest: b }: Pick<WrittenFace, 'occurredOn' | 'latest'>): string | undefined =>
  a !== '..' && b !== '..' && a.slice(0, 4) === b.slice(0, 4) && same(a.slice(0, 4), a, b) ? a.slice(0, 4) : undefined
const same = (text: string, from: string, to: string): boolean => {
  const d = edtf(text)
  return toIso(d.occurredOn) === from && toIso(d.latest) === to
}
