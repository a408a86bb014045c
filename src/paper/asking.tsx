import { messagesFor } from './messages.ts'

type Choices = readonly (readonly [value: string, label: string])[]
interface Props {
  lang: string
  /** The page that answers, as one goes there from here: its day and its language go with what is asked. */
  action: string
  /** Name of the option, what stands before its field, what was asked, how wide the field is, and what may be chosen, where that is a list. */
  fields: readonly (readonly [name: string, label: string, value: string | undefined, size?: number, choices?: Choices])[]
}
/** What a question is asked with, as a sentence with fields. Missions are many: one writes the acronym. */
export const Asking = ({ lang, action, fields }: Props) => {
  const { pathname, searchParams } = new URL(action, 'http://peaceops')
  return (
    <form class="sentence" method="get" action={pathname} role="search" aria-label={messagesFor(lang).filter}>
      {[...searchParams].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map(([name, label, value, size = 12, choices = []]) => (
        <label>
          {label}{' '}
          <input
            name={name}
            value={value ?? ''}
            size={size}
            maxlength={80}
            autocomplete="off"
            spellcheck={false}
            list={choices.length ? `${name}-choices` : undefined}
          />{' '}
          {choices.length > 0 && (
            <datalist id={`${name}-choices`}>
              {choices.map(([choice, says]) => (
                <option value={choice}>{says}</option>
              ))}
            </datalist>
          )}
        </label>
      ))}
      <button type="submit" class="btn">
        {messagesFor(lang).show}
      </button>
    </form>
  )
}
