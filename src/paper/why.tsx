import type { Child } from 'hono/jsx'
import { Facts } from './facts.tsx'
import { messagesFor } from './messages.ts'

export interface WhyProps {
  lang: string
  contentLang?: string | undefined
  id?: string | undefined
  open?: boolean | undefined
  sum?: Child // one serif sentence
  strips?: Child // day strips; two calendars stand one above the other
  sentences?: readonly string[] | undefined // of the kernel's `why`
  facts?: readonly (readonly [label: string, node: Child])[] | undefined
  command?: string | undefined
}
/** How were the days counted? Closed, it is one line; open, everything needed to count again by hand. */
export const Why = ({ lang, contentLang, id, open, sum, strips, sentences = [], facts = [], command }: WhyProps) => {
  const m = messagesFor(lang),
    foreign = contentLang && contentLang !== lang ? 'auto' : undefined
  return (
    <details class="why" id={id} open={open}>
      <summary>{m.whyAll}</summary>
      <div>
        {sum && <p class="sum">{sum}</p>}
        {strips}
        {sentences.length > 0 && (
          <ul lang={contentLang} dir={foreign}>
            {sentences.map(s => (
              <li>{s}</li>
            ))}
          </ul>
        )}
        {(facts.length > 0 || command) && <Facts facts={command ? [...facts, [m.checkIt, <pre tabindex={0}>{command}</pre>]] : facts} />}
      </div>
    </details>
  )
}
