import { CompiledQuery } from 'kysely'
import type { Asked, Question } from '../kernel/chapter.ts'
import { fields, sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { iso } from '../kernel/ledger/fields.ts'
import { owedOn, type Standing as Stands } from '../kernel/ledger/owed.ts'
import { asTold, bornOn, type Told, told } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Binding, Standing } from '../kernel/rules/rulebook.ts'
import { messagesFor } from '../paper/messages.ts'
import { standsAs } from '../paper/words.ts'
import { duties } from './duties.ts'
import { entries } from './entries.ts'
import { followedAt } from './followed.ts'

// What was promised, by whom, and what is on record since. Facts in the open, in the order of the texts and of the alphabet: no score.

interface Line {
  readonly subject: string
  readonly on: string
  readonly says: string | null
  readonly source: Source | null
}
export interface Evidence extends Line {
  readonly evidence: string
}
export interface Action extends Line {
  readonly kind: 'action'
  readonly owner: string | null // null: asked of many, and nobody is named
  readonly theme: string
  readonly text: string
  /** `remembered`: not checked, never shown as text of the report. */
  readonly known: Standing
  readonly binding: Binding
  readonly until: string | null
  readonly state: State | null
  readonly since: string | null
  readonly done: readonly Evidence[]
  readonly dropped: string | null
  /** The page on which this record follows what the theme asks for. */
  readonly followed: string | null
}
export interface Count extends Line {
  readonly count: number
  readonly what: string
  readonly toCome: number | null
}
export interface Commitment {
  readonly kind: 'commitment'
  readonly subject: string
  readonly texts: readonly Line[]
  readonly counts: readonly Count[]
  /** Two sources give two numbers for one day: both stay. */
  readonly disagree: boolean
  readonly named: readonly string[] // States that a source on this record names
}
export interface Signed extends Line {
  readonly commitment: string
  readonly form: string
  readonly withdrawn: string | null
  readonly acted: readonly Line[] // on this very commitment, as told
}
/** One State that a source names. `since`: what is told of it after its first commitment, of whichever; an empty list is not nothing done. */
export interface OfState {
  readonly kind: 'state'
  readonly state: string
  readonly called: string // as the source calls it
  readonly signed: readonly Signed[]
  readonly since: readonly Line[]
}
export interface Outside extends Line {
  readonly kind: 'outside'
  readonly by: string
  readonly rating: string | null
}
export type PromiseRow = Action | Commitment | OfState | Outside

const MOST = 500
const TYPES = [...Object.keys(entries), 'InstrumentAdopted']

const line = ({ face, on, says, source }: Told): Line => ({ subject: face.subject, on, says, source })
const calledOf = ({ body }: Told): string | undefined => (typeof body?.data['called'] === 'string' ? body.data['called'] : undefined)
const text = (t: Told, field: string): string => String(t.face.is[field] ?? '')

/** How stands each promised action on this day? By subject. */
const standsOn = async (db: Sql, on: Day): Promise<ReadonlyMap<string, Stands>> =>
  new Map((await owedOn(db, { duties: duties.map(d => d.duty), on, most: MOST })).map(o => [o.subject, o]))

/**
 * What do other chapters tell of these States? Each type is found along the index, of each State at most twenty entries.
 * What is alleged of a State’s personnel is no answer to what it promised: it stands in the State’s own file, beside its own account.
 */
const elsewhere = async (db: Sql, states: readonly string[]): Promise<readonly Told[]> => {
  if (!states.length) return []
  const { rows } = await db.executeQuery<{ seq: number; face: string; json: string | null }>(
    CompiledQuery.raw(
      `with recursive t(marking, type) as (
         select m, (select min(e.type) from entry e where e.ledger = 1 and e.marking = m) from unnest('{0,1,2,3}'::smallint[]) m
         union all
         select t.marking, (select min(e.type) from entry e where e.ledger = 1 and e.marking = t.marking and e.type > t.type) from t where t.type is not null)
       select e.seq, e.face, b.json from t cross join unnest($1::text[]) s(state) cross join lateral (
         select seq, id, state, subject, face, chapter from entry
         where ledger = 1 and marking = t.marking and type = t.type and state = s.state order by seq limit 20) e
       left join lateral (select json from body where ledger = 1 and seq = e.seq offset 0) b on true
       where e.chapter = any ('{forces,politics,partners}') and not exists (
         select 1 from entry x where x.ledger = 1 and x.subject = e.subject and x.type = 'EntrySuperseded' and x.face::json->'is'->>'entry' = e.id::text)
       order by e.seq limit ${MOST}`,
      [states],
    ),
  )
  return rows.map(asTold)
}

