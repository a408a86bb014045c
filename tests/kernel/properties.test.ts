import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, vi } from 'vitest'
import { addDays, type Day, FOREVER, LONG_AGO, toIso } from '../../src/kernel/day.ts'
import type { ObligationSpan } from '../../src/kernel/rules/clock.ts'
import { asOf } from '../../src/kernel/rules/derive.ts'
import { type Face, knownAt, standing } from '../../src/kernel/rules/face.ts'
import { findings, groundsOf } from '../../src/kernel/rules/finding.ts'
import { holders } from '../../src/kernel/rules/holder.ts'
import { type Adopted, inForce, type Rulebook } from '../../src/kernel/rules/rulebook.ts'
import { why } from '../../src/kernel/rules/why.ts'
import { walk } from '../oracle/oracle.ts'
import { aDay, board, bytes, derive, each, eachWith, forTheOracle, newlyLate, RUNS, SEED, told } from './board.ts'
import { history, RECURRING } from './histories.ts'
import { adopted, book, D0, drawnBook, gentler, HORIZON, LAST, quiet, quietSince } from './shapes.ts'
import { TRANSITIONS, type Transition, transitionsOf } from './transitions.ts'

vi.setConfig({ testTimeout: Math.max(60_000, RUNS * 30) }) // more histories, more time: a slow machine is no counterexample

/** Other books, adopted in the middle of things: one or two, now and then from the same day, in any order of their positions. */
const adoptions = fc.array(fc.record({ from: aDay, seq: fc.integer({ min: 1, max: 9 }), old: fc.nat(2), together: fc.nat(3) }), {
  minLength: 1,
  maxLength: 2,
})
type Adoptions = typeof adoptions extends fc.Arbitrary<infer T> ? T : never
const inThatOrder = (drawn: Adoptions): Adopted[] => [
  ...adopted,
  ...drawn.map(({ from, seq, old, together }, i) => ({
    seq: seq * 2 + i, // no two adoptions stand at one position
    from: together === 0 ? drawn[0]!.from : from,
    book: old === 0 ? book : gentler,
  })),
]

const asTheOracle = (h: readonly Face[], books: readonly Adopted[]): void => {
  const spans = derive(h, books)
  for (const [t, lines] of walk(books, forTheOracle(h), D0, LAST, HORIZON)) {
    const ours = board(spans, t)
    if (ours.join('\n') !== lines.join('\n')) assert.deepEqual(ours, lines, `${toIso(t)} (engine +, oracle -)\n${told(h)}`)
  }
}

describe('the clockmaker', () => {
  it(
    'sees on every day, for every shape of duty, what a walk from day to day sees',
    each(h => asTheOracle(h, adopted)),
  )
  it(
    'sees it under books of other numbers',
    eachWith(drawnBook, (h, drawn) => asTheOracle(h, [{ ...adopted[0]!, book: drawn }])),
  )
  it(
    'sees it under several adopted books, too',
    eachWith(adoptions, (h, drawn) => asTheOracle(h, inThatOrder(drawn))),
  )
})

describe('spans', () => {
  it(
    'come out of any history, and every one of them can say why',
    each(h => {
      for (const s of derive(h)) {
        const words = why(s, book)
        assert.ok(words.length > 1 && words.every(w => !/undefined|NaN|5881/.test(w)), bytes(words))
      }
    }),
  )
  it(
    'tile the life of their obligation, and each is as long as it can be',
    each(h => {
      const what = ({ from: _, to: __, ...rest }: ObligationSpan) => bytes(rest)
      for (const ss of Map.groupBy(derive(h), s => s.key).values())
        for (const [i, s] of ss.entries()) {
          const before = ss[i - 1]
          assert.ok(s.from < s.to)
          assert.equal(s.from, before ? before.to : s.begins)
          assert.ok(!before || what(s) !== what(before), `${toIso(s.from)} ${s.key}\n${told(h)}`)
          assert.equal(s.begins, ss[0]!.begins)
        }
    }),
  )
  it(
    'say the last day in time: past due is the day after it',
    each(h => {
      derive(h).forEach((s, i, all) => {
        const before = all[i - 1]
        if (before?.key === s.key && before.state === 'open' && s.due !== FOREVER && (s.state === 'silent' || s.state === 'overdue'))
          assert.equal(s.from, addDays(before.due, 1))
      })
    }),
  )
  it(
    'name the position of the book that was in force when their clock started',
    eachWith(adoptions, (h, drawn) => {
      const books = inThatOrder(drawn)
      const started = new Map<string, Day>()
      const run = (s: ObligationSpan) => s.key.replace(/\.\d+$/, '')
      for (const s of derive(h, books)) {
        const start = started.get(run(s)) ?? s.begins
        started.set(run(s), start)
        assert.equal(s.adopted, inForce(books, start)?.seq, `${toIso(start)} ${s.key}\n${told(h)}`)
      }
    }),
  )
})

