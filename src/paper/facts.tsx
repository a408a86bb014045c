import type { Child } from 'hono/jsx'

/** Label and fact, in two columns. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: Child, node: Child])[] }) => (
  <dl class="facts">
    {facts.map(([label, node]) => (
      <>
        <dt>{label}</dt>
        <dd>{node}</dd>
      </>
    ))}
  </dl>
)
