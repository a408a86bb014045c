import { randomBytes, randomUUID } from 'node:crypto'

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
