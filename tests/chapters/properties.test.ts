import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, vi } from 'vitest'
import type { z } from 'zod'
import { addDays, type Day, day, FOREVER, toIso } from '../../src/kernel/day.ts'
import type { ObligationSpan } from '../../src/kernel/rules/clock.ts'
import { asOf, obligations } from '../../src/kernel/rules/derive.ts'
import { type Face, knownAt, type Pattern, type Scalar } from '../../src/kernel/rules/face.ts'
import type { Adopted, Duty, Rulebook } from '../../src/kernel/rules/rulebook.ts'
import { validate } from '../../src/kernel/rules/validate.ts'
import { why } from '../../src/kernel/rules/why.ts'
import { CHAPTERS, typeOf } from '../../src/record/chapters.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { board, bytes, forTheOracle, SEED, told } from '../kernel/board.ts'
import { walk } from '../oracle/oracle.ts'

// The properties of the kernel, over the very rules that ship: each chapter's duties, in histories drawn around them, against a walk from day to day.

const RUNS = Number(process.env['RUNS'] ?? 120)
vi.setConfig({ testTimeout: Math.max(60_000, RUNS * 300) })
const book = shippedBook()
const D0 = day('2024-01-10')
const HORIZON = addDays(D0, 700)
const LAST = addDays(HORIZON, 500)

const patternsOf = (d: Duty): readonly Pattern[] => [
  ...('on' in d.arises ? [d.arises.on] : []),
  ...d.metBy,
  ...(d.endedBy ?? []),
  ...(d.silenceStatedBy ?? []),
  ...[d.startsAt, d.disputedBy].filter(p => p !== undefined),
]
const causeOf = (d: Duty): Duty => {
  const { arises } = d
  return 'on' in arises ? d : causeOf(book.duties.find(x => x.duty === arises.whenOverdue)!)
}

describe('what crosses from one chapter to another', () => {
  it('is a pattern over a type that some chapter declares, with its fields and its codes', () => {
    const odd = book.duties.flatMap(d =>
      patternsOf(d).flatMap(({ type, is }) => {
        const shape = typeOf(type)?.type.face.shape
        if (!shape) return [`${d.duty}: no type ${type}`]
        return Object.entries(is)
          .filter(([field, value]) => !(shape[field] as z.ZodType | undefined)?.safeParse(value).success)
          .map(([field, value]) => `${d.duty}: ${type} has no ${field} ${String(value)}`)
      }),
    )
    assert.deepEqual(odd, [])
  })
})

const move = fc.record({
  which: fc.nat(99),
  kernels: fc.integer({ min: 0, max: 9 }),
  on: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 })),
  vague: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) }),
  debtor: fc.constantFrom('GAB', 'GAB', 'BDI', undefined),
  command: fc.boolean(),
  ahead: fc.integer({ min: -5, max: 120 }),
  named: fc.boolean(),
  other: fc.nat(20),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

/** The fields on which this duty looks, besides those that its patterns fix. */
const fieldsOf = (d: Duty, m: Move, on: Day): Record<string, Scalar> => {
  const ahead = addDays(on, m.ahead)
  const days = [typeof d.within === 'object' && 'until' in d.within ? d.within.until : undefined, d.notBefore, d.every?.starting].filter(
    f => f !== undefined,
  )
  return {
    ...(m.named ? Object.fromEntries(days.map((f, i) => [f, addDays(ahead, -10 * i)])) : {}),
    ...('field' in d.owedBy && m.debtor !== undefined ? { [d.owedBy.field]: m.debtor } : {}),
    mission: 'MINUSCA',
  }
}
const KERNELS = ['DutyWaived', 'DeadlineExtended', 'ClockStopped', 'ClockRestarted'] as const
const faceOf = (d: Duty, m: Move, i: number): Face => {
  const patterns = [...patternsOf(d), ...(causeOf(d) === d ? [] : patternsOf(causeOf(d)))]
  const occurredOn = addDays(D0, i === 0 ? m.on % 20 : m.on)
  const trigger = causeOf(d)
  const first = (trigger.arises as { readonly on: Pattern }).on
  const p = i === 0 ? first : patterns[m.which % patterns.length]!
  const of = (type: string, is: Readonly<Record<string, Scalar>>): Face => ({
    seq: i + 1,
    id: `e${i + 1}`,
    type,
    subject: 'S',
    occurredOn,
    latest: addDays(occurredOn, m.vague),
    door: m.command ? 'command' : 'testimony',
    is,
  })
  if (i > 0 && m.kernels === 0) return of('EntrySuperseded', { entry: `e${m.other % (i + 1)}` })
  if (i > 0 && m.kernels <= 2) {
    const type = KERNELS[m.which % KERNELS.length]!
    return of(type, { duty: d.duty, ...(type === 'DeadlineExtended' ? { until: addDays(occurredOn, m.ahead) } : {}) })
  }
  return of(p.type, { ...fieldsOf(p === first ? trigger : d, m, occurredOn), ...p.is })
}
const historyOf = (duties: readonly Duty[]): fc.Arbitrary<readonly Face[]> =>
  fc
    .tuple(fc.nat(duties.length - 1), fc.array(move, { minLength: 2, maxLength: 9 }))
    .map(([n, moves]) => moves.map((m, i) => faceOf(duties[n]!, m, i)))

