import { describe, expect, test } from 'vitest'
import { contingentsOf } from '../../src/archive/layouts/geo-pko.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { placeRow } from '../../src/archive/layouts/pcodes.ts'
import { mission } from '../../src/archive/names/missions.ts'
import type { Named } from '../../src/archive/names/named.ts'
import { office } from '../../src/archive/names/offices.ts'
import { gazetteer } from '../../src/archive/names/places.ts'
import { state } from '../../src/archive/names/states.ts'
import { cell, DATA, raw, tableOf } from './shared.ts'

const code = (n: Named): string => ('code' in n && n.code) || n.is

test('one State, many names', () => {
  for (const name of ['Zaire', 'DR Congo', 'Congo - Kinshasa', 'Dem. Rep. of the Congo', 'Drc', 'COD', 'Democratic Republic of the Congo'])
    expect(code(state(name)), name).toBe('COD')
  for (const name of ['Congo', 'Congo - Brazzaville', 'Republic of the Congo', 'COG']) expect(code(state(name)), name).toBe('COG')
  for (const name of ['Cote d Ivoire', 'Côte dIvoire', "Cote D'ivoire", "Côte d'Ivoire", 'Côte d’Ivoire', 'Ivory Coast', ' Ivory Coast '])
    expect(code(state(name)), name).toBe('CIV')
  for (const name of ['Macedonia', 'The former Yugoslav Republic o', 'North Macedonia', 'The former Yugoslav Republic of Macedonia'])
    expect(code(state(name)), name).toBe('MKD')
  expect(state('Bolivia (Plurinational State of)')).toEqual({ is: 'matched', code: 'BOL', name: 'Bolivia (Plurinational State of)' })
  expect(state('Bolivia (Plurinational State Of)')).toMatchObject({ is: 'alias', code: 'BOL' })
  expect(state("South Sudan'")).toMatchObject({ code: 'SSD' })
  expect(state('Palestine')).toMatchObject({ is: 'alias', code: 'PSE' })
})
test('another kind of thing is not taken for a State', () => {
  expect(state('Kosovo')).toMatchObject({ is: 'another', kind: 'territory' })
  expect(code(state('Kosovo'))).toBe('another')
  expect(state('Yugoslavia')).toMatchObject({ is: 'another', kind: 'former State', code: 'YUG' })
  expect(state('Serbia and Montenegro')).toMatchObject({ is: 'another', kind: 'former State', code: 'SCG' })
  expect(state('Western Sahara')).toMatchObject({ is: 'another', code: 'ESH' })
  expect(state('Eritrea/Ethiopia')).toMatchObject({ is: 'another', kind: 'several States', of: ['ERI', 'ETH'] })
  expect(state('Multinational')).toMatchObject({ is: 'another', kind: 'not stated' })
  expect(state('Ruritania')).toEqual({ is: 'unknown', text: 'Ruritania' })
})
test('missions that differ by a letter are two missions', () => {
  expect([mission('MINURCA'), mission('MINUSCA'), mission('MINURCAT')].map(code)).toEqual(['MINURCA', 'MINUSCA', 'MINURCAT'])
  expect([mission('MONUC'), mission('MONUSCO')].map(code)).toEqual(['MONUC', 'MONUSCO'])
  expect(['UNPSG', 'UNCPSG', 'UNCSPG'].map(m => code(mission(m)))).toEqual(['UNPSG', 'UNPSG', 'UNPSG'])
  expect(mission('MINUSC')).toEqual({ is: 'unknown', text: 'MINUSC' })
  expect(mission('UNAVEM')).toMatchObject({ is: 'another', kind: 'several missions', of: ['UNAVEM I', 'UNAVEM II', 'UNAVEM III'] })
  expect(mission('AMISOM')).toMatchObject({ is: 'another', kind: 'not a United Nations mission' })
  expect(mission('united nations mission in Liberia')).toMatchObject({ is: 'alias', code: 'UNMIL' })
})
test('offices', () => {
  expect(code(office('Office of Internal Oversight Services'))).toBe('un.oios')
  expect(office('DPKO')).toMatchObject({ is: 'alias', code: 'un.dpo', source: 'former name (until 2018)' })
})

