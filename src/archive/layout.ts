/**
 * How somebody's published table reads. It is data: a reader may bring one as JSON, and no code is needed for an unknown table.
 * Nothing is mended in silence: what a layout understands of an odd cell it says, row by row, and the cell stays as it was published.
 */
export interface Layout {
  /** The dataset, `ucdp-ged`: one name over the years. */
  readonly dataset: string
  /** This form of its file, `ucdp-ged/23.1`: a dataset may have had several. */
  readonly layout: string
  readonly title: string
  readonly producer: string
  /** As the producer wants to be cited, or as well as we know. */
  readonly cite: string
  readonly url?: string
  /** `null`: none stated. */
  readonly licence: string | null
  /** What one row is: "one contributor's personnel of one type in one mission in one month". */
  readonly row: string
  readonly file: FileForm
  readonly columns: readonly Column[]
  /** The columns that make a row's name, for ever. */
  readonly key: readonly string[]
  /** Rows of one name are each a thing of its own, as drafts that were put to the vote in one meeting: each is counted that says something else. */
  readonly each?: boolean
  /** Columns of which one file holds some values whole: rows of other values stay when it is added. None: a file is the whole table. */
  readonly part?: readonly string[]
  /** Columns that together are the amount, where none holds it: women and men. */
  readonly adds?: readonly string[]
  /** Columns that name several States of which a row is, in one cell or in many: it is found under each of them. */
  readonly states?: readonly string[]
  /** Rows that repeat others as a sum: told apart, never summed with their parts. */
  readonly totals?: readonly { readonly column: string; readonly is: readonly string[] }[]
  readonly checks?: readonly Check[]
  /** Columns that are not kept, each with its reason: a row number that changes with every copy of the file. An empty name: a column without a heading. */
  readonly passed?: readonly { readonly name: string; readonly because: string }[]
  /** Headings with which it is another table: one that only cleared readers may see. */
  readonly without?: readonly string[]
  /** Pairs of coordinates, and the column with the State or mission in which they should lie: a pair that fits only the other way round is said. */
  readonly where?: readonly { readonly latitude: string; readonly longitude: string; readonly in: string }[]
  /** Who may read rows. `closed`: only cleared readers; the public gets the counts by year and country that the archive keeps beside. */
  readonly opens: 'rows' | 'closed'
  /** Of a closed table everybody gets counts by year and by this, and by nothing else: of the dead of missions, the mission. Default: the State. */
  readonly countedBy?: CountedBy
}
/** A count of whom is of persons, whatever else is not declared. */
export const unitOf = (c: Column): string | undefined => c.unit ?? (c.counts ? 'persons' : undefined)
/** What is summed: the column that is the amount, or those that together are; and its unit. `null`: rows are only counted, or no unit is declared. */
export const summed = ({
  columns,
  adds = [],
}: Pick<Layout, 'columns' | 'adds'>): { readonly of: string | null; readonly unit: string | null } => {
  const its = columns.filter(c => c.is === 'amount' || adds.includes(c.name))
  return { of: its.map(c => c.name).join(' + ') || null, unit: (its[0] && unitOf(its[0])) ?? null }
}
/** Whether a column of an open table is for cleared readers alone: it is closed, or no layout declares it. */
export const hides = ({ opens, columns }: Pick<Layout, 'opens' | 'columns'>, column: string): boolean =>
  opens === 'rows' && (columns.find(c => c.name === column)?.closed ?? !columns.some(c => c.name === column))
export type CountedBy = 'state' | 'mission'
export const countedBy = (layout: Pick<Layout, 'countedBy'>): CountedBy => layout.countedBy ?? 'state'
export type FileForm =
  | {
      readonly form: 'csv'
      readonly separator?: ',' | ';' | '\t'
      readonly comment?: string
      readonly headerAt?: number
      /** Its years may stand as columns: each such cell is a row, with its year `in` this column, and what stands there the figure `of` that. */
      readonly years?: { readonly in: string; readonly of: string }
    }
  | { readonly form: 'xlsx'; readonly sheet?: string; readonly headerAt?: number }
  /** A reader of its own turns the file into rows under these columns: resolution texts, wide tables. Its name. */
  | { readonly form: 'read'; readonly reader: string }

export interface Column {
  /** As its heading stands in the file. */
  readonly name: string
  readonly as: Kind
  /** What the archive may ask by: at most one column for each. */
  readonly is?: Role
  /** How a day is written, where it is not YYYY-MM-DD. `excel`: serial days since 1900. */
  readonly written?: 'd/m/y' | 'm/d/y' | 'excel' | 'd Month y'
  readonly decimal?: ','
  /**
   * Nobody declares it: what the column of this very file settles of how its days or figures are written, where single values could be either.
   * `open`: nothing settles it. `both`: some values fit only the one, and some only the other; `years`: some begin with a year of two
   * figures, and some end with their year. It stays with the snapshot.
   */
  readonly settled?: 'd/m/y' | 'm/d/y' | 'y/m/d' | ',' | '.' | 'open' | 'both' | 'years'
  /** Texts that mean: not stated. They stay as published, and count as nothing, never as zero. */
  readonly missing?: readonly string[]
  readonly list?: ';' | ',' | '\n'
  readonly hxl?: string
  /** What a figure is of: persons, deaths, square kilometres. */
  readonly unit?: string
  readonly says?: string
  /** Read and hashed with its row, and shown to nobody who is not cleared. */
  readonly closed?: boolean
  /** Other spellings of the heading, in older or later copies. Case, blanks, underscores and points never matter. */
  readonly also?: readonly string[]
  /** May be absent from a file: its cells are then empty. Any other absent column is an error that names it. */
  readonly optional?: boolean
  /** Not in the file: the file's name, without its ending, is the cell (one file for each State). */
  readonly fileName?: boolean
  /** A State not by its name: by Gleditsch and Ward's number, as UCDP and PA-X have it, or by two letters, as p-codes begin. */
  readonly codes?: 'gw' | 'two letters'
  /** A count in a wide table, and of whom: `{ type: 'troops', sex: 'female' }`. What is left out is counted together. */
  readonly counts?: { readonly type?: string; readonly sex?: 'female' | 'male' }
}
export type Kind = 'text' | 'whole' | 'number' | 'day' | 'month' | 'year' | 'state' | 'mission' | 'place' | 'symbol' | 'yes'
export type Role = 'from' | 'to' | 'state' | 'mission' | 'place' | 'type' | 'sex' | 'amount'

/** Parts against a total that the same row, or another row, gives; or a State by its name against the same one by its code. */
export type Check =
  | { readonly check: 'one State'; readonly name: string; readonly code: string }
  | { readonly check: 'sum'; readonly parts: readonly string[]; readonly total: string }
  | {
      readonly check: 'rows'
      readonly of: string
      readonly by: readonly string[]
      readonly total: { readonly column: string; readonly is: string }
    }
