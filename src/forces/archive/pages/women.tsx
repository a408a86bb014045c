import { Asking } from '../../../paper/asking.tsx'
import { NotHeld } from '../../../paper/cited.tsx'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { WomenRow } from '../women.ts'
import { LastHeld } from './last-held.tsx'

/** Women among those counted, by mission; of one mission, by type. */
export const women: QuestionPage<WomenRow> = {
  title: ({ asked, rows }) => `Women in ${asked.options['mission'] ?? 'each mission'}, ${rows[0]?.month ?? ''}`,
  lede: () =>
    'Of those whom a table counts by sex, at the end of the month. Of missions only: counts by State and sex would tell of single persons.',
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/women')} fields={[['mission', 'In', a.asked.options['mission']]]} />
      <LastHeld rows={a.rows} />
      <TablePart
        untitled
        title="Women and men"
        heads={['Mission', 'Type', 'Women', 'Men', 'Women’s share', 'Where it stands']}
        rows={a.rows
          .filter(r => r.says === null && (r.type === null || a.asked.options['mission'] !== undefined))
          .map(r => [
            r.mission ? <a href={a.to('/forces/women', { mission: r.mission })}>{r.mission}</a> : 'no mission that the archive knows',
            r.type ?? 'all types',
            number(a.lang, r.women ?? 0),
            number(a.lang, r.men ?? 0),
            r.percent === null ? null : `${r.percent} per cent`,
            <Kept to={a.to} at={r.cites!} asked={inMonths({ mission: r.mission }, r.month)} />,
          ])}
      />
      {a.rows.map(r => r.says !== null && <NotHeld says={r.says} />)}
    </>
  ),
}
