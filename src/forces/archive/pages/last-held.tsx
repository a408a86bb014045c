import { edtfInWords } from '../../../paper/dates.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { tablesOf } from './words.ts'

interface Props {
  lang: string
  rows: readonly { readonly dataset: string; readonly month: string; readonly lastHeld: boolean }[]
}
/** Nobody named a day: of which month the page tells instead of today's. */
export const LastHeld = ({ lang, rows }: Props) => {
  const w = tablesOf(lang)
  const held = [...new Map(rows.filter(r => r.lastHeld).map(r => [r.dataset, r.month]))]
  return held.length ? (
    <p class="small soft">
      {w.lastHeld} {held.map(([dataset, month]) => w.inTable(edtfInWords(lang, month), dataset)).join(messagesFor(lang).comma)}.{' '}
      {w.cameLater}
    </p>
  ) : null
}
