import type { Source } from '../kernel/ledger/entry.ts'
import { Cited } from './cited.tsx'
import { WhenEdtf } from './dates.tsx'
import type { Answered } from './question-page.ts'

/** A figure that somebody published, as its source counts it. */
export interface Figure {
  readonly subject: string
  readonly mission: string
  readonly period: string
  readonly count: string
  readonly says: string
  readonly told: string
  readonly source: Source
}
/** Figures of others side by side, each with what it counts. */
export const FiguresTable = ({ a, figures }: { a: Pick<Answered, 'lang' | 'to'>; figures: readonly Figure[] }) =>
  figures.length ? (
    <table class="tbl stk">
      <thead>
        <tr>
          <th scope="col">Who, when</th>
          <th scope="col" class="num">
            Count
          </th>
          <th scope="col">What it counts</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(f => (
          <tr>
            <th scope="row">
              <a href={a.to(`/cases/${f.subject}`)}>{f.mission}</a>, {f.period}
            </th>
            <td class="num">{f.count}</td>
            <td>
              {f.says} <Cited lang={a.lang} source={f.source} note />{' '}
              <span class="small soft">
                Published: <WhenEdtf lang="en" text={f.told} />.
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : (
    <p class="soft">No published figure of this is on this record.</p>
  )
