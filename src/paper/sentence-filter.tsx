import { messagesFor } from './messages.ts'

export interface Choice {
  readonly name: string
  readonly label: string // for those who do not see the sentence around it
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
}
export interface SentenceFilterProps {
  lang: string
  action: string
  label?: string | undefined
  parts: readonly (string | Choice)[] // "of", a choice, "in", a choice …, as the sentence goes in this language
  hidden?: Readonly<Record<string, string>> | undefined
}
/** A filter that reads as a sentence: Show [what is open] of [any debtor]. [Show] */
export const SentenceFilter = ({ lang, action, label, parts, hidden = {} }: SentenceFilterProps) => {
  const m = messagesFor(lang)
  return (
    <form class="sentence" method="get" action={action} role="search" aria-label={label ?? m.filter}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {parts.map(p =>
        typeof p === 'string' ? (
          `${p} `
        ) : (
          <>
            <select name={p.name} aria-label={p.label}>
              {p.options.map(([value, text]) => (
                <option value={value} selected={value === p.value}>
                  {text}
                </option>
              ))}
            </select>{' '}
          </>
        ),
      )}
      <button type="submit" class="btn">
        {m.show}
      </button>
    </form>
  )
}
