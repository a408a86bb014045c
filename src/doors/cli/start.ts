import { Failure } from '../../kernel/database/failure.ts'
import { isContact } from '../../paper/address.ts'
import { loadShipped } from '../../record/record.ts'
import { noWords, progress, text } from './asking.ts'
import type { Command } from './command.ts'

export const startCommand: Command = {
  says: 'Serves the record on http://localhost:2015; on the first start, loads the published record.',
  options: {
    contact: {
      value: 'ADDRESS',
      says: 'where you, who keep this copy, can be written to: an e-mail address or a web page, shown on each page',
    },
  },
  more: 'PORT is where it is served, PEACEOPS_HOME where the data lies, DATABASE_URL another PostgreSQL (18 or newer).\nHOST makes it listen on another address than this machine’s own; PEACEOPS_CONTACT is --contact. Ctrl-C stops it.',
  example: 'PORT=8080 peaceops start',
  waits: true,
  run: async call => {
    noWords(call)
    const port = portOf(process.env['PORT'])
    const contact = contactOf(text(call, 'contact') ?? process.env['PEACEOPS_CONTACT'])
    // Heeded from the first moment: an impatient Ctrl-C, or the second one that a terminal and npm both send, breaks nothing off.
    const stopped = new Promise<void>(done => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
    })
    const record = await call.open({ mustOwn: true })
    const say = progress('Loading the published record')
    const first = (await record.pools.keeper.query('select size from ledger where ledger = 1')).rows[0].size < 10
    if (first && !process.stderr.isTTY) call.note('Loading the published record …')
    const { written, left } = await loadShipped(record, first ? say : () => undefined, !first)
    if (written) call.note(`${written} entries of the published record are on the ledger.`)
    if (left)
      call.note(
        `Of the published record of this version ${left} ${left === 1 ? 'line says' : 'lines say'} something else than an earlier version put here: what stands stays. Another PEACEOPS_HOME gets them as they are now.`,
      )
    const { serve } = await import('../http/serve.ts') // only here: the other commands start faster without the pages
    const server = await serve(record, port, { contact })
    const place = record.place.embedded ? record.place.embedded.dataDir : 'the PostgreSQL of DATABASE_URL'
    call.out(`peaceops is at http://localhost:${server.port}\nThe record lies in ${place}. Ctrl-C stops it.`)
    if (contact === undefined)
      call.note(
        'Its pages say that this copy names no address: --contact or PEACEOPS_CONTACT says where whoever is named here can send an answer.',
      )
    await stopped
    await server.close()
    return 0
  },
}
const contactOf = (text: string | undefined): string | undefined => {
  const contact = text?.trim() || undefined
  if (contact !== undefined && !isContact(contact))
    throw new Failure(
      `${contact.slice(0, 80)} is neither an e-mail address nor a page on the web.`,
      'Give --contact or PEACEOPS_CONTACT as record@example.org or https://example.org/contact, or leave both out.',
    )
  return contact
}
const portOf = (text: string | undefined): number => {
  const port = text === undefined || text === '' ? 2015 : /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new Failure(`PORT=${text} is no port.`, 'Give a number from 1 to 65535, or leave it out for 2015.')
  return port
}
