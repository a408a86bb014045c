import type { Source } from '../kernel/ledger/entry.ts'
import { Cited } from './cited.tsx'
import { WhenEdtf } from './dates.tsx'
import { messagesFor } from './messages.ts'
import type { Answered } from './question-page.ts'
import { TablePart } from './table.tsx'

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
export const FiguresTable = ({ a, figures }: { a: Pick<Answered, 'lang' | 'to'>; figures: readonly Figure[] }) => {
  const m = messagesFor(a.lang).figures
  return figures.length ? (
    <TablePart
      untitled
      lang={a.lang}
      title={m.title}
      heads={m.heads}
      numbers={[1]}
      rows={figures.map(f => [
        <>
          <a href={a.to(`/cases/${f.subject}`)}>
            <bdi>{f.mission}</bdi>
          </a>
          {messagesFor(a.lang).comma}
          <bdi>{f.period}</bdi>
        </>,
        f.count,
        <>
          <bdi lang="en">{f.says}</bdi> <Cited lang={a.lang} source={f.source} note />{' '}
          <span class="small soft">
            {m.published} <WhenEdtf lang={a.lang} text={f.told} />.
          </span>
        </>,
      ])}
    />
  ) : (
    <p class="soft">{m.none}</p>
  )
}
