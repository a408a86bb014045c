import type { Binding, Standing, Sure } from '../kernel/rules/rulebook.ts'
import { Upright } from './marks.tsx'
import { messagesFor } from './messages.ts'

export const BINDINGS: readonly Binding[] = ['treaty', 'resolution', 'self-commitment', 'request', 'assumption']
export const STANDINGS: readonly Standing[] = ['seen', 'second-hand', 'remembered', 'ours']

interface BindingTagProps {
  lang: string
  binding: Binding
  sure?: Partial<Sure> | undefined
}
/** What kind of promise, how sure we are of its words, and of its limit where that is another thing. The edge is a piece of the due line, the underline is the certainty; both are words first. */
export const BindingTag = ({ lang, binding, sure }: BindingTagProps) => {
  const m = messagesFor(lang)
  return (
    <span class={`bs b-${binding}`}>
      <b>{m.binding[binding]}</b>
      {sure?.standing && (
        <>
          {' '}
          <StandingWord lang={lang} standing={sure.standing} />
        </>
      )}
      {sure?.limit && sure.limit !== sure.standing && (
        <>
          {m.itsLimit} <StandingWord lang={lang} standing={sure.limit} />
        </>
      )}
    </span>
  )
}
export const StandingWord = ({ lang, standing }: { lang: string; standing: Standing }) => (
  <i class={`u u-${standing}`}>{messagesFor(lang).standing[standing]}</i>
)

/** Invented things say so, beside the thing. */
export const Simulated = ({ lang }: { lang: string }) => <span class="sim">{messagesFor(lang).simulated}</span>
/** A word in a thin frame: contested, confidential. Never a coloured pill. */
export const Tag = ({ children }: { children: string }) => <span class="tag">{children}</span>

export const BindingLegend = ({ lang }: { lang: string }) => {
  const m = messagesFor(lang)
  return (
    <dl class="bk">
      {BINDINGS.map(b => (
        <div>
          <dt>
            <svg class="ck" aria-hidden="true">
              <Upright binding={b} x={50} y={[10, 90]} />
            </svg>
            {m.binding[b]}
          </dt>
          <dd>{m.bindingMeans[b]}</dd>
        </div>
      ))}
    </dl>
  )
}
export const StandingLegend = ({ lang }: { lang: string }) => {
  const m = messagesFor(lang)
  return (
    <dl class="bk">
      {STANDINGS.map(s => (
        <div>
          <dt>
            <StandingWord lang={lang} standing={s} />
          </dt>
          <dd>{m.standingMeans[s]}</dd>
        </div>
      ))}
    </dl>
  )
}
