import { describe, expect, it } from 'vitest'
import { entry, mission, state } from '../../src/kernel/ledger/entry-type.ts'
import { namesBoth } from '../../src/record/line.ts'
import { line, ndjson } from './files.ts'
import { columnOf, importing } from './importing.ts'

// What a line says, field by field: an unknown word is a mistake that is named, with what may have been meant.

const { look, of, said } = importing()

describe('type, chapter and top-level names', () => {
  it('an unknown type is named, with the one that may have been meant', async () => {
    const text = JSON.stringify(line({ type: 'MemberStateNotifed' }))
    expect(await said(text)).toBe(
      `1:${columnOf(text, '"type"')} type: unknown entry type "MemberStateNotifed" (did you mean MemberStateNotified?). The types stand in docs/interchange.md`,
    )
    expect(await of({ type: 'memberStateNotified' })).toContain('did you mean MemberStateNotified?')
    for (const type of ['Nonsense', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(await of({ type })).toContain(`type: unknown entry type ${JSON.stringify(type)}. The types`)
    expect(await of({ type: 'x'.repeat(81) })).toContain('longer than 80 characters: shorten it')
  })

  it('what peaceops writes itself cannot be imported, nor may a line speak of its own two subjects', async () => {
    expect(await of({ type: 'RulebookAdopted', data: { book: 'x', from: '2021-01-01' } })).toContain(
      'type: RulebookAdopted is written by peaceops itself',
    )
    expect(await of({ type: 'HorizonMoved', data: { until: '2099-12-31' } })).toContain('type: HorizonMoved is written by peaceops itself')
    for (const subject of ['RULEBOOK', 'HORIZON'])
      expect(await of({ type: 'EntrySuperseded', subject, data: { entry: 'x' } })).toContain(
        `subject: ${subject} is kept by peaceops itself`,
      )
    expect(await of({ origin: 'sha256' })).toContain('origin: sha256 names lines that brought no id')
  })

  it('a type of another chapter, and a chapter that there is not', async () => {
    expect(await of({ chapter: 'forces' })).toContain(
      'chapter: MemberStateNotified belongs to the chapter conduct: write that, or leave it out',
    )
    expect(await of({ chapter: 'conducts' })).toContain(
      'chapter: there is no chapter "conducts" (did you mean conduct?): leave it out, the type tells it',
    )
    expect(await of({ type: 'CaseClosed', chapter: 'nonsense' })).toContain('there is no chapter "nonsense"')
    expect(await of({ chapter: undefined })).toBe('')
    expect(await of({ type: 'CaseClosed', chapter: 'conduct' })).toBe('')
  })

  it('an unknown top-level name belongs into data, unless it is one of ours misspelt', async () => {
    const text = JSON.stringify(line()).replace('"occurredOn"', '"ocurredOn"')
    expect((await said(text)).split('\n').sort()).toEqual([
      '1:1 occurredOn: is missing: add it',
      `1:${columnOf(text, '"ocurredOn"')} ocurredOn: unknown key "ocurredOn" (did you mean occurredOn?)`,
    ])
    expect(await of({ note: 'x' })).toContain('note: unknown key "note": what is not one of ours belongs into data')
    expect(await of({ source: { title: 'T', standing: 'seen', author: 'A' } })).toContain('source.author: unknown key "author"')
  })

  it.each([
    [{ subject: 'has space' }, 'subject: a subject is 1 to 80 letters'],
    [{ subject: 'x'.repeat(81) }, 'subject: a subject is 1 to 80 letters'],
    [{ subject: 7 }, 'subject: wanted text in double quotes'],
    [{ subject: undefined }, 'subject: is missing: add it'],
    [{ id: '' }, 'id: is empty: leave it out, or say it'],
    [{ id: 'x'.repeat(201) }, 'id: longer than 200 characters'],
    [{ id: 'red\u001b[31m' }, 'id: no control characters'],
    [{ v: 2 }, 'v: wanted 1'],
    [{ marking: 'Public' }, 'marking: wanted one of public, unclassified, confidential, strictly confidential (did you mean public?)'],
    [{ marking: 'secret' }, 'marking: wanted one of public, unclassified'],
    [{ source: { title: 'T' } }, 'source.standing: is missing: add it, one of seen, second-hand, remembered, ours'],
    [{ source: { title: 'T', standing: 'hearsay' } }, 'source.standing: wanted one of seen'],
    [{ source: { title: 'T', standing: 'seen', url: 'javascript:alert(1)' } }, 'source.url: wanted a web address'],
    [{ source: { title: 'T', standing: 'seen', conflict: false } }, 'source.conflict: wanted true'],
    [{ source: 'Reuters' }, 'source: wanted an object {…}'],
    [{ occurredOn: 20210907 }, 'occurredOn: wanted text in double quotes'],
  ])('%j', async (more, says) => expect(await of(more)).toContain(says))

  it('data is an object', async () => {
    for (const data of ['[]', '"x"', 'null', '7'])
      expect(await said(JSON.stringify({ ...line(), data: 0 }).replace('"data":0', `"data":${data}`))).toContain(
        'data: wanted an object {…}',
      )
  })
})

describe('a State and its mission', () => {
  it('go together, but for a pledge: there the State acts, and for which mission may not be known', () => {
    const [told, acts] = [
      { mission, state: state.optional() },
      { mission: mission.optional(), state },
    ]
    expect(namesBoth(entry('Told of a State in a mission.', told))).toBe(true)
    expect(namesBoth(entry('Told of anything.', { mission: mission.optional(), state: state.optional() }))).toBe(true)
    expect(namesBoth(entry('A State pledged.', acts))).toBe(false)
    expect(namesBoth(entry('A State pledged, as now.', { state }))).toBe(false)
  })
  it('a pledge without a mission is read', async () =>
    expect(
      await said(
        JSON.stringify({
          ...line({ type: 'PledgeMade', chapter: 'forces', subject: 'SIM-PLEDGE' }),
          data: { state: 'XAA', capability: 'hospital' },
        }),
      ),
    ).toBe(''))
})

describe('fields and codes', () => {
  it.each(['XXX', 'QQQ', 'ZZZ'])('there is no State %s', async state =>
    expect(await of({ data: { state } })).toContain(`data.state: unknown State "${state}": ISO 3166-1 alpha-3 is wanted, such as GAB`),
  )
  it.each(['gab', 'Gabon', 'GA', 'G\u0410B', ''])('a State is not written %j', async state =>
    expect(await of({ data: { state } })).toContain('data.state: a State by its ISO 3166-1 alpha-3 code, such as GAB'),
  )
  it.each(['constructor', '__proto__', 'toString'])('nor %s', async state => expect(await of({ data: { state } })).toContain('data.state'))

  it('a misspelt code is named, with the codes that there are', async () => {
    const text = JSON.stringify(line({ data: { category: 'contingant' } }))
    expect(await said(text)).toBe(
      `1:${columnOf(text, '"category"')} data.category: wanted one of contingent, formed-police, expert, civilian, other-force (did you mean contingent?)`,
    )
  })

  it('a misspelt field does not slip into the body: without its category, no duty would arise and nobody would notice', async () => {
    const text = JSON.stringify(line()).replace('"category"', '"catagory"')
    expect(await said(text)).toBe(
      `1:${columnOf(text, '"catagory"')} data.catagory: MemberStateNotified has no field "catagory" (did you mean category?): a name of your own must be less like it`,
    )
    expect(await said(JSON.stringify(line()).replace('"state"', '"State"'))).toContain('did you mean state?')
    expect(await of({ data: { says: 'x', unit: '2nd', states: 'x', note: 1, remarks: ['a'] } })).toBe('')
  })

  it('a missing field is said where it should stand; all that is wrong in a line is said at once', async () => {
    const text = JSON.stringify({ ...line({ occurredOn: '2021-02-30' }), data: { mission: 'minusca', state: 'XXA' } })
    expect((await said(text)).split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^1:${columnOf(text, '"occurredOn"')} occurredOn: no such day`)),
      `1:${columnOf(text, '"data"')} data.matter: is missing: add it, one of sea, serious, other`,
      expect.stringMatching(new RegExp(`^1:${columnOf(text, '"mission"')} data.mission: a mission by its acronym`)),
    ])
  })

  it('who names a State names the mission', async () => {
    expect(await of({ type: 'InvestigatorNamed', data: { mission: undefined, matter: undefined } })).toContain(
      'data.mission: is missing: add it',
    )
    expect(await of({ type: 'OversightReported', data: { mission: undefined, matter: undefined } })).toContain(
      'data.state: an entry that names a State names its mission too: add data.mission',
    )
  })

  it('numbers are numbers, days are days, words are not days', async () => {
    const figure = {
      type: 'FigureReported',
      data: { period: '2015', scope: 's', dimension: 'd', label: 'l', count: 7, state: undefined, mission: undefined },
    }
    expect(await of(figure)).toBe('')
    expect(await of({ ...figure, data: { ...figure.data, count: '7' } })).toContain('data.count: wanted a whole number, without quotes')
    expect(await of({ ...figure, data: { ...figure.data, count: -1 } })).toContain('data.count: at least 0 is wanted')
    expect(await of({ ...figure, data: { ...figure.data, label: '2015-01-01' } })).toContain('data.label: words, not a day')
    expect(await of({ type: 'LimitStated', data: { until: '2021-02-30' } })).toContain('data.until: no such day in the calendar')
    expect(await of({ type: 'LimitStated', data: { until: '2999-01-01' } })).toBe('') // a last day may lie ahead
  })
})

describe('what is not said', () => {
  it('a message quotes no value of a body, and of the rest no more than a little', async () => {
    const secret = 'Ms Secret of Bambari'
    const spoilt = [
      JSON.stringify(line({ occurredOn: 'x', data: { says: secret } })),
      JSON.stringify(line({ data: { says: secret, n: 0 } })).replace('"n":0', '"n":1.5'),
      JSON.stringify(line({ data: { says: secret } })).replace('"}}', '"'),
      JSON.stringify(line({ data: { says: secret } })).replace(secret, `${secret}\\ud800`),
      JSON.stringify(line({ data: { says: secret } })).replace(`${secret}"`, `${secret}" x`),
      JSON.stringify(line({ data: { says: secret } })).replace(`"${secret}"`, secret),
      JSON.stringify(line({ source: { title: secret, standing: secret, note: secret } })),
    ]
    const { problems, bad } = await look(ndjson(...spoilt))
    expect(bad).toBe(spoilt.length)
    expect(JSON.stringify(problems)).not.toMatch(/Secret|Bambari/)
    const long = await of({ type: 'T'.repeat(70), subject: 'y'.repeat(500), [`k${'z'.repeat(500)}`]: 1 })
    expect(Math.max(...long.split('\n').map(l => l.length))).toBeLessThan(250)
  })

  it('a file with twenty thousand bad lines names a thousand of them and counts all', async () => {
    const report = await look('{"type":1}\n'.repeat(20_000))
    expect(report.problems.length).toBe(1_000)
    expect(report).toMatchObject({ lines: 20_000, bad: 20_000, good: 0 })
  })
})