const rows = async (db: Sql, { on, options }: Asked): Promise<readonly PromiseRow[]> => {
  const its = (await told(db, { types: TYPES, chapters: ['reform'], on })) ?? []
  const only = options['state']?.toUpperCase()
  const signed = its.filter(t => t.face.type === 'CommitmentSigned' && (only === undefined || text(t, 'state') === only))
  const others = await elsewhere(db, [...new Set(signed.map(t => text(t, 'state')))])
  const people = [...Map.groupBy(signed, t => text(t, 'state'))]
    .sort(([a], [b]) => byText(a, b))
    .map(([state, theirs]) => ofState(state, theirs, its, others, on))
  if (only !== undefined) return people
  return [...actions(its, await standsOn(db, on)), ...commitments(its), ...people, ...outside(its)]
}

const actions = (told: readonly Told[], stands: Awaited<ReturnType<typeof standsOn>>): readonly Action[] =>
  told
    .filter(t => t.face.type === 'ActionPromised' || t.face.type === 'ActionAsked')
    .map(t => {
      const { subject } = t.face,
        promised = t.face.type === 'ActionPromised',
        here = (type: string) => told.filter(x => x.face.subject === subject && x.face.type === type),
        known = promised ? (text(t, 'known') as Standing) : (t.source?.standing ?? 'ours')
      return {
        kind: 'action',
        ...line(t),
        owner: promised ? text(t, 'owner') : null,
        theme: text(t, 'theme'),
        text: text(t, 'text'),
        known,
        binding: !promised ? 'request' : known === 'remembered' ? 'assumption' : 'self-commitment',
        until: iso(t.face.is['until']),
        state: stands.get(subject)?.stands ?? null,
        since: iso(stands.get(subject)?.since),
        done: here('ActionDone').map(x => ({ ...line(x), evidence: text(x, 'evidence') })),
        dropped: here('ActionDropped')[0]?.on ?? null,
        followed: followedAt(text(t, 'theme')),
      } satisfies Action
    })
    .sort(
      (a, b) =>
        Number(a.known === 'remembered') - Number(b.known === 'remembered') || byText(a.theme, b.theme) || byText(a.subject, b.subject),
    )

const commitments = (told: readonly Told[]): readonly Commitment[] => {
  const subjects = [
    ...new Set(
      told.filter(t => ['CommitmentOpened', 'CommitmentCounted', 'InstrumentAdopted'].includes(t.face.type)).map(t => t.face.subject),
    ),
  ]
  return subjects.sort().map(subject => {
    const here = told.filter(t => t.face.subject === subject)
    const counts = here
      .filter(t => t.face.type === 'CommitmentCounted')
      .map(t => ({
        ...line(t),
        count: Number(t.face.is['count']),
        what: text(t, 'what'),
        toCome: Number(t.face.is['toCome'] ?? 0) || null,
      }))
    return {
      kind: 'commitment',
      subject,
      texts: here.filter(t => t.face.type === 'CommitmentOpened' || t.face.type === 'InstrumentAdopted').map(line),
      counts,
      disagree:
        counts.some(c => c.source?.conflict) || counts.some((c, i) => counts.some((d, j) => j > i && c.on === d.on && c.count !== d.count)),
      named: [
        ...new Set(told.filter(t => t.face.type === 'CommitmentSigned' && text(t, 'commitment') === subject).map(t => text(t, 'state'))),
      ].sort(),
    }
  })
}
const ofState = (state: string, signed: readonly Told[], told: readonly Told[], others: readonly Told[], on: Day): OfState => {
  const theirs = (x: Told): boolean => x.face.is['state'] === state,
    first = Math.min(...signed.map(t => t.face.latest)),
    since = others.filter(x => theirs(x) && x.face.latest > first && bornOn(x.face) <= on) // what may have come after, counts: the doubt is the debtor’s
  return {
    kind: 'state',
    state,
    called: signed.map(calledOf).find(c => c !== undefined) ?? state,
    signed: signed.map(t => {
      const here = told.filter(x => theirs(x) && x.face.subject === t.face.subject)
      return {
        ...line(t),
        commitment: text(t, 'commitment'),
        form: text(t, 'form'),
        withdrawn: here.find(x => x.face.type === 'CommitmentWithdrawn')?.on ?? null,
        acted: here.filter(x => x.face.type === 'CommitmentActedOn').map(line),
      }
    }),
    since: since.sort((x, y) => bornOn(x.face) - bornOn(y.face)).map(line),
  }
}
const outside = (told: readonly Told[]): readonly Outside[] =>
  told
    .filter(t => t.face.type === 'ReportPublished' || t.face.type === 'ReformRated')
    .map(t => ({
      kind: 'outside',
      ...line(t),
      by: text(t, t.face.type === 'ReformRated' ? 'rater' : 'by'),
      rating: t.face.type === 'ReformRated' ? `${text(t, 'rating')} (${text(t, 'scale')})` : null,
    }))

