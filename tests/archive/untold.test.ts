import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { build, peaceops } from '../doors/cli.ts'
import { archived, named, STRENGTH } from './tables.ts'

// Somebody asks a table by what none of its columns tells. An empty answer would read as none. SIMULATED throughout.

const { add, file, record } = archived()
const layout = {
  ...named(STRENGTH, 'sim-untold'),
  columns: [...STRENGTH.columns, { name: 'Sex', as: 'text', is: 'sex', optional: true } as const],
}
beforeAll(async () => {
  build()
  await add(layout, file('State,Month,Police,Troops,Total,Sex\nEastland,1999-01,1,2,3,women\n'))
  await add(layout, file('State,Month,Police,Troops,Total\nEastland,1999-01,1,2,3\n'))
}, 180_000)
const api = async (path: string): Promise<{ says?: string }> => (await app(record()).request(`/api/v1/archive/sim-untold${path}`)).json()
const cli = async (...args: string[]) =>
  (await peaceops(['archive', ...args], { PEACEOPS_HOME: record().fresh.home, DATABASE_URL: record().fresh.url })).err

describe('asked by what no column tells', () => {
  const STATE = 'sim-untold has no column that tells state: no row is found by it.'
  it('rows say so, on the command line and over HTTP in the same words', async () => {
    expect(await api('/rows?state=GAB')).toMatchObject({ items: [], says: STATE })
    expect(await cli('rows', 'sim-untold', '--where', 'state=GAB')).toContain(STATE)
    expect((await api('/rows?type=Eastland')).says).toBeUndefined()
  })
  it('sums too, of what they are asked by and of what is looked for', async () => {
    const says = `sim-untold has no column that tells place or mission: its rows stand under none. ${STATE}`
    expect(await api('/sums?by=place,mission,type&state=GAB')).toMatchObject({ says })
    expect(await cli('sum', 'sim-untold', '--by', 'place,mission,type', '--where', 'state=GAB')).toContain(says)
    expect((await api('/sums?by=year,type')).says).toBeUndefined()
  })
  it('a column that a file may lack tells where the file of this snapshot has it', async () => {
    expect(await api('/sums?by=sex&snapshot=2')).toMatchObject({
      says: 'sim-untold has no column that tells sex: its rows stand under none.',
      items: [{ sex: null, rows: 1 }],
    })
    expect((await api('/sums?by=sex&snapshot=1')).says).toBeUndefined()
  })
})
