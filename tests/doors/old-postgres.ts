import { createServer, type Server } from 'node:net'

// Something that answers like a PostgreSQL of another age, for we cannot install one: it lets everybody in and tells its version.

const message = (type: string, ...parts: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map(p => (typeof p === 'string' ? Buffer.from(`${p}\0`) : p)))
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const int16 = (n: number): Buffer => Buffer.from([n >> 8, n & 255])
const int32 = (n: number): Buffer => Buffer.concat([int16(n >> 16), int16(n & 0xffff)])
const READY = message('Z', Buffer.from('I'))
const column = (name: string, oid: number): Buffer =>
  Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(oid), int16(-1 & 0xffff), int32(-1), int16(0)])
const value = (text: string): Buffer => Buffer.concat([int32(text.length), Buffer.from(text)])

/** `number`: as `server_version_num`. */
export const oldPostgres = (number: number, version: string): Promise<Server & { readonly port: number }> =>
  new Promise(done => {
    const server = createServer(socket => {
      socket.on('error', () => undefined)
      let started = false
      socket.on('data', data => {
        if (!started) {
          started = true
          socket.write(Buffer.concat([message('R', int32(0)), READY]))
        } else if (data[0] === 0x51)
          socket.write(
            Buffer.concat([
              message('T', int16(2), column('number', 23), column('version', 25)),
              message('D', int16(2), value(String(number)), value(version)),
              message('C', 'SELECT 1'),
              READY,
            ]),
          )
        else if (data[0] === 0x58) socket.end()
      })
    })
    server.listen(0, '127.0.0.1', () => done(Object.assign(server, { port: (server.address() as { port: number }).port })))
  })
