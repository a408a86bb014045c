import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { forces } from '../../src/forces/index.ts'
import { politics } from '../../src/politics/index.ts'
import { archived } from '../archive/tables.ts'
import { build, peaceops } from '../doors/cli.ts'
import { mainOf, words } from '../pages/reading.ts'
import { asker } from './asking.ts'
import { FIRST, named, ON, twoVersions } from './two-versions.ts'

// What was published then is asked for in the same words at each door; and where nothing was ever put, each says what is missing.

const { record } = twoVersions()
beforeAll(build, 120_000)

describe('in the same words at every door', () => {
  const cli = (...args: string[]) => peaceops(args, { PEACEOPS_HOME: record().fresh.home, DATABASE_URL: record().fresh.url })
  const get = async (path: string) =>
    app(record()).request(path, { headers: { accept: path.startsWith('/api') ? 'application/json' : 'text/html' } })
  const doors = [
    ['forces authority', '/forces/authority', { mission: 'UNMISS' }],
    ['politics mandate', '/politics/mandate', { mission: 'UNMISS' }],
    ['politics council', '/politics/council', {}],
    ['politics agreements', '/politics/agreements', { country: 'MLI' }],
    ['politics text S/RES/2501', '/politics/text/S-RES-2501', {}],
    ['politics tasks', '/politics/tasks', { mission: 'UNMISS' }],
  ] as const
  it.each(doors)(
    '%s',
    async (command, path, options) => {
      const given = Object.entries(options)
      const asked = await cli(
        ...command.split(' '),
        ...given.flatMap(([o, v]) => [`--${o}`, v]),
        '--on',
        ON.on,
        '--as-published',
        '2019-05-01',
      )
      expect(asked.code, asked.err).toBe(0)
      expect(asked.out).toContain(`snapshot 1 (published ${FIRST})`)
      expect(asked.out).not.toContain('snapshot 2')
      const query = new URLSearchParams([...given, ['as-of', ON.on], ['as-published', '2019-05-01']])
      const { items } = (await (await get(`/api/v1${path}?${query}`)).json()) as { items: object[] }
      expect(named(items).every(n => n.endsWith(`:1 published ${FIRST}`))).toBe(true)
      expect(named(items)).not.toEqual([])
      const html = mainOf(await (await get(`${path}?${query}`)).text())
      expect(words(html)).toContain('Published tables as they stood on 2019-05-01.')
      expect(words(html)).toContain(`snapshot 1 (published ${FIRST})`)
      expect(words(html)).not.toContain('snapshot 2')
      // whoever goes on to the words of a paragraph reads them as they stood, too
      for (const [, href] of html.matchAll(/href="(\/politics\/text\/[^"]*)"/g)) expect(href).toContain('as-published=2019-05-01')
      for (const [, href] of html.matchAll(/href="(\/[^"]*)"/g)) expect((await get(href!.replaceAll('&amp;', '&'))).status, href).toBe(200)
      const other = await get(`/api/v1${path}?snapshot=un-fatalities:1`)
      expect([other.status, await other.text()]).toEqual([400, expect.stringMatching(/this question asks .*, not un-fatalities/)])
    },
    120_000,
  )
  it('the description of the API tells of both options', async () => {
    const { paths } = (await (await get('/api/v1/openapi.json')).json()) as {
      paths: Record<string, { get: { parameters: { name: string; description?: string }[] } }>
    }
    for (const path of [
      '/forces/authority',
      '/politics/mandate',
      '/politics/council',
      '/politics/agreements',
      '/politics/text/{word}',
      '/politics/tasks',
    ]) {
      const told = new Map(paths[path]!.get.parameters.map(p => [p.name, p.description]))
      expect([path, told.get('as-published'), told.get('snapshot')]).toEqual([
        path,
        expect.stringMatching(/as they had been published on that day/),
        expect.stringMatching(/as of its snapshot N/),
      ])
    }
  })
  it('a text that was not there then is not there at any door, and is not offered as what was meant', async () => {
    const asked = await cli('politics', 'text', 'S/RES/2502', '--on', ON.on, '--as-published', '2019-05-01')
    expect([asked.code, asked.err]).toEqual([
      1,
      expect.stringMatching(/^The text of S\/RES\/2502 is not on this record as published by 2019-05-01\./),
    ])
    expect(asked.err).not.toMatch(/(mean|or) S\/RES\/2502/)
    const html = await (await get(`/politics/text/S-RES-2502?as-of=${ON.on}&as-published=2019-05-01`)).text()
    expect(words(html)).toContain('is not on this record as published by 2019-05-01')
  })
})

describe('an empty archive', () => {
  const empty = archived()
  const askEmpty = asker(empty.record, forces)
  const cli = (...args: string[]) => peaceops(args, { PEACEOPS_HOME: empty.record().fresh.home, DATABASE_URL: empty.record().fresh.url })
  it('names the table that is missing, and the command that puts it there', async () => {
    for (const [question, options, tables] of [
      ['authority', {}, [['unsc-texts', 'FOLDER']]],
      [
        'strength',
        { mission: 'UNMIL' },
        [
          ['ipi-missions', 'FILE'],
          ['ipi-gender', 'FILE'],
        ],
      ],
      ['women', {}, [['ipi-gender', 'FILE']]],
      ['concentration', {}, [['ipi-gender', 'FILE']]],
      ['contributions', { mission: 'UNMIL' }, [['ipi-gender', 'FILE']]],
      ['timeline', { mission: 'UNMIL' }, [['ipi-missions', 'FILE']]],
      ['fatalities', {}, [['un-fatalities', 'FILE']]],
      ['bases', {}, [['geo-pko-bases', 'FILE']]],
    ] as const) {
      const says = (await askEmpty<{ says?: string }>(question, options)).map(r => r.says ?? '').join('\n')
      for (const [dataset, what] of tables)
        expect(says, question).toContain(`No dataset ${dataset} is on this record. peaceops archive add ${dataset} ${what} puts it there.`)
    }
    for (const question of ['council', 'mandate', 'tasks', 'agreements'])
      expect(
        JSON.stringify(
          await asker(empty.record, politics)(question, question === 'agreements' ? { country: 'MLI' } : { mission: 'UNMISS' }),
        ),
        question,
      ).toMatch(/peaceops archive add (unsc|pema|pa-x)/)
    expect((await cli('forces', 'authority')).out).toBe(
      'No dataset unsc-texts is on this record. peaceops archive add unsc-texts FOLDER puts it there.\n',
    )
    expect((await cli('forces', 'strength')).err).toContain('peaceops archive add ipi-missions FILE')
    expect((await cli('forces', 'women')).out).toContain('peaceops archive add ipi-gender FILE puts it there.')
  }, 60_000)
})
