import { messagesFor } from './messages.ts'

interface Props {
  lang: string
  action: string
  /** Name of the option, what stands before its field, what was asked, and how wide the field is. */
  fields: readonly (readonly [name: string, label: string, value: string | undefined, size?: number])[]
  hidden?: Readonly<Record<string, string | undefined>> | undefined
}
/** What a question is asked with, as a sentence with fields. Missions are many: one writes the acronym. */
export const Asking = ({ lang, action, fields, hidden = {} }: Props) => (
  <form class="sentence" method="get" action={action} role="search" aria-label={messagesFor(lang).filter}>
    {Object.entries({ ...hidden, lang: lang === 'en' ? undefined : lang }).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
    )}
    {fields.map(([name, label, value, size = 12]) => (
      <label>
        {label} <input name={name} value={value ?? ''} size={size} maxlength={80} autocomplete="off" spellcheck={false} />{' '}
      </label>
    ))}
    <button type="submit" class="btn">
      {messagesFor(lang).show}
    </button>
  </form>
)
