import type { Question } from '../kernel/chapter.ts'
import { fields, sourceAt } from '../kernel/columns.ts'
import { amount, text } from '../kernel/ledger/fields.ts'
import { subjectsWith, type Told, toldOf } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import { daysBetween, daysInWords } from './days-between.ts'
import { typeWords } from './pages/words.ts'

/** What the road waits for next, and whose it is; nobody is late, since a pledge has no date. */
export interface Waiting {
  readonly what: string
  readonly who: string
  /** The next step is, or is also, the UN's. */
  readonly un?: true
}
/** In the order of the road. What a step further on shows has been done, whether or not somebody told of it. */
const ROAD: readonly (readonly [step: string, types: readonly string[], next: Waiting | null])[] = [
  ['made', ['PledgeMade', 'PledgeSpecified'], { what: 'registration, or word of it', who: 'the State' }],
  ['registered', ['PledgeRegistered', 'ReadinessLevelReached'], { what: 'a visit and an assessment', who: 'the United Nations', un: true }],
  ['assessed', ['PledgeAssessed'], { what: 'selection and a memorandum', who: 'the United Nations and the State', un: true }],
  ['agreed', ['PledgeAgreed', 'DeploymentRequested'], { what: 'the first who come', who: 'the State' }],
  ['arrived', ['UnitArrived'], { what: 'the main body, or word of it', who: 'the State' }],
  ['deployed', ['UnitDeployed'], null],
  ['ended', ['DeploymentEnded', 'HandedOver', 'PledgeWithdrawn'], null],
]
const STEPS = new Set([...ROAD.flatMap(([, types]) => types), 'PledgeStatusReported', 'DelayReported', 'AccessNotGranted', 'AccessGranted'])

/** One step of a pledge's road. Two sources that tell of the same step are two rows of it. */
const stepIn = (told: readonly Told[], first: Told) => (e: Told, i: number) => {
  const before = told.slice(0, i).findLast(b => stepOf(b) !== undefined && sayingOf(b) !== sayingOf(e))
  return {
    step: sayingOf(e),
    on: e.on,
    /** Days since the pledge, and since the step before this one. A month gives least and most. */
    sincePledge: e === first ? ([0, 0] as const) : daysBetween(first, e),
    sinceStep: before ? daysBetween(before, e) : null,
    persons: amount(e.face.is['persons']),
    says: e.says ?? '',
    source: e.source,
  }
}
export type Step = ReturnType<ReturnType<typeof stepIn>>
const roadOf = (told: readonly Told[], first: Told) => {
  const made = told.filter(e => e.face.type === 'PledgeMade'),
    saying = (field: string): string | null => made.map(e => text(e.body?.data[field])).find(t => t !== null) ?? null,
    most = told
      .filter(e => amount(e.face.is['persons']) !== null)
      .toSorted((a, b) => Number(b.face.is['persons']) - Number(a.face.is['persons']))[0]
  return {
    pledge: first.face.subject,
    state: String(first.face.is['state']),
    mission: saying('mission') ?? told.map(e => text(e.face.is['mission'])).find(t => t !== null) ?? null,
    capability: String(first.face.is['capability']),
    summit: saying('summit'),
    /** Sources may disagree: each quantity once, smallest first. */
    promised: [...new Set(made.flatMap(e => amount(e.face.is['quantity']) ?? []))].sort((a, b) => a - b),
    upTo: made.some(e => e.face.is['upTo'] === 'yes'),
    unit: text(first.face.is['unit']),
    arrived: most ? { persons: Number(most.face.is['persons']), on: most.on } : null,
    ended: told.find(e => stepOf(e) === 'ended')?.on ?? null,
    waitsFor: waitingOf(told),
    steps: told.map(stepIn(told, first)),
  }
}
export type PledgeRow = ReturnType<typeof roadOf>
const rowOf = (all: readonly Told[]): readonly PledgeRow[] => {
  const told = all.filter(e => STEPS.has(e.face.type)),
    first = told.find(e => e.face.type === 'PledgeMade')
  return first ? [roadOf(told, first)] : []
}

