import { turnsShown } from '../../paper/direction.ts'

/** Whoever read our answer has closed the pipe (`board | head -1`): no error, and nothing more to say. */
export class ReaderGone extends Error {}

// What was imported must not move the cursor or recolour the terminal of who reads it.
const CONTROL = /[\p{Cc}--[\t\n]]/gv
/** Line by line: what is ordinary in a line of Arabic is not in another. */
const safe = (text: string): string => text.replace(CONTROL, '�').replace(/[^\n]+/g, turnsShown)

/** Standard output for the answer, standard error for what is not the answer. */
export const printer = () => {
  let gone = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1
    gone = true
  })
  process.stderr.on('error', () => undefined)
  const write = (text: string): boolean => {
    if (gone) throw new ReaderGone()
    return process.stdout.write(`${process.stdout.isTTY ? safe(text) : text}\n`)
  }
  return {
    out: (text: string): void => void write(text),
    /** For long answers: waits while the reader is slower than we are, so that memory stays flat. */
    line: async (text: string): Promise<void> => {
      if (write(text)) return
      await new Promise<void>(done => {
        const go = (): void => {
          for (const event of ['drain', 'close', 'error']) process.stdout.off(event, go)
          done()
        }
        for (const event of ['drain', 'close', 'error']) process.stdout.on(event, go)
      })
    },
    note: (text: string): void => void process.stderr.write(`${process.stderr.isTTY ? safe(text) : text}\n`),
  }
}
