import { createHash, hash } from 'node:crypto'

// The leaf of an entry in its final format. It can never be changed, so a version stands in each domain.
// No database here: the same lines run in a stranger's verifier, offline.

export const FACE = Buffer.from('peaceops/face/1\0', 'latin1')
export const BODY = Buffer.from('peaceops/body/1\0', 'latin1')
export const LEAF = Buffer.from([0x00])

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer')

/** SHA-256 of the domain, 32 bytes of salt, and the exact JCS text of the face (without its position). */
export const faceHash = (salt: Uint8Array, jcsText: string): Buffer => sha256(FACE, whole(salt), Buffer.from(jcsText))
/** The same for the body. Who forgets the salt cannot test a guess against the hash any more. */
export const bodyHash = (salt: Uint8Array, jcsText: string): Buffer => sha256(BODY, whole(salt), Buffer.from(jcsText))
/** RFC 6962, section 2.1: SHA-256(0x00 ‖ data), where data is face hash ‖ body hash. Its index in the tree is position − 1. */
export const leafHash = (face: Uint8Array, body: Uint8Array): Buffer => sha256(LEAF, whole(face), whole(body))

const whole = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length !== 32) throw new RangeError(`32 bytes are wanted, not ${bytes.length}`)
  return bytes
}

/** The hash by which a rulebook is named on the ledger: SHA-256 of its JCS text, in hex. */
export const documentHash = (jcsText: string): string => createHash('sha256').update(jcsText).digest('hex')
