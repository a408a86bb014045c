import { type Day, day, toIso } from '../kernel/day.ts'
import { monthText } from './datasets.ts'
import { monthIndex } from './month-index.ts'
import { spanOf } from './read/days.ts'
import { ownName } from './read/file-name.ts'

// A file of one month, against the month that its name or the day of its publication says. Which of them is wrong nobody here can tell.

const FIGURES = /(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)/
const WORDS = /(?<!\p{L})(\p{L}{3,10})[-_. ]*((?:19|20)\d\d)(?!\d)/u
/** The month in a file's name, `20140831.csv` or `June_2014.xlsx`, counted as the archive counts months. */
const named = (fileName: string): number | undefined => {
  const name = ownName(fileName)
  const figures = FIGURES.exec(name)
  if (figures) return monthIndex(day(`${figures[1]}-${figures[2]}-01`))
  const words = WORDS.exec(name)
  const span = words ? spanOf(`${words[1]} ${words[2]}`, { as: 'month' }) : undefined
  return span && monthIndex(span.from)
}
/** A month's figures are published in it, or in the next two. */
const SOON = 2
/** What does not fit, in sentences. `month`: of all rows of the file; a file of several months is never told. */
export const otherMonth = (fileName: string, month: number, published: Day | undefined): readonly string[] => {
  const says = named(fileName)
  const apart = published === undefined ? 0 : monthIndex(published) - month
  return [
    ...(says !== undefined && says !== month
      ? [`the file’s name says ${monthText(says)}, and all its rows are of ${monthText(month)}: is it the file that was meant?`]
      : []),
    ...(published !== undefined && (apart < 0 || apart > SOON)
      ? [`said to be published on ${toIso(published)}, and all its rows are of ${monthText(month)}: is it the file that was meant?`]
      : []),
  ]
}
