import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { day } from '../../src/kernel/day.ts'
import { archived } from './tables.ts'

// A file of another table than the one that was named. SIMULATED.

const { record, file, folder } = archived()
const add = (dataset: string, path: string) =>
  addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24') })
const EVENTS = layoutsOf('ucdp-ged')[0]!
const heading = (dataset: string): string =>
  layoutsOf(dataset)[0]!
    .columns.map(c => `"${c.name}"`)
    .join(',')

it('it is said whose table it is, and how to add it', async () => {
  await expect(add('pa-x', file(`${heading('un-fatalities')}\n`, 'deaths.csv'))).rejects.toMatchObject({
    message:
      'No layout of pa-x reads deaths.csv. Nearest is pa-x/2, which wants "Con", "PPName", "AgtId", "Agt", "Dat", "Stage", "Loc1ISO".',
    remedy: expect.stringMatching(/^It reads as un-fatalities\/\S+ \(.*\): peaceops archive add un-fatalities …$/),
  })
  await expect(add('un-fatalities', file(`${heading('ucdp-ged')}\n`))).rejects.toMatchObject({
    remedy: expect.stringMatching(/^It reads as ucdp-ged/),
  })
})
it('under a dataset that nobody knows, too; and of a table whose file must bear a State’s name, under a name that is none', async () => {
  await expect(add('sea-deaths', file(`${heading('un-fatalities')}\n`))).rejects.toMatchObject({
    message: 'No layout of a dataset sea-deaths is known.',
    remedy: expect.stringMatching(/^It reads as un-fatalities\/\S+ \(.*\): peaceops archive add un-fatalities …$/),
  })
  const months = 'Date,Troops,Police,Experts\n2014-01-31,1,2,3\n'
  for (const dataset of ['ipi-country', 'ipi-gender', 'un-fatalities'])
    await expect(add(dataset, file(months, 'table (7).csv')), dataset).rejects.toMatchObject({
      remedy: expect.stringMatching(
        /^It reads as ipi-countries\/\S+ \(.*\), once it is named by its State: peaceops archive add ipi-countries …$/,
      ),
    })
  await expect(add('ipi-country', file(months, 'Argentina.csv'))).rejects.toMatchObject({
    remedy: expect.stringMatching(/^It reads as ipi-countries\/\S+ \([^()]*: one file for each State\): peaceops/),
  })
})
it('where none reads it, the one that it is most like is named, with what that wants', async () => {
  const columns = EVENTS.columns.filter(c => !c.optional).map(c => (c.name === 'best' ? 'best_guess' : c.name))
  for (const dataset of ['pa-x', 'violence'])
    await expect(add(dataset, file(`${columns.join(',')}\n`)), dataset).rejects.toMatchObject({
      remedy: expect.stringMatching(/^It is most like ucdp-ged\/\S+ \(.*\), which wants "best": /),
    })
  await expect(add('violence', file('Town,Year,Rain\nNorthtown,2001,12\n'))).rejects.toMatchObject({
    remedy: expect.stringMatching(/^peaceops archive layouts lists those that are/),
  })
})
it('of a table that nobody knows a few columns are named, however many are wanted', async () => {
  const refused = add('ucdp-ged', file('Town,Year,Rain\nNorthtown,2001,12\n', 'rain.csv'))
  await expect(refused).rejects.toMatchObject({ remedy: expect.stringMatching(/another table/) })
  await refused.catch((e: Error) => expect(e.message.length).toBeLessThan(300))
})
it('a file that lacks one column is told which, and what stands there instead', async () => {
  const columns = EVENTS.columns.filter(c => !c.optional).map(c => (c.name === 'best' ? 'best_guess' : c.name))
  await expect(add('ucdp-ged', file(`${columns.join(',')}\n`))).rejects.toMatchObject({
    message: expect.stringMatching(/which wants "best"\.$/),
  })
})
it('a stranger in a folder is one line among its rows, and not one for each column', async () => {
  const path = join(folder, 'months')
  mkdirSync(path)
  writeFileSync(join(path, '20140630.csv'), `${heading('ipi-full')}\n`)
  writeFileSync(join(path, 'notes.csv'), 'Town,Year,Rain\nNorthtown,2001,12\n')
  const added = await add('ipi-full', path)
  expect(added).toMatchObject({
    is: 'refused',
    notUnderstood: 1,
    bad: [{ file: 'notes.csv', says: expect.stringMatching(/^the columns "Date", .* more are missing/) }],
  })
})
