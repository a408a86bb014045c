import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Record } from '../../record/record.ts'
import { app } from './app.tsx'
import type { Keeper } from './pages.tsx'

/** Listens on this machine only (127.0.0.1, and ::1 where there is one), unless HOST says otherwise. */
export const serve = async (
  record: Record,
  port: number,
  keeper: Keeper = {},
  host = process.env['HOST'],
): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const { fetch } = app(record, keeper)
  const listen = (at: string, on: number): Promise<Server> =>
    new Promise((done, fail) => {
      const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server
      server.requestTimeout = 30_000
      server.headersTimeout = 10_000
      server.once('error', fail)
      server.listen(on, at, () => {
        server.off('error', fail)
        server.on('error', () => undefined) // a connection that could not be taken is no reason to stop
        done(server)
      })
    })
  const servers = [await listen(host || '127.0.0.1', port)]
  const bound = (servers[0]!.address() as { port: number }).port
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closed))
  }
  if (!host)
    try {
      servers.push(await listen('::1', bound))
    } catch (error) {
      // No IPv6 here: well. Another program there: whoever asks for localhost might reach that one.
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
        await close()
        throw error
      }
    }
  return { port: bound, close }
}
const PATIENCE_MS = 3_000

/** Nobody new comes in; who is being answered has a moment to be answered to the end. */
const closed = (server: Server): Promise<void> =>
  new Promise(done => {
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  })
