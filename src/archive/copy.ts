import { hash } from 'node:crypto'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

/** SHA-256, cut to the 128 bits that a uuid holds. */
export const short = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)

const ODD = /[\\\n\r\t]/
const ODDS = /[\\\n\r\t]/g
const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
/** A text as a line of COPY holds it. */
export const copied = (text: string): string => (ODD.test(text) ? text.replace(ODDS, c => WRITTEN[c]!) : text)
export const NULL = '\\N'

/** A batch of lines, as fast as the database takes them. */
export const copyAll = async (client: pg.PoolClient, text: string, lines: string): Promise<void> => {
  if (!lines) return
  const stream = client.query(from(text))
  await new Promise<void>((done, fail) => {
    stream.once('error', fail).once('finish', () => done())
    stream.end(Buffer.from(lines))
  })
}
