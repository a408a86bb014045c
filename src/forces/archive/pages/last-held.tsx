interface Props {
  rows: readonly { readonly dataset: string; readonly month: string; readonly lastHeld: boolean }[]
}
/** Nobody named a day: of which month the page tells instead of today's. */
export const LastHeld = ({ rows }: Props) => {
  const held = [...new Map(rows.filter(r => r.lastHeld).map(r => [r.dataset, r.month]))]
  return held.length ? (
    <p class="small soft" lang="en" dir="ltr">
      The last month held: {held.map(([dataset, month]) => `${month} in ${dataset}`).join(', ')}. What came later is not on this record.
    </p>
  ) : null
}
