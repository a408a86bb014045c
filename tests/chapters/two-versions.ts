import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { forces } from '../../src/forces/index.ts'
import { day } from '../../src/kernel/day.ts'
import type { TextRow } from '../../src/politics/council/archive/texts.ts'
import { politics } from '../../src/politics/index.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { archived } from '../archive/tables.ts'
import { asker } from './asking.ts'

// Two versions of each table, text and list that the questions of forces and politics join. SIMULATED: nobody decided, sat, vetoed or signed so.

export const [FIRST, LATER] = ['2019-04-01', '2019-09-01']
export const THEN = { 'as-published': '2019-05-01' }
export const BEFORE = { 'as-published': '2019-03-20' }
export const STOOD = { snapshot: 1, stood: { day: FIRST, by: 'published' } }
export const ON = { on: '2019-06-15' }

type Row = Readonly<Record<string, string>>
const csv = (dataset: string, rows: readonly Row[], separator = ','): string => {
  const names = layoutsOf(dataset)[0]!.columns.map(c => c.name)
  return `${[names, ...rows.map(r => names.map(n => r[n] ?? ''))].map(r => r.map(c => `"${c}"`).join(separator)).join('\n')}\n`
}
const resolution = (symbol: string, on: string, paragraphs: string): string => `United Nations
Security Council
Resolution ${symbol}
Adopted by the Security Council at its 8476th meeting, on ${on}
The Security Council,
Recalling its previous resolutions,
${paragraphs}
`
/** Its words, as one file has them and as the next does. */
export const made = (until: string, military: string, whom: string): string =>
  resolution(
    '2501 (2019)',
    '5 March 2019',
    `1. Decides to extend until ${until} the mandate of UNMISS;
2. Decides that UNMISS will comprise up to ${military} military personnel;
3. Decides that the mandate of UNMISS shall be to:
(a) Protect civilians;
(b) Protect ${whom};
4. Requests the Secretary-General to report to the Council within 45 days of the adoption of this resolution;
5. Decides to remain seized of the matter.`,
  )
const another = resolution(
  '2502 (2019)',
  '10 March 2019',
  '1. Decides to extend until 15 November 2019 the mandate of UNISFA;\n2. Decides to remain seized of the matter.',
)
const list = (topic: string) =>
  csv('unsc-resolutions', [{ Resolution: 'S/RES/2501', Number: '2501', Year: '2019', Date: '05 March 2019', Topic: topic }], ';')
const tasks = (civilians: string) =>
  csv('pema-tasks', [
    {
      ...{ Signature: 'S/RES/2501', NamePKO: 'UNMISS', Country: 'South Sudan', Year: '2019', Date2: '05-Mar-19', Mandate_Renewal: '1' },
      CivProtect_Security: civilians,
    },
  ])
const months = (media: string) =>
  csv('pema-months', [
    {
      ...{ signature: 'S/RES/2501', namepko: 'UNMISS', date3: '2019m6', country: 'South Sudan', year: '2019' },
      ...{ civprotect_security_V3: '1', media_assist_V3: media },
    },
  ])
const operations = (name: string) =>
  csv('un-operations', [{ mission_acronym: 'UNMISS', mission_name: name, mission_isactive: 'true', start_date: '2011-07-01' }])
const strength = (troops: number) =>
  csv('ipi-missions', [
    { Date: '2019-06-30', Mission: 'UNMISS', Troops: String(troops), Police: '100', Observers: '0', Total: String(troops + 100) },
  ])
const members = (more: string) => `country_org,start_year,end_year,seat,note\n# SIMULATED\nChina,1992,2030,permanent,\n${more}`
const vetoes = (draft: string) =>
  csv('un-vetoes', [
    {
      ...{ Date: '2019-02-20', Year: '2019', draft_resolution_number: draft, record: 'S/PV.9001', agenda: 'SIMULATED', topic: 'SIMULATED' },
      ...{ china: '1', france: '0', russian_federation_or_USSR: '0', number_of_vetoes: '1' },
      ...{ united_kingdom_of_great_britain_and_northern_ireland: '0', united_states_of_america: '0' },
    },
  ])
/** Of the other list of vetoes, which ends earlier in its first version. */
const vetoesBy = (...cast: readonly (readonly [on: string, draft: string])[]) =>
  csv(
    'unsc-vetoes',
    cast.map(([date, draft]) => ({
      year: date.slice(-4),
      date,
      draft,
      meeting_record: 'S/PV.9002',
      agenda_item: 'SIMULATED',
      member_veto1: 'China',
    })),
  )
const PAX =
  'Con,Contp,PP,PPName,Reg,AgtId,Ver,Agt,Dat,Status,Lgt,Agtp,Stage,StageSub,Loc1ISO,Loc2ISO,Loc1GWNO,Loc2GWNO,UcdpAgr,GCh,Wgg,ImUN'
