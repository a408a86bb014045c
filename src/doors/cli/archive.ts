import { nearest } from '../../record/spelling.ts'
import { add } from './archive/add.ts'
import type { Sub } from './archive/asked.ts'
import { diffs, past } from './archive/changes.ts'
import { rowsIn, sumsIn } from './archive/figures.ts'
import { layouts, list, odd, show } from './archive/kept.ts'
import { WHO } from './asking.ts'
import { type Command, Usage } from './command.ts'

const WORDS =
  'add DATASET FILE|FOLDER | list | show DATASET | rows DATASET | sum DATASET | diff DATASET [A] [B] | history DATASET KEY [COLUMN] | layouts | problems DATASET'
const SUBS: Readonly<Record<string, Sub>> = {
  ...{ add, list, show, rows: rowsIn, sum: sumsIn },
  ...{ diff: diffs, history: past, layouts, problems: odd },
}

export const archiveCommand: Command = {
  says: 'Published tables and what they said before: add a file, list, show, rows, sum, diff, history, layouts, problems.',
  usage: WORDS,
  options: {
    'as-published': {
      value: 'DAY',
      says: 'add: the day on which its producer published it so; rows, sum: as of the last snapshot published by then',
    },
    'fetched-on': { value: 'DAY', says: 'add: the day on which it was fetched' },
    source: { value: 'URL', says: 'add: where this very file was found' },
    layout: { value: 'FILE', says: 'add: a layout of your own, as JSON, for a table that this version does not know' },
    'keep-good': { says: 'add: keep the rows that are understood although others are not' },
    anyway: { says: 'add: although these bytes are a snapshot already, or a later publication stands' },
    snapshot: { value: 'N', says: 'problems, show, rows, sum: of this snapshot (default: the latest that stands)' },
    where: {
      value: 'NAME=VALUE',
      many: true,
      says: 'rows, sum: of this state, mission, place, type or sex; from or to a day. May be said several times',
    },
    by: { value: 'NAMES', says: 'sum: by month, year, state, mission, place, type, sex, with commas between (default: year)' },
    of: { value: 'COLUMN', says: 'sum: of this column, which is the one that the layout calls the amount' },
    limit: { value: 'N', says: 'at most so many rows (default: 100; rows --csv: all)' },
    after: { value: 'CURSOR', says: 'rows, sum, diff, problems: go on where the page before ended' },
    csv: { says: 'rows, sum: as a table, rows with a row of HXL tags where the layout has them' },
    ...WHO,
  },
  example:
    'peaceops archive add ipi-gender Gender.Full.csv --as-published 2014-03-24\n         peaceops archive sum ipi-gender --by state --where mission=UNMIL --where from=2011-01-01',
  more: 'KEY is the name of a row: the cells of its key in order, with | between, such as "Bangladesh | 1999-02".\nA row that is not understood is named with line and column, and then nothing is written, unless --keep-good.',
  run: async call => {
    const [word, ...words] = call.words
    const sub = word !== undefined && Object.hasOwn(SUBS, word) ? SUBS[word] : undefined
    if (!sub)
      throw new Usage(
        word === undefined
          ? `What of the archive? ${WORDS}.`
          : `archive has no ${JSON.stringify(word.slice(0, 40))}${nearest(word, Object.keys(SUBS))}: ${WORDS}.`,
      )
    return sub(call, words)
  },
}
