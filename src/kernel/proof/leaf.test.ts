import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Json, jcs } from '../ledger/jcs.ts'
import { bodyHash, faceHash, leafHash } from './leaf.ts'

interface Vector {
  readonly n: number
  readonly face: string
  readonly faceSalt: string
  readonly body: string
  readonly bodySalt: string
  readonly faceHash: string
  readonly bodyHash: string
  readonly leaf: string
}
const vectors = JSON.parse(readFileSync(new URL('../../../docs/vectors/leaf.json', import.meta.url), 'utf8')) as Vector[]
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

test('the leaf keeps its twenty published vectors', () => {
  expect(vectors).toHaveLength(20)
  for (const v of vectors) {
    const face = faceHash(bytes(v.faceSalt), v.face)
    const body = bodyHash(bytes(v.bodySalt), v.body)
    expect([v.n, face.toString('hex'), body.toString('hex'), leafHash(face, body).toString('hex')]).toEqual([
      v.n,
      v.faceHash,
      v.bodyHash,
      v.leaf,
    ])
  }
})
test('the texts are canonical: parsed and written again they are the same bytes', () => {
  for (const v of vectors) for (const text of [v.face, v.body]) expect(jcs(JSON.parse(text) as Json)).toBe(text)
})
test('any other salt, letter or order gives another leaf', () => {
  const [v] = vectors as [Vector]
  expect(faceHash(bytes(v.bodySalt), v.face).toString('hex')).not.toBe(v.faceHash)
  expect(faceHash(bytes(v.faceSalt), `${v.face} `).toString('hex')).not.toBe(v.faceHash)
  expect(leafHash(bytes(v.bodyHash), bytes(v.faceHash)).toString('hex')).not.toBe(v.leaf)
  expect(() => faceHash(Buffer.alloc(16), v.face)).toThrow(/32 bytes/)
})
