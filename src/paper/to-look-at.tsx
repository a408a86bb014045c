import { messagesFor } from './messages.ts'
import { Tag } from './tag.tsx'

/** What does not fit, in English, and only a person can settle. */
export const ToLookAt = ({ lang = 'en', says }: { lang?: string; says: readonly string[] }) => (
  <>
    {says.map(o => (
      <p class="small">
        <Tag>{messagesFor(lang).toLookAt}</Tag> <bdi lang="en">{o}</bdi>
      </p>
    ))}
  </>
)
