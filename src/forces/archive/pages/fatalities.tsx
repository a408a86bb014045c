import { NotHeld } from '../../../paper/cited.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { FatalitiesRow } from '../fatalities.ts'
import { tablesOf } from './words.ts'

const of = (lang: string) => tablesOf(lang).fatalities

/** Counts of those who died: one thing at a time, and nobody alone. */
export const fatalities: QuestionPage<FatalitiesRow> = {
  title: ({ lang, asked: { options } }) => (options['mission'] ? of(lang).titleOf(options['mission']) : of(lang).title),
  lede: a => of(a.lang).lede,
  Content: a => {
    const w = of(a.lang),
      told = a.rows.filter(r => r.says === null),
      by = told[0]?.by ?? 'year'
    return (
      <>
        <p>
          {(['year', 'state', 'mission', 'cause'] as const).map((by, i) => (
            <>
              {i > 0 && ' · '}
              <a href={a.to('/forces/fatalities', { by })} aria-current={(a.asked.options['by'] ?? 'year') === by ? 'true' : undefined}>
                {w.by[by]}
              </a>
            </>
          ))}
        </p>
        <TablePart
          untitled
          lang={a.lang}
          title={`${w.deaths} ${w.by[by]}`}
          heads={[w.heads[by], w.deaths, tablesOf(a.lang).where]}
          rows={told.map(r => [
            named(a, r),
            <>
              {number(a.lang, r.deaths ?? 0)}
              {r.again > 0 && <span class="small soft"> ({w.again(r.again)})</span>}
            </>,
            <Kept lang={a.lang} to={a.to} at={r.cites!} />,
          ])}
        />
        {a.rows.map(r => r.says !== null && <NotHeld lang={a.lang} says={r.says} />)}
        <p class="small soft measure">{w.incomplete}</p>
      </>
    )
  },
}
const named = (a: Answered, r: FatalitiesRow) => {
  const w = of(a.lang)
  if (r.together) return w.together(r.together)
  if (r.of === null) return <span class="soft">{w.notStated}</span>
  if (r.by === 'state') return a.nameOf(r.of)
  return Object.hasOwn(w.causes, r.of) ? w.causes[r.of] : <bdi lang="en">{r.of}</bdi>
}
