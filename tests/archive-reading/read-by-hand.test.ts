import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { authorised } from '../../src/archive/read/authorised.ts'
import { mandateEnds } from '../../src/archive/read/mandate-ends.ts'
import type { Paragraph } from '../../src/archive/read/paragraph.ts'
import { reportsAsked } from '../../src/archive/read/reports-asked.ts'
import { resolutionOf } from '../../src/archive/read/resolution.ts'
import { toIso } from '../../src/kernel/day.ts'
import { AFTER, type ByHand, EIGHTH, LATER } from './read-by-hand.ts'
import { DATA } from './shared.ts'

// What this program reads in texts, against what a person read there. What is presented and does not stand there is the worst error: of
// ceilings, changes and ends none may be. What stands there and is not presented is for a person to find: a floor is kept.

type Read = (paragraphs: readonly Paragraph[]) => readonly string[]
const strengths =
  (whole: boolean): Read =>
  p =>
    authorised(p)
      .filter(s => !s.part && s.kind !== 'mentioned' && whole === (s.kind === 'ceiling' && !s.temporary))
      .map(s => `${s.paragraph} ${s.mission} ${s.of} ${s.count}`)
const ends: Read = p =>
  mandateEnds(p)
    .filter(e => e.kind === 'mandate' || e.kind === 'predecessor')
    .map(e => `${e.paragraph} ${e.mission ?? '-'} ${e.until === undefined ? `${e.months} months` : toIso(e.until)}`)
const asks: Read = p =>
  [...Map.groupBy(reportsAsked(p), a => a.paragraph)].flatMap(([paragraph, its]) => {
    const said = its.flatMap(a => [
      ...(a.months !== undefined ? [`every ${a.months} months`] : a.days !== undefined ? [`every ${a.days} days`] : []),
      ...(a.within === undefined ? [] : ['once']),
      ...(a.by ?? []).map(d => `by ${toIso(d)}`),
    ])
    return (said.length ? said : ['loose']).map(s => `${paragraph} ${s}`)
  })
const KINDS: readonly (readonly [kind: keyof ByHand, read: Read, precision: number, recall: number])[] = [
  ['sets', strengths(true), 1, 0.95],
  ['changes', strengths(false), 1, 0.85],
  ['ends', ends, 1, 1],
  ['asks', asks, 0.99, 0.98],
]
describe.skipIf(!DATA)('of the corpus of texts', () => {
  const DIR = join(DATA ?? '', 'unsc-mandate-texts/txt')
  const files = DATA ? readdirSync(DIR) : []
  const western = new TextDecoder('windows-1252')
  const paragraphsOf = (number: string): readonly Paragraph[] => {
    const name = files.find(f => f.startsWith(`S-RES-${number}(`))!
    const bytes = readFileSync(join(DIR, name))
    const utf8 = bytes.toString('utf8')
    return resolutionOf(utf8.includes('\ufffd') ? western.decode(bytes) : utf8, name).paragraphs
  }
  const all = Object.entries({ ...EIGHTH, ...LATER, ...AFTER }).map(([number, hand]) => ({
    number,
    hand,
    paragraphs: paragraphsOf(number),
  }))

  test.each(KINDS)('%s: nothing that is not there, and nearly all that is', (kind, read, precision, recall) => {
    const wrong: string[] = [],
      missed: string[] = []
    let right = 0
    for (const { number, hand, paragraphs } of all) {
      const mine = new Set(read(paragraphs)),
        theirs = new Set(hand[kind] ?? [])
      right += mine.intersection(theirs).size
      wrong.push(...[...mine.difference(theirs)].map(x => `${number}: ${x}`))
      missed.push(...[...theirs.difference(mine)].map(x => `${number}: ${x}`))
    }
    console.info(`${kind}: ${right} right, ${wrong.length} wrong, ${missed.length} missed${missed.length ? `: ${missed.join('; ')}` : ''}`)
    expect(right / (right + wrong.length), wrong.join('; ')).toBeGreaterThanOrEqual(precision)
    expect(right / (right + missed.length), missed.join('; ')).toBeGreaterThanOrEqual(recall)
  })
})
