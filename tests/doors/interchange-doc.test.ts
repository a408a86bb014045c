import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BoardRow } from '../../src/doors/http/shapes.ts'
import { day } from '../../src/kernel/day.ts'
import { own } from '../../src/kernel/ledger/own.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { interchangeSchema, interchangeTable } from '../../src/record/interchange.ts'
import { Line, readLine } from '../../src/record/line.ts'
import { STATE_SAYS } from '../../src/record/states-said.ts'
import { type Schema, violations } from './json-schema.ts'

// The page for strangers says what the program does: UPDATE_DOCS=1 writes the table anew.

const PAGE = new URL('../../docs/interchange.md', import.meta.url)
const [BEGIN, END] = ['<!-- table -->\n', '\n<!-- /table -->']
const page = (): string => readFileSync(PAGE, 'utf8')
const examples = () => [...page().matchAll(/```json\n([^`]+?)\n```/g)].map(m => m[1]!)

describe('docs/interchange.md', () => {
  it('holds exactly the table of the types that there are', () => {
    const text = page()
    const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)]
    const wanted = `${text.slice(0, from)}\n${interchangeTable()}\n${text.slice(to)}`
    if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, wanted)
    expect(page()).toBe(wanted)
  })
  it('explains every key of a line', () => {
    const explained = [...page().matchAll(/^\| (`[^|]+) \|/gm)].flatMap(m => [...m[1]!.matchAll(/`(\w+)`/g)].map(n => n[1]))
    expect(Object.keys(Line.shape).filter(k => !explained.includes(k))).toEqual([])
    expect(Object.keys(BoardRow.shape).filter(k => !explained.includes(k))).toEqual([])
  })
  it('says what each state of an obligation means, in the words of the API', async () => {
    for (const [state, says] of Object.entries(STATE_SAYS)) expect(page()).toContain(`| \`${state}\` | ${says} |`)
    expect(Object.keys(STATE_SAYS)).toEqual(BoardRow.shape.state.options)
    expect(BoardRow.shape.state.meta()?.description).toContain(STATE_SAYS.silent)
  })
  it('its lines are lines, by the import and by the schema', () => {
    const lines = examples().filter(e => e.includes('"type"'))
    expect(lines.length).toBe(3)
    for (const text of lines) {
      expect(readLine(text, { line: 1, today: day('2026-01-01'), door: 'testimony', ordinal: () => 1 })).toHaveProperty('draft')
      expect(violations(interchangeSchema() as Schema, JSON.parse(text))).toEqual([])
    }
  })
  it('its row of the board is one', () => {
    const [row, ...more] = examples().filter(e => e.includes('"duty"'))
    expect(more).toEqual([])
    expect(BoardRow.safeParse(JSON.parse(row!)).error).toBeUndefined()
  })
  it('the table has a row for each type, and a sentence in each', () => {
    const rows = interchangeTable()
      .split('\n')
      .filter(l => l.startsWith('| `'))
    expect(rows.length).toBe([own, ...CHAPTERS.map(c => c.entries)].reduce((n, types) => n + Object.keys(types).length, 0))
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(5)
  })
})
