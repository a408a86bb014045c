import { AS_PUBLISHED, asPublished, stateNamed } from '../../../archive/index.ts'
import type { Question } from '../../../kernel/chapter.ts'
import { citesAt, sourceAt } from '../../../kernel/columns.ts'
import { told } from '../../../kernel/ledger/told.ts'
import { type Step, stepOf } from '../agreement.ts'
import { type NotAsked, PAX, type Published, publishedInWords, publishedOf, UCDP } from './published-agreements.ts'

/** Of an agreement of this record the subject alone tells the country: AGREEMENT-SSD-2018. One that names another is left out. */
const concerns = (subject: string, country: string): boolean => {
  const codeOf = (word: string): string[] => {
    const named = stateNamed(word)
    return 'code' in named && named.code ? [named.code] : []
  }
  const [codes, asked] = [subject.split(/[-.]/).flatMap(codeOf), codeOf(country)]
  return !codes.length || !asked.length || codes.includes(asked[0]!)
}
export const agreements: Question<Step | Published | NotAsked> = {
  name: 'agreements',
  says: 'The agreements on this record, by day; of one country also those that PA-X and UCDP have, side by side, by process.',
  columns: {
    kind: '#meta+type',
    subject: '#meta+id',
    type: '#event+type',
    on: '#date',
    who: '#org+name',
    says: '#description',
    ...sourceAt(),
    process: '#event+process',
    apart: '#indicator+days_apart',
    matched: '#meta+matched',
    'pax.id': '#event+pax+id',
    'pax.name': '#event+pax+name',
    'pax.stage': '#event+pax+stage',
    'pax.on': '#date+pax',
    ...citesAt('pax.cites'),
    'ucdp.id': '#event+ucdp+id',
    'ucdp.name': '#event+ucdp+name',
    'ucdp.stage': '#event+ucdp+stage',
    'ucdp.on': '#date+ucdp',
    ...citesAt('ucdp.cites'),
  },
  tables: [PAX, UCDP],
  options: {
    country: { value: 'MLI', says: 'of one country, by name or code: with what published tables have' },
    process: { value: 'TEXT', says: 'published ones whose process bears this in its name' },
    stage: { value: 'ceasefire', says: 'published ones of this stage or type' },
    ...AS_PUBLISHED,
  },
  rows: async (db, { on, options }) => {
    const { country, process, stage } = options
    const own = (await told(db, { types: ['AgreementSigned'], chapters: ['politics'], on, most: 500 })) ?? []
    return [
      ...own.filter(t => country === undefined || concerns(t.face.subject, country)).map(t => stepOf(t, 'step')),
      ...(country === undefined ? [] : await publishedOf(db, country, { process, stage }, on, asPublished(options))),
    ]
  },
  line: r => (r.kind === 'none' ? r.says : r.kind === 'published' ? publishedInWords(r) : `${r.on} · ${r.subject} · ${r.who}`),
}