describe('time', () => {
  it(
    'knows no prophecy: the board of a day does not hang on what happens after it',
    eachWith(aDay, (h, t) => {
      const past = h.filter(f => f.occurredOn <= t || f.type === 'EntrySuperseded')
      const on = (x: readonly Face[]) => bytes(asOf(derive(x), t).map(({ to: _, ...s }) => s))
      assert.equal(on(past), on(h), `${toIso(t)}\n${told(h)}`)
    }),
  )
  it(
    'does not hang on the order in which entries arrive',
    eachWith(fc.infiniteStream(fc.nat()), (h, lots) => {
      const shuffled = h.map(f => ({ f, k: lots.next().value as number })).sort((a, b) => a.k - b.k)
      assert.equal(bytes(derive(shuffled.map(x => x.f))), bytes(derive(h)))
    }),
  )
  it(
    'of knowledge is a position: known-at is a prefix',
    eachWith(fc.nat(16), (h, k) => {
      assert.equal(bytes(derive(knownAt(h, k))), bytes(derive(h.slice(0, k))))
    }),
  )
  it(
    'of knowledge forgets what is superseded, as if it never was, and takes it back when the correction is withdrawn',
    eachWith(fc.nat(15), (all, k) => {
      const h = all.filter(f => f.type !== 'EntrySuperseded')
      const victim = h[k % h.length]!
      const correct = (id: string, seq: number, entry: string): Face => ({ ...victim, seq, id, type: 'EntrySuperseded', is: { entry } })
      const corrected = [...h, correct('x', 998, victim.id)]
      assert.equal(bytes(derive(corrected)), bytes(derive(h.filter(f => f !== victim))))
      assert.equal(bytes(derive([...corrected, correct('y', 999, 'x')])), bytes(derive(h)))
    }),
  )
})

