import type { Child } from 'hono/jsx'
import type { Source as Cited } from '../../kernel/ledger/entry.ts'
import { Source } from '../../paper/source.tsx'
import { StandingWord, Tag } from '../../paper/tag.tsx'

interface Props {
  label: string
  heads: readonly string[]
  /** The first cell of a row is its head. */
  rows: readonly (readonly [Child, ...Child[]])[]
}
/** A part of a page with its table: on a phone the cells of a row stand one under another. */
export const TablePart = ({ label, heads, rows }: Props) => (
  <div class="scroll" tabindex={0} role="region" aria-label={label}>
    <table class="tbl stk">
      <thead>
        <tr>
          {heads.map(h => (
            <th scope="col">{h}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr>
            <th scope="row">{head}</th>
            {cells.map(c => (
              <td>{c}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
export const NotOnRecord = () => <span class="soft">not on this record</span>
export const NothingYet = () => <p>Nothing of this is on the record on this day. That does not mean that nothing happened.</p>

/** As it was told, with its source within sight; where sources disagree, it says so and how. */
export const AsTold = ({ lang, says, source }: { lang: string; says: string; source: Cited | null }) => (
  <p class="small" lang="en" dir="auto">
    {says} {source && <Source href={source.url ?? undefined} label={source.title} lang="en" />}{' '}
    {source && <StandingWord lang={lang} standing={source.standing} />} {source?.conflict && <Tag>contested</Tag>}{' '}
    {source?.note && <span class="soft">{source.note}</span>}
  </p>
)
