import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Record } from '../../record/record.ts'
import { app } from './app.tsx'

/** Listens on this machine only (127.0.0.1, and ::1 where there is one), unless HOST says otherwise. */
export const serve = async (
  record: Record,
  port: number,
  host = process.env['HOST'],
): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const { fetch } = app(record)
  const listen = (at: string, on: number): Promise<Server> =>
    new Promise((done, fail) => {
      const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server
      server.requestTimeout = 30_000
      server.headersTimeout = 10_000
      server.once('error', fail)
      server.listen(on, at, () => done(server))
    })
  const first = await listen(host || '127.0.0.1', port)
  const bound = (first.address() as { port: number }).port
  const second = host ? undefined : await listen('::1', bound).catch(() => undefined)
  return {
    port: bound,
    close: async () => {
      for (const server of [first, second]) {
        server?.closeIdleConnections()
        await new Promise<void>(done => (server ? server.close(() => done()) : done()))
      }
    },
  }
}