describe('the doubt is the debtor’s', () => {
  it(
    'by testimony nothing is overdue without a sentence of silence spoken after the due day',
    each(h => {
      const by = new Map(h.map(f => [f.id, f]))
      for (const s of derive(h))
        if (s.state === 'overdue' && s.door === 'testimony')
          assert.ok(
            s.grounds.some(id => by.get(id)?.type === 'SilenceStated' && by.get(id)!.occurredOn > s.due && by.get(id)!.latest <= s.from),
            told(h),
          )
    }),
  )
  it(
    'leaving out entries makes nobody overdue by testimony: a gap in the record accuses no one',
    eachWith(fc.array(fc.nat(15), { maxLength: 6 }), (h, out) => {
      const unsaid = h.filter(f => f.type !== 'SilenceStated' && !out.includes(f.seq))
      for (const s of derive(unsaid)) assert.ok(s.state !== 'overdue' || s.door === 'command')
    }),
  )
  it(
    'by testimony nothing is ever elapsing: without a last day it is silent from its start, until an act or an excuse',
    each(h => {
      const all = derive(h)
      for (const [i, s] of all.entries()) {
        assert.ok(s.state !== 'elapsing' || s.door === 'command', told(h))
        if (s.door !== 'testimony' || !['soon', 'instead-soon'].includes(s.duty)) continue
        assert.equal(s.due, FOREVER)
        assert.ok(['silent', 'met', 'waived'].includes(s.state), told(h))
        if (all[i - 1]?.key !== s.key) assert.equal(s.from, s.start)
      }
    }),
  )
  it(
    'an extension never shortens',
    eachWith(
      fc.record({ on: aDay, ahead: fc.integer({ min: -10, max: 40 }), duty: fc.constantFrom(...book.duties.map(d => d.duty)) }),
      (h, x) => {
        const more: Face = {
          seq: 999,
          id: 'x',
          type: 'DeadlineExtended',
          subject: 'S',
          occurredOn: x.on,
          latest: x.on,
          door: 'command',
          is: { duty: x.duty, until: x.on + x.ahead },
        }
        assert.equal(newlyLate(derive(h), derive([...h, more])), undefined, `${x.duty} on ${toIso(x.on)}, ${x.ahead} days\n${told(h)}`)
      },
    ),
  )
  it(
    'a vaguer date never makes late who was not',
    eachWith(
      fc.record({ which: fc.nat(15), before: fc.nat(9), after: fc.nat(9), open: fc.constantFrom('no', 'no', 'before', 'after') }),
      (h, x) => {
        if (RECURRING.includes(String(h[0]!.is['shape']))) return // a report that may have come early may be another one: T24
        const asked = new Set<unknown>()
        const calm = h.filter(f => {
          if (f.type !== 'Asked') return ['Did', 'SilenceStated', 'DeadlineExtended', 'DutyWaived'].includes(f.type) // T23: not the pairs
          const first = !asked.has(f.is['state'])
          asked.add(f.is['state'])
          return first
        })
        const vaguer = calm.map((f, i) =>
          i === x.which % calm.length
            ? {
                ...f,
                occurredOn: x.open === 'before' ? LONG_AGO : addDays(f.occurredOn, -x.before),
                latest: x.open === 'after' ? FOREVER : addDays(f.latest, x.after),
              }
            : f,
        )
        assert.equal(newlyLate(derive(calm), derive(vaguer)), undefined, `${told(calm)}\n---\n${told(vaguer)}`)
      },
    ),
  )
})

describe('a baton', () => {
  it(
    'is in exactly one hand on each day of a live subject',
    eachWith(fc.array(fc.record({ on: aDay, vague: fc.nat(9), close: fc.nat(9) }), { maxLength: 5 }), (h0, batons) => {
      const passed = batons.map(
        ({ on, vague, close }, i): Face => ({
          seq: 100 + i,
          id: `b${i}`,
          type: close ? 'BatonPassed' : 'CaseClosed',
          subject: 'S',
          occurredOn: on,
          latest: addDays(on, vague),
          door: 'command',
          is: { office: `office ${i}` },
        }),
      )
      const h = [...h0, ...passed]
      const spans = holders('un.cdt', h)
      const live = standing(h)
      const born = Math.min(...live.map(f => (f.occurredOn === LONG_AGO ? f.latest : f.occurredOn)))
      const closed = Math.min(...live.filter(f => f.type === 'CaseClosed').map(f => f.latest))
      for (let t = D0; t < LAST; t = addDays(t, 1)) assert.equal(asOf(spans, t).length, t >= born && t < closed ? 1 : 0)
      for (const s of spans) {
        const by = live.find(f => f.id === s.grounds[0])!
        assert.ok(s.office === 'un.cdt' || (by.latest === s.from && by.is['office'] === s.office))
      }
    }),
  )
})

