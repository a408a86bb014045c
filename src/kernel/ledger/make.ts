import { type Day, FOREVER, LONG_AGO, toIso } from '../day.ts'
import { bodyHash, faceHash, leafHash } from '../proof/leaf.ts'
import type { Face } from '../rules/face.ts'
import type { Draft, Receipt } from './draft.ts'
import { type Body, type Marking, readFace, span, type WrittenFace, writeBody, writeFace } from './entry.ts'
import type { Subject } from './load.ts'
import { whose } from './subject.ts'
import type { World } from './world.ts'

export interface Made {
  readonly draft: Draft
  readonly face: Face
  readonly written: WrittenFace
  readonly said: Body
  readonly receipt: Receipt
  readonly row: object
  readonly body: object
}

/** Least access: who does not say who may read, gets the fewest readers. */
const HIDDEN: Marking = 3

/** An entry as it goes on the ledger: a position, a random id, two salts, the hashes of face and body, its leaf. */
export const make = (draft: Draft, has: Subject, at: string, seq: number, world: World): Made => {
  const id = world.uuid()
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
  const [faceSalt, bodySalt] = [world.salt(), world.salt()]
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
const sqlDay = (d: Day): string => (d === LONG_AGO ? '-infinity' : d === FOREVER ? 'infinity' : toIso(d))
