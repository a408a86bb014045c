import { Tag } from './tag.tsx'

/** What does not fit, and only a person can settle. */
export const ToLookAt = ({ says }: { says: readonly string[] }) => (
  <>
    {says.map(o => (
      <p class="small">
        <Tag>to be looked at</Tag> {o}
      </p>
    ))}
  </>
)
