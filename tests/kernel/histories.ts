import fc from 'fast-check'
import { addDays, FOREVER, LONG_AGO } from '../../src/kernel/day.ts'
import type { Face, Scalar } from '../../src/kernel/rules/face.ts'
import { D0 } from './shapes.ts'

// A generator that looks for trouble: most of a history turns around one duty, most days are near each other, a quarter of all dates
// is vague, two in nine have no bound on one side. What it does not reach, `transitions.ts` notices.

export const RECURRING: readonly string[] = ['on-grid', 'monthly', 'rolling']
/** Duties whose lapse raises another, by what they raise. They are the ones with service and dispute, too. */
const CHAINED: Readonly<Record<string, string>> = { served: 'instead', 'in-days': 'instead-soon' }

const weighed = <T>(...of: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> =>
  fc.oneof(...of.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })))

const shape = weighed(
  [5, 'served'],
  [4, 'in-days'],
  [2, 'in-months'],
  [2, 'by-a-day'],
  [5, 'in-a-month'],
  [3, 'soon'],
  [2, 'on-grid'],
  [2, 'monthly'],
  [2, 'rolling'],
)

const what = (of: string): fc.Arbitrary<string> =>
  weighed(
    [3, 'Asked'],
    [RECURRING.includes(of) ? 6 : of === 'in-a-month' ? 4 : 2, 'Did'],
    [2, 'DeadlineExtended'],
    [3, 'ClockStopped'],
    [3, 'ClockRestarted'],
    [of in CHAINED ? 1 : 2, 'DutyWaived'],
    [1, 'EntrySuperseded'],
    ...(of in CHAINED
      ? ([
          [3, 'Received'],
          [3, 'Disputed'],
          [4, 'SilenceStated'],
          [2, 'UnDid'],
        ] as const)
      : RECURRING.includes(of)
        ? ([[1, 'Ended'], ...(of === 'monthly' ? ([[1, 'Replaced']] as const) : [])] as const)
        : of === 'in-a-month'
          ? ([
              [2, 'SilenceStated'],
              [2, 'Ended'],
              [4, 'Replaced'],
            ] as const)
          : ([[3, 'SilenceStated']] as const)),
  )

const moves = (of: string) =>
  fc.record({
    what: what(of),
    on: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 25 }) },
      { weight: 2, arbitrary: fc.integer({ min: 20, max: 60 }) },
      { weight: 1, arbitrary: fc.integer({ min: 60, max: 110 }) },
    ),
    vague: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 18 }) }),
    open: weighed<'no' | 'before' | 'after'>([7, 'no'], [1, 'before'], [1, 'after']),
    debtor: weighed([8, 'GAB'], [3, 'BDI'], [1, undefined]),
    command: fc.boolean(),
    ahead: fc.integer({ min: -3, max: 30 }),
    nth: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4, nil: undefined }),
    chained: fc.boolean(),
    named: fc.boolean(),
    other: fc.nat(20),
  })
type Move = ReturnType<typeof moves> extends fc.Arbitrary<infer M> ? M : never

const face = (of: string, m: Move, i: number, before: Move | undefined): Face => {
  const resumes = before?.what === 'ClockStopped' && m.what === 'ClockRestarted' // a short stop, from time to time
  const type = before ? m.what : 'Asked' // the first one sets something going
  const occurredOn = addDays(D0, !before ? m.on % 12 : resumes && m.command ? before.on + (m.other % 4) : m.on)
  const open = resumes || (!before && m.open === 'after') ? 'no' : m.open
  const is = facts(type, of, m, resumes ? before : m, occurredOn, i)
  return {
    seq: i + 1,
    id: `e${i + 1}`,
    type,
    subject: 'S',
    occurredOn: open === 'before' ? LONG_AGO : occurredOn,
    latest: open === 'after' ? FOREVER : addDays(occurredOn, resumes ? 0 : m.vague),
    door: m.command ? 'command' : 'testimony',
    is: Object.fromEntries(Object.entries(is).filter((e): e is [string, Scalar] => e[1] !== undefined)),
  }
}
/** What the face carries. `whose`: a restart is of the duty that was stopped. */
const facts = (type: string, of: string, m: Move, whose: Move, on: number, i: number): Record<string, Scalar | undefined> => {
  switch (type) {
    case 'Asked':
      return {
        shape: of,
        state: m.debtor,
        until: m.named || ((of === 'by-a-day' || of === 'in-a-month') && m.nth === undefined) ? on + m.ahead : undefined,
        startingOn: m.named || (of === 'in-a-month' && m.chained) ? on + (of === 'in-a-month' ? m.other : m.ahead) : undefined,
      }
    case 'Did':
      return { shape: of, state: m.debtor, nth: m.nth }
    case 'UnDid':
      return { shape: CHAINED[of] }
    case 'Ended':
      return { shape: of }
    case 'EntrySuperseded':
      return { entry: `e${m.other % (i + 1)}` }
    case 'Replaced':
    case 'Received':
    case 'Disputed':
    case 'SilenceStated':
      return { state: m.debtor }
    default: {
      const owed = CHAINED[of] !== undefined && whose.chained ? CHAINED[of] : of
      return {
        duty: owed,
        debtor: whose.named && owed === of && !RECURRING.includes(of) ? whose.debtor : undefined,
        until: on + m.ahead,
        nth: m.nth,
      }
    }
  }
}

export const history: fc.Arbitrary<readonly Face[]> = shape.chain(of =>
  fc.array(moves(of), { minLength: 3, maxLength: 16 }).map(ms => ms.map((m, i) => face(of, m, i, ms[i - 1]))),
)