describe.skipIf(!DATA)('every name in every file is matched or listed', () => {
  type Kind = 'state' | 'mission'
  interface Names {
    /** By name, a dataset that has it. */
    readonly state: Map<string, string>
    readonly mission: Map<string, string>
    /** By dataset and kind, how often each name stands in it. */
    readonly often: Map<string, Map<string, number>>
  }
  let gathered: Promise<Names> | undefined
  const gather = (): Promise<Names> => (gathered ??= read())
  const read = async (): Promise<Names> => {
    const all: Names = { state: new Map(), mission: new Map(), often: new Map() }
    const note = (kind: Kind, dataset: string, name: string): void => {
      all[kind].set(name, dataset)
      const its = all.often.get(`${dataset} ${kind}`) ?? new Map<string, number>()
      all.often.set(`${dataset} ${kind}`, its.set(name, (its.get(name) ?? 0) + 1))
    }
    const files: [string, string][] = [
      ['ipi-gender', 'ipi-contributions/Gender.Full.csv'],
      ['ipi-missions', 'ipi-contributions/data_mission.csv'],
      ['ipi-full', 'ipi-contributions/monthly-full-layout/20140630.csv'],
      ['ipi-mission-list', 'ipi-contributions/missions.json'],
      ['un-fatalities', 'un-fatalities/dppadposs-fatalities.csv'],
      ['un-operations', 'un-pko-list/DPPADPOSS-PKO.csv'],
      ['un-operations-pdf', 'un-pko-list/pkolist_1.xlsx'],
      ['un-operations-pdf', 'un-pko-list/pko_list2.xlsx'],
      ['un-operations-countries', 'un-pko-list/unpko_country_crosswalk.xlsx'],
      ['pema-tasks', 'pema/PEMA_raw_v2.csv'],
      ['pema-months', 'pema/PEMA_panel_v2.csv'],
      ['unsc-members', 'unsc-membership/council_membership.csv'],
      ['unsc-vetoes', 'unsc-vetoes/unsc_vetoes_1946_sept2022.csv'],
      ['pact-years', 'pact2/PACT2_mission-year.csv'],
      ['ucdp-terminations', 'ucdp-peace-agreements/ucdp-term-dyad-3-2021.csv'],
      ['ucdp-ged', 'ucdp-ged-caf/GEDEvent_v23_1_CAF.csv'],
      ['geo-pko-bases', 'geo-pko/FrontMap.csv'],
      ['ocha-pcodes', 'pcodes/global-pcodes-adm-1-2.csv'],
      ['unga-ideal-points', 'unga-ideal-points/IdealpointestimatesAll_Apr2020.csv'],
    ]
    for (const [dataset, file] of files) {
      const layout = layoutsOf(dataset)[0]!
      const { rows } = await tableOf(layout, raw(file), file)
      for (const [k, c] of layout.columns.entries())
        if ((c.as === 'state' || c.as === 'mission') && !c.codes)
          for (const r of rows) if (r.cells[k]!.trim()) note(c.as, dataset, r.cells[k]!)
    }
    const layout = layoutsOf('geo-pko-contributors')[0]!
    for (const r of (await tableOf(layout, raw('geo-pko/TCCMap.csv'))).rows)
      for (const c of contingentsOf(cell(layout, r, 'year.overview')).contingents) note('state', 'geo-pko-contributors', c.contributor)
    for (const f of ['pact2/RBVS.csv', 'pact2/RBVE.csv']) {
      const l = layoutsOf(f.includes('RBVS') ? 'pact-reports' : 'pact-conditions')[0]!
      for (const r of (await tableOf(l, raw(f), f)).rows) note('mission', l.dataset, cell(l, r, 'report_namePKO').split('_')[0]!)
    }
    return all
  }
  test('States and missions', async () => {
    const all = await gather()
    for (const kind of ['state', 'mission'] as const) {
      const counts: Record<string, number> = {}
      const unknown: string[] = []
      for (const [name, dataset] of all[kind]) {
        const n = kind === 'state' ? state(name) : mission(name)
        counts[n.is] = (counts[n.is] ?? 0) + 1
        if (n.is === 'unknown') unknown.push(`${name} (${dataset})`)
      }
      console.info(
        `${kind}: ${Object.entries(counts)
          .map(([k, v]) => `${v} ${k}`)
          .join(', ')}; unknown: ${unknown.join(', ') || 'none'}`,
      )
      expect(unknown).toEqual(kind === 'mission' ? ['UNMAO (un-fatalities)'] : [])
    }
  }, 60_000)
  test('the share of names that no list knows, row by row: none in any file, but for one row of the dead', async () => {
    const { often } = await gather()
    const shares = [...often].map(([of, names]) => {
      const kind = of.split(' ')[1] as Kind
      const unknown = [...names].filter(([name]) => (kind === 'state' ? state(name) : mission(name)).is === 'unknown')
      const sum = (these: Iterable<readonly [string, number]>): number => [...these].reduce((n, [, k]) => n + k, 0)
      return { of, names: sum(names), unknown: sum(unknown), which: unknown.map(([name]) => name) }
    })
    expect(shares.length).toBeGreaterThan(20)
    expect(shares.filter(s => s.names < 10)).toEqual([]) // a file of which no name is read would know all of them
    console.info(shares.map(s => `${s.of}: ${s.unknown} of ${s.names}`).join('; '))
    expect(shares.filter(s => s.unknown)).toEqual([{ of: 'un-fatalities mission', names: 4_350, unknown: 1, which: ['UNMAO'] }])
  }, 60_000)
  test('places of UCDP against the list of p-codes: accents, spellings and the word for the kind of place', async () => {
    const codes = await tableOf(layoutsOf('ocha-pcodes')[0]!, raw('pcodes/pcodes-caf-cod-ssd-mli.csv'))
    const place = gazetteer(codes.rows.map(r => placeRow(r.cells)))
    const events = layoutsOf('ucdp-ged')[0]!
    const rows = (await tableOf(events, raw('ucdp-ged-caf/GEDEvent_v23_1_CAF.csv'))).rows
    const adm1 = [...new Set(rows.map(r => cell(events, r, 'adm_1')).filter(Boolean))].map(n => [n, place('CAF', 1, n)] as const)
    expect(adm1).toHaveLength(17)
    expect(adm1.filter(([, n]) => n.is !== 'alias' && n.is !== 'matched')).toEqual([])
    expect(Object.fromEntries(adm1.map(([n, a]) => [n, code(a)]))).toMatchObject({
      'Kémo province': 'CF41',
      'Nana-Grébizi province': 'CF42',
      "Ombella-M'Poko province": 'CF11',
    })
    expect(place('CAF', 1, 'Bambari')).toMatchObject({ is: 'another' })
    expect(place('CAF', 1, 'Atlantis')).toMatchObject({ is: 'unknown' })
    const adm2 = [...new Set(rows.map(r => cell(events, r, 'adm_2')).filter(Boolean))].map(n => [n, place('CAF', 2, n)] as const)
    const counts: Record<string, number> = {}
    for (const [, n] of adm2) counts[n.is] = (counts[n.is] ?? 0) + 1
    console.info(
      'adm2 of UCDP in CAF:',
      counts,
      adm2
        .filter(([, n]) => n.is === 'unknown')
        .map(([n]) => n)
        .join(', '),
    )
    expect(counts).toEqual({ alias: 64 })
  })
})
