import { Failure } from '../../kernel/database/failure.ts'
import { loadShipped } from '../../record/record.ts'
import { serve } from '../http/serve.ts'
import { noWords, progress } from './asking.ts'
import type { Command } from './command.ts'

export const startCommand: Command = {
  says: 'Serves the record on http://localhost:2015; on the first start, loads the published record.',
  run: async call => {
    noWords(call)
    const port = portOf(process.env['PORT'])
    const record = await call.open({ mustOwn: true })
    const say = progress('Loading the published record')
    const first = (await record.pools.keeper.query('select size from ledger where ledger = 1')).rows[0].size < 10
    if (first && !process.stderr.isTTY) call.note('Loading the published record …')
    const written = await loadShipped(record, first ? say : () => undefined)
    if (written) call.note(`${written} entries of the published record are on the ledger.`)
    const server = await serve(record, port)
    const place = record.place.embedded ? record.place.embedded.dataDir : 'the PostgreSQL of DATABASE_URL'
    call.out(`peaceops is at http://localhost:${server.port}\nThe record lies in ${place}. Ctrl-C stops it.`)
    await new Promise<void>(done => {
      process.once('SIGINT', done)
      process.once('SIGTERM', done)
    })
    await server.close()
    return 0
  },
}
const portOf = (text: string | undefined): number => {
  const port = text === undefined || text === '' ? 2015 : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Failure(`PORT=${text} is no port.`, 'Give a number from 1 to 65535, or leave it out for 2015.')
  return port
}