for (const chapter of CHAPTERS.filter(c => c.duties.length))
  describe(`the duties of ${chapter.name}`, () => {
    const causes = chapter.duties.flatMap(d => (causeOf(d) === d ? [] : [causeOf(d)]))
    const its: Rulebook = { ...book, duties: [...new Set([...chapter.duties, ...causes])], findings: [] }
    const adopted: readonly Adopted[] = [{ seq: 0, from: day('2000-01-01'), book: its }]
    const derive = (h: readonly Face[]): ObligationSpan[] => obligations(adopted, h, HORIZON)
    const each = (holds: (h: readonly Face[]) => void, runs = RUNS) =>
      fc.assert(fc.property(historyOf(chapter.duties), holds), { numRuns: runs, seed: SEED })

    it('make a book that may be adopted', () => {
      assert.deepEqual(validate(its), [])
    })
    it('stand on every day as a walk from day to day finds them', () =>
      each(h => {
        const spans = derive(h)
        for (const [t, lines] of walk(adopted, forTheOracle(h), D0, LAST, HORIZON)) {
          const ours = board(spans, t)
          if (ours.join('\n') !== lines.join('\n')) assert.deepEqual(ours, lines, `${toIso(t)} (engine +, oracle -)\n${told(h)}`)
        }
      }))
    it('tile their days, and each can say why', () =>
      each(h => {
        for (const ss of Map.groupBy(derive(h), s => s.key).values())
          for (const [i, s] of ss.entries()) {
            assert.equal(s.from, ss[i - 1]?.to ?? s.begins)
            assert.ok(s.from < s.to)
            const words = why(s, its)
            assert.ok(words.length > 1 && words.every(w => !/undefined|NaN|5881/.test(w)), bytes(words))
          }
      }))
    it('know no prophecy, and do not hang on the order in which entries arrive', () =>
      each(h => {
        const whole = derive(h)
        assert.equal(bytes(derive([...h].reverse())), bytes(whole))
        for (const t of [10, 60, 200].map(n => addDays(D0, n))) {
          const past = h.filter(f => f.occurredOn <= t || f.type === 'EntrySuperseded')
          const on = (x: readonly ObligationSpan[]) => bytes(asOf(x, t).map(({ to: _, ...s }) => s))
          assert.equal(on(derive(past)), on(whole), `${toIso(t)}\n${told(h)}`)
        }
        assert.equal(bytes(derive(knownAt(h, 3))), bytes(derive(h.slice(0, 3))))
      }))
    it('are never overdue by testimony alone, unless somebody with the register says so', () =>
      each(h => {
        const testimony = h.map(f => ({ ...f, door: 'testimony' }) as Face)
        const spoken = new Set(its.duties.flatMap(d => (d.silenceStatedBy ?? []).map(p => p.type)))
        const silent = testimony.filter(f => !spoken.has(f.type))
        assert.deepEqual(
          derive(silent).filter(s => s.state === 'overdue' || s.state === 'elapsing'),
          [],
          told(silent),
        )
      }))
    it('are each raised, and each met, by some history', () => {
      const raised = new Set<string>()
      const met = new Set<string>()
      each(h => {
        for (const s of derive(h)) {
          raised.add(s.duty)
          if (s.state === 'met' || s.state === 'met late') met.add(s.duty)
        }
      }, 150 * chapter.duties.length)
      const missing = (seen: ReadonlySet<string>) => chapter.duties.map(d => d.duty).filter(d => !seen.has(d))
      assert.deepEqual({ raised: missing(raised), met: missing(met) }, { raised: [], met: [] })
    })
    it('end in days that a person can read: no due day outside the calendar', () =>
      each(h => {
        for (const s of derive(h)) assert.ok(s.due === FOREVER || /^\d{4}-\d\d-\d\d$/.test(toIso(s.due)), bytes(s))
      }))
  })
