import { NotHeld } from '../../../paper/cited.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { againInWords, type FatalitiesRow } from '../fatalities.ts'

const BY = { year: 'Year', mission: 'Mission', cause: 'Cause', state: 'State' } as const

/** Counts of those who died: one thing at a time, and nobody alone. */
export const fatalities: QuestionPage<FatalitiesRow> = {
  title: ({ asked }) =>
    asked.options['mission'] ? `Those who died in the service of ${asked.options['mission']}` : 'Those who died in the service of missions',
  lede: () =>
    'Counts only, up to the end of the year. Each of them was a person: rows are not shown, no two things are counted across, and groups of fewer than five by State or cause are told together.',
  Content: a => {
    const told = a.rows.filter(r => r.says === null),
      head = BY[told[0]?.by ?? 'year']
    return (
      <>
        <p>
          {(['year', 'state', 'mission', 'cause'] as const).map((by, i) => (
            <>
              {i > 0 && ' · '}
              <a href={a.to('/forces/fatalities', { by })} aria-current={(a.asked.options['by'] ?? 'year') === by ? 'true' : undefined}>
                by {by === 'state' ? 'State' : by}
              </a>
            </>
          ))}
        </p>
        <TablePart
          untitled
          title={`Deaths by ${head}`}
          heads={[head, 'Deaths', 'Where it stands']}
          rows={told.map(r => [
            named(a, r),
            <>
              {number(a.lang, r.deaths ?? 0)}
              {r.again > 0 && <span class="small soft"> ({againInWords(r.again)})</span>}
            </>,
            <Kept to={a.to} at={r.cites!} />,
          ])}
        />
        {a.rows.map(r => r.says !== null && <NotHeld says={r.says} />)}
        <p class="small soft measure">
          The UN says that before 2000 the list may be incomplete, and that agencies, funds and programmes are not in it.
        </p>
      </>
    )
  },
}
const named = (a: Answered, r: FatalitiesRow) => {
  if (r.together) return `${r.together} others, fewer than five each`
  if (r.of === null) return <span class="soft">not stated</span>
  return r.by === 'state' ? a.nameOf(r.of) : <span lang="en">{r.of}</span>
}