/** What has a State promised, how far did it come, and what does it wait for? By State, then by pledge. */
export const pledges: Question<PledgeRow> = {
  name: 'pledges',
  says: 'What was pledged, what came of it, with the days of each step, and what it waits for.',
  columns: {
    pledge: '#meta+id',
    ...fields('state', 'mission'),
    capability: '#capacity+name',
    summit: '#event+name',
    promised: '#capacity+promised+num',
    upTo: '#meta+at_most',
    unit: '#capacity+unit',
    'arrived.persons': '#capacity+arrived+num',
    'arrived.on': '#date+arrived',
    ended: '#date+end',
    'waitsFor.what': '#status+waits_for',
    'waitsFor.who': '#org+waits_for',
    'waitsFor.un': '#status+waits_for_un',
    'steps.step': '#activity+step',
    'steps.on': '#date+step',
    'steps.sincePledge': '#indicator+days_since_pledge',
    'steps.sinceStep': '#indicator+days_since_step',
    'steps.persons': '#capacity+step+num',
    'steps.says': '#description',
    ...sourceAt('steps.source'),
  },
  options: { state: { value: 'GBR', says: 'of one State' } },
  rows: async (db, { on, options: { state } }) => {
    const told = await toldOf(db, await subjectsWith(db, ['PledgeMade'], { state }), on)
    return [...Map.groupBy(told, e => e.face.subject).values()]
      .flatMap(rowOf)
      .sort((a, b) => byText(a.state, b.state) || byText(a.pledge, b.pledge))
  },
  line: r =>
    `${r.state}  ${r.pledge}: ${promisedInWords(r)}; ${r.steps
      .map((s, i) => {
        const days = s.sincePledge && s.step !== 'pledged' ? ` (${daysInWords(s.sincePledge)})` : ''
        return `${s.step} ${s.on}${days}${toldAgain(r.steps, i) ? ' (another report)' : ''}`
      })
      .join(', ')}; ${r.waitsFor ? `waits for ${r.waitsFor.what} (${r.waitsFor.who})` : 'waits for nothing'}`,
}
export const promisedInWords = (r: Pick<PledgeRow, 'promised' | 'upTo' | 'unit' | 'capability'>): string =>
  `${r.upTo ? 'up to ' : ''}${r.promised.map(n => n.toLocaleString('en-US')).join(' or ')} ${r.unit ?? ''}`.trim() || r.capability

/** How far on the road an entry is; who is told to be there has arrived, whoever tells it. */
const farOf = ({ face: { type, is } }: Told): number =>
  ROAD.findIndex(([, types]) => types.includes(type === 'PledgeStatusReported' && is['persons'] !== undefined ? 'UnitArrived' : type))
const stepOf = (e: Told): string | undefined => ROAD[farOf(e)]?.[0]

const PARTS: Readonly<Record<string, string>> = { first: 'first arrivals', main: 'main body', more: 'more arrived', all: 'all arrived' }
const sayingOf = ({ face: { type, is } }: Told): string =>
  type === 'UnitArrived' ? (PARTS[String(is['part'])] ?? 'arrived') : (typeWords('en', type)?.[1] ?? type)

/** Money is not registered in the readiness system, visited or deployed. */
const MONEY = /\b(dollars?|euros?|pounds?|yuan|USD|EUR|GBP)\b/i
/** What is done once. A second telling of it is another report of the same step: one subject is one pledge. */
const OFTEN = new Set([
  'more arrived',
  'arrived',
  'status told',
  'delay told',
  'access not granted',
  'access granted',
  'readiness level reached',
])
export const toldAgain = (steps: readonly Pick<Step, 'step'>[], i: number): boolean =>
  !OFTEN.has(steps[i]!.step) && steps.findIndex(s => s.step === steps[i]!.step) < i

/** The furthest step decides. A visa or land that was not granted, and not granted since, is waited for before anything else. */
const waitingOf = (told: readonly Told[]): Waiting | null => {
  const far = Math.max(0, ...told.map(farOf))
  const [step, , next] = ROAD[far]!
  if (step === 'made' && told.some(e => MONEY.test(text(e.face.is['unit']) ?? '')))
    return { what: 'word that it was paid', who: 'the State' }
  if (step === 'arrived' && told.some(e => ['main', 'all'].includes(String(e.face.is['part'])))) return null
  if (next === null) return null
  const held = told.findLast(e => ['DelayReported', 'AccessNotGranted', 'AccessGranted'].includes(e.face.type))
  if (held?.face.type === 'AccessNotGranted' || held?.face.is['waitsFor'] === 'host-state')
    return { what: 'visas, land or flights', who: 'the host State' }
  return next
}