describe('a finding', () => {
  it(
    'rests, on each day that it names, on undisputed overdue days or a stated silence, none of which began before its instrument',
    each(h => {
      for (const rule of [quiet, quietSince]) {
        const live = standing(h)
        const spans = derive(h)
        const found = findings(rule, groundsOf(rule, h, spans))
        const since = rule.from ?? LONG_AGO
        const redOn = (t: Day) => asOf(spans, t).filter(s => ['served', 'in-days'].includes(s.duty) && s.state === 'overdue' && !s.disputed)
        const beganBefore = (key: string, on: Day): boolean => {
          let t = on
          while (t >= since && redOn(t).some(s => s.key === key)) t = addDays(t, -1)
          return t < since && redOn(t).some(s => s.key === key)
        }
        const answered = (said: Face, t: Day) =>
          live.some(
            a =>
              a.type === 'Did' &&
              a.latest >= said.occurredOn &&
              Math.max(a.occurredOn, said.latest) <= t &&
              (a.is['state'] ?? said.is['state']) === said.is['state'],
          )
        for (let t = D0; t < LAST; t = addDays(t, 3)) {
          const red = redOn(t).filter(s => rule.from === undefined || !beganBefore(s.key, t))
          const said = live.filter(f => f.type === 'SilenceStated' && f.latest <= t && f.occurredOn >= since && !answered(f, t))
          const want = new Map<string, string[]>()
          for (const [state, by] of [
            ...red.map(s => [s.about['state'], s.key] as const),
            ...said.map(f => [f.is['state'], f.id] as const),
          ]) {
            const group = String(state ?? '?')
            want.set(group, [...(want.get(group) ?? []), by].sort())
          }
          const got = asOf(found, t).map(f => [f.group, f.grounds])
          if (bytes(got.sort()) !== bytes([...want].sort()))
            assert.deepEqual(got.sort(), [...want].sort(), `${rule.finding} ${toIso(t)}\n${told(h)}`)
        }
      }
    }),
  )
  it(
    'does not reach back before its instrument, and from then on says no more than one without that bound',
    each(h => {
      const spans = derive(h)
      const all = new Set(groundsOf(quiet, h, spans).map(bytes))
      for (const g of groundsOf(quietSince, h, spans)) {
        assert.ok(g.from >= quietSince.from!)
        assert.ok(all.has(bytes(g)))
      }
    }),
  )
  it(
    'of one group, recomputed alone, is what it is among all',
    each(h => {
      const all = groundsOf(quiet, h, derive(h))
      const together = findings(quiet, all)
      for (const group of new Set(all.map(g => g.group)))
        assert.deepEqual(
          findings(
            quiet,
            all.filter(g => g.group === group),
          ),
          together.filter(f => f.group === group),
        )
    }),
  )
})

describe('a book', () => {
  it(
    'adopted from a day changes nothing that arose before it',
    eachWith(aDay, (h, from) => {
      const old = derive(h)
      const both = derive(h, [...adopted, { seq: 5, from, book: gentler }])
      const run = (s: ObligationSpan) => s.key.replace(/\.\d+$/, '')
      const arose = (spans: readonly ObligationSpan[]) => {
        const before = new Set(spans.filter(s => s.from < from).map(run))
        return spans.filter(s => before.has(run(s)))
      }
      assert.equal(bytes(arose(both)), bytes(arose(old)), `${toIso(from)}\n${told(h)}`)
    }),
  )
  it(
    'asked "what if" of itself gives the board: rules are data, and a copy of them is the same rule',
    each(h => {
      const copy = JSON.parse(JSON.stringify(book)) as Rulebook
      assert.equal(bytes(derive(h, [{ ...adopted[0]!, book: copy }])), bytes(derive(h)))
    }),
  )
})

it(`the histories take each of the ${TRANSITIONS.length} transitions, at least one in a hundred`, () => {
  const drawn = fc.sample(history, { numRuns: Math.max(RUNS, 5000), seed: SEED })
  const times = new Map<Transition, number>(TRANSITIONS.map(t => [t, 0]))
  for (const h of drawn) for (const t of transitionsOf(h, derive(h))) times.set(t, times.get(t)! + 1)
  const rarest = [...times].map(([t, n]) => ({ t, percent: (100 * n) / drawn.length })).sort((a, b) => a.percent - b.percent)
  const report = rarest.map(x => `${x.percent.toFixed(1)} % ${x.t}`).join('\n')
  if (process.env['TRANSITIONS']) console.log(report)
  assert.ok(rarest[0]!.percent >= 1, `seed ${SEED}\n${report}`)
})
