import { expect, test } from 'vitest'
import { tagOf } from '../../src/archive/hxl.ts'
import { LAYOUTS } from '../../src/archive/layouts/index.ts'

/** As HXL 1.1 writes a tag: lower case, its attributes behind it. */
const TAG = /^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/
const tag = (dataset: string, column: string): string => {
  const layout = LAYOUTS.find(l => l.dataset === dataset)!
  return tagOf(layout, layout.columns.find(c => c.name === column)!)
}

test('a machine knows each day, State, mission and count of each table by its tag', () => {
  for (const layout of LAYOUTS)
    for (const c of layout.columns) {
      const at = `${layout.layout}, ${c.name}`
      if (c.as !== 'text' && c.as !== 'yes') expect(tagOf(layout, c), at).toMatch(TAG)
      else if (tagOf(layout, c)) expect(tagOf(layout, c), at).toMatch(TAG)
    }
})
test('of whom a count is stands in its tag', () => {
  expect(tag('ipi-gender', 'Troops Female')).toBe('#capacity+troops+f+num')
  expect(tag('ipi-gender', 'Individual Police Total')).toBe('#capacity+individual_police+num')
  expect(tag('ipi-gender', 'Total Total')).toBe('#capacity+num')
})
test('a State by its name and by its code are two tags, and what a layout declares is kept', () => {
  expect(tag('ipi-gender', 'Contributor')).toBe('#country+name')
  expect(tag('ipi-gender', 'Contributor ISO-3')).toBe('#country+code')
  expect(tag('ucdp-ged', 'date_end')).toBe('#date+end')
  expect(tag('ucdp-ged', 'best')).toBe('#affected+killed+best')
})
