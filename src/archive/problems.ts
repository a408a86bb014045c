import type { Sql } from '../kernel/database/pools.ts'
import { ask } from './datasets.ts'
import type { Kind } from './noted.ts'

/** What was not understood in a snapshot (`bad`), what was understood and is said (`note`), and what does not add up (`check`). */
export interface Problem {
  readonly snapshot: number
  readonly n: number
  readonly kind: Kind
  readonly column: string | null
  readonly says: string
  readonly rows: number
  /** The first places, each with its file, counted from 1, and its line. */
  readonly lines: readonly (readonly [file: number, line: number])[]
  /** Of a folder: the name of the file of each place. */
  readonly files: readonly string[]
}
/** Its places with their files, for words. */
export const placesOf = ({ lines, files }: Problem) => lines.map(([, line], i) => ({ line, name: files[i] }))
/** In the order in which they were met; as the reader may see them: of a closed table the public sees none. */
export const problems = async (
  db: Sql,
  dataset: string,
  snapshot: number,
  how: { readonly limit: number; readonly after?: number | undefined; readonly kind?: Kind | undefined },
): Promise<readonly Problem[]> => {
  const rows = await ask<Omit<Problem, 'lines'> & { lines: string }>(
    db,
    `select p.nth as snapshot, p.n, p.kind, p.column_name as column, p.says, p.rows, p.lines, case when f.several then
         array(select coalesce(s.name, '') from json_array_elements(p.lines::json) with ordinality x(at, i)
           left join snapshot_file s on s.dataset = p.dataset and s.nth = p.nth and s.file = (x.at ->> 0)::int order by x.i) else '{}' end as files
     from archived_problem p join dataset d on d.id = p.dataset
     cross join lateral (select exists (select from snapshot_file s where s.dataset = p.dataset and s.nth = p.nth and s.file > 1) as several) f
     where d.name = $1 and p.nth = $2 and p.n > $3 and ($5::text is null or p.kind = $5) order by p.n limit $4`,
    [dataset, snapshot, how.after ?? 0, how.limit, how.kind ?? null],
  )
  return rows.map(r => ({ ...r, lines: JSON.parse(r.lines) as Problem['lines'] }))
}
