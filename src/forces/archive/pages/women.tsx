import { Asking } from '../../../paper/asking.tsx'
import { NotHeld } from '../../../paper/cited.tsx'
import { edtfInWords } from '../../../paper/dates.tsx'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { WomenRow } from '../women.ts'
import { LastHeld } from './last-held.tsx'
import { tablesOf } from './words.ts'

const of = (lang: string) => tablesOf(lang).women

/** Women among those counted, by mission; of one mission, by type. */
export const women: QuestionPage<WomenRow> = {
  title: ({ lang, asked, rows }) => of(lang).title(asked.options['mission'], rows[0] ? edtfInWords(lang, rows[0].month) : ''),
  lede: a => of(a.lang).lede,
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/women')} fields={[['mission', tablesOf(a.lang).in, a.asked.options['mission']]]} />
      <LastHeld lang={a.lang} rows={a.rows} />
      <TablePart
        untitled
        lang={a.lang}
        title={of(a.lang).table}
        heads={[...of(a.lang).heads, tablesOf(a.lang).where]}
        rows={a.rows
          .filter(r => r.says === null && (r.type === null || a.asked.options['mission'] !== undefined))
          .map(r => [
            r.mission ? <a href={a.to('/forces/women', { mission: r.mission })}>{r.mission}</a> : tablesOf(a.lang).noMission,
            r.type ? (tablesOf(a.lang).sorts[r.type] ?? r.type) : of(a.lang).allTypes,
            number(a.lang, r.women ?? 0),
            number(a.lang, r.men ?? 0),
            r.percent === null ? null : tablesOf(a.lang).perCent(r.percent),
            <Kept lang={a.lang} to={a.to} at={r.cites!} asked={inMonths({ mission: r.mission }, r.month)} />,
          ])}
      />
      {a.rows.map(r => r.says !== null && <NotHeld lang={a.lang} says={r.says} />)}
    </>
  ),
}