const pax = (on: string) =>
  `${PAX}\n${PAX.split(',')
    .map(
      c =>
        ({
          Con: 'Mali',
          PPName: 'SIMULATED process',
          AgtId: '1',
          Agt: 'SIMULATED Charter',
          Dat: on,
          Stage: 'Cea',
          Loc1ISO: 'MLI',
          UcdpAgr: '91',
          GCh: '0',
        })[c] ?? '',
    )
    .join(',')}\n`
const ucdp = (on: string) => {
  const names = layoutsOf('ucdp-agreements')[0]!.columns.flatMap(c => (c.optional ? [] : [c.name]))
  const row: Row = {
    paid: '91',
    gwno: '432',
    pa_name: 'SIMULATED Charter',
    pa_date: on,
    conflict_name: 'Mali: Azawad',
    year: '2019',
    pa_type: '2',
    ended: '0',
  }
  return `${names.join(',')}\n${names.map(n => row[n] ?? '').join(',')}\n`
}

type Kept = ReturnType<typeof archived>
export const add = (kept: Kept, dataset: string, path: string, asPublished: string) =>
  addSnapshot(
    { keeper: kept.record().pools.keeper, ledger: kept.record().ledger },
    { dataset, path, asPublished: day(asPublished), today: day('2026-11-24') },
  )
let folders = 0
/** A folder with these files. */
export const folder = (kept: Kept, files: Row): string => {
  const path = join(kept.folder, `texts-${++folders}`)
  mkdirSync(path)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return path
}
/** A record of its own that holds both versions of all of them. */
export const twoVersions = () => {
  const kept = archived()
  beforeAll(async () => {
    const [old, later] = [made('15 March 2020', '10,000', 'markets'), made('15 June 2020', '12,000', 'markets and wells')]
    const versions: readonly (readonly [string, string, string])[] = [
      [
        'unsc-texts',
        folder(kept, { 'S-RES-2501(2019).txt': old }),
        folder(kept, { 'S-RES-2501(2019).txt': later, 'S-RES-2502(2019).txt': another }),
      ],
      ...(
        [
          ['unsc-resolutions', list('SIMULATED subject'), list('SIMULATED subject, renamed')],
          ['pema-tasks', tasks('3a'), tasks('3b')],
          ['pema-months', months('0'), months('1')],
          ['un-operations', operations('SIMULATED name'), operations('SIMULATED other name')],
          ['ipi-missions', strength(9_000), strength(11_000)],
          ['unsc-members', members(''), members('Togo,2019,2020,elected,\n')],
          ['un-vetoes', vetoes('S/2019/0001'), vetoes('S/2019/0002')],
          ['unsc-vetoes', vetoesBy(['12/20/2018', 'S/2018/0009']), vetoesBy(['12/20/2018', 'S/2018/0009'], ['6/14/2019', 'S/2019/0003'])],
          ['pa-x', pax('2019-01-10'), pax('2019-01-20')],
          ['ucdp-agreements', ucdp('1/14/2019'), ucdp('1/25/2019')],
        ] as const
      ).map(([dataset, then, later]) => [dataset, kept.file(then), kept.file(later)] as const),
    ]
    for (const [dataset, then, later] of versions) {
      expect(await add(kept, dataset, then, FIRST), dataset).toMatchObject({ is: 'added', notUnderstood: 0 })
      expect(await add(kept, dataset, later, LATER), dataset).toMatchObject({ is: 'added', notUnderstood: 0 })
    }
  }, 180_000)
  const record = kept.record
  return {
    record,
    ask: asker(record, politics),
    askForces: asker(record, forces),
    askWord: (options: Record<string, string>, word = 'S/RES/2501'): Promise<readonly TextRow[]> =>
      record().read(PUBLIC, db => politics.questions!.find(q => q.name === 'text')!.rows(db, { on: day(ON.on), options, word })) as Promise<
        readonly TextRow[]
      >,
  }
}
export const only = <R extends { readonly is: string }, K extends R['is']>(rows: readonly R[], is: K) =>
  rows.filter((r): r is Extract<R, { is: K }> => r.is === is)
/** Every snapshot that an answer names, by table. */
export const named = (rows: readonly object[]): readonly string[] => {
  const found = new Set<string>()
  JSON.stringify(rows, (_, v) => {
    if (v && typeof v === 'object' && 'dataset' in v && 'snapshot' in v)
      found.add(`${v.dataset}:${v.snapshot}${v.stood ? ` ${v.stood.by} ${v.stood.day}` : ''}`)
    return v
  })
  return [...found].sort()
}