/** Inside a sentence. */
const NOTHING = messagesFor('en').nothing.toLowerCase()
export const promises: Question<PromiseRow> = {
  name: 'promises',
  says: 'what was promised, by whom, and what is on record since; with --state, what one State signed',
  columns: {
    ...fields('kind', 'subject', 'on', 'says'),
    owner: '#org+debtor+code',
    theme: '#sector',
    text: '#meta+text+id',
    known: '#meta+standing',
    binding: '#meta+binding',
    until: '#date+due',
    state: '#meta+state',
    since: '#date+since',
    'done.evidence': '#event+document',
    'done.on': '#date+done',
    'done.subject': '#meta+done+id',
    'done.says': '#description+done',
    ...sourceAt('done.source'),
    dropped: '#date+dropped',
    followed: '#meta+followed',
    texts: '#meta+text',
    counts: '#indicator+counts',
    disagree: '#meta+disagree',
    named: '#country+named+code',
    called: '#country+name',
    signed: '#event+signed',
    by: '#org+name',
    rating: '#indicator+rating',
    ...sourceAt(),
  },
  options: { state: { value: 'ISO3', says: 'what this State signed or pledged, and what is on record since (such as GBR)' } },
  rows,
  line: row => {
    switch (row.kind) {
      case 'action': {
        const end = row.done.map(d => `${d.evidence}, ${d.on}`).join('; ') || (row.dropped ? `dropped, ${row.dropped}` : NOTHING)
        return [
          row.subject,
          row.theme,
          row.says ?? '',
          row.owner ?? 'asked of many',
          row.known,
          row.state === null ? 'no clock' : standsAs({ state: row.state, binding: row.binding, due: row.until }),
          row.until ?? 'no day',
          end,
          ...(row.followed ? [`followed at ${row.followed}`] : []),
        ].join(' · ')
      }
      case 'commitment': {
        const counted = row.counts.map(c => `${c.count} ${c.what} (${c.on}, ${c.source?.title ?? 'no source given'})`).join('; ')
        return [
          row.subject,
          counted || 'nobody counted',
          row.disagree ? 'sources disagree, all stay' : '',
          row.named.join(' ') || 'no State named on this record',
        ]
          .filter(Boolean)
          .join(' · ')
      }
      case 'state': {
        const acted = [...row.signed.flatMap(s => s.acted), ...row.since].map(s => `${s.on}: ${s.says ?? s.subject}`)
        return [
          row.state,
          ...row.signed.map(s => `${s.form} ${s.on} (${s.commitment}): ${s.says ?? ''}`),
          `since: ${acted.join(' ') || NOTHING}`,
        ].join(' · ')
      }
      case 'outside':
        return [row.on, row.by, row.rating ?? '', row.says ?? ''].filter(Boolean).join(' · ')
    }
  },
}
