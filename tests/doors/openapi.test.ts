import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { interchangeSchema } from '../../src/record/interchange.ts'
import { line } from './files.ts'
import { served } from './http.ts'
import { resolve, type Schema, violations } from './json-schema.ts'

// The two documents that machines read first, held against what really comes and goes.

const { get, json } = served()
const DATA = new URL('../../data/', import.meta.url)
interface Operation {
  readonly operationId: string
  readonly description: string
  readonly parameters?: readonly {
    readonly in: string
    readonly name: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: Schema
  }[]
  readonly responses: {
    readonly [status: string]: {
      readonly description: string
      readonly content?: { readonly [type: string]: { readonly schema?: Schema } }
    }
  }
}
interface Document extends Schema {
  readonly openapi: string
  readonly paths: { readonly [path: string]: { readonly get: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: Schema } }
}
const document = () => json<Document>('/api/v1/openapi.json')

describe('the OpenAPI document', () => {
  it('is 3.1 and names every route', async () => {
    const { openapi, paths } = await document()
    expect(openapi).toMatch(/^3\.1\.\d$/)
    const questions = CHAPTERS.flatMap(c => (c.questions ?? []).map(q => `/${c.name}/${q.name}${q.word ? '/{word}' : ''}`))
    const texts = ['/instruments', '/instruments/{code}']
    const tables = ['', '/{dataset}', ...['diff', 'history', 'problems', 'rows', 'sums'].map(w => `/{dataset}/${w}`)].map(
      w => `/archive${w}`,
    )
    const ours = [
      ...texts,
      ...tables,
      '/board',
      '/cases/{subject}',
      '/export',
      '/findings',
      '/reconcile',
      '/rulebook',
      '/schema/interchange.json',
      '/whatif',
    ]
    expect(Object.keys(paths).sort()).toEqual([...ours, ...questions].sort())
  })
  it('leads nowhere into the void: each $ref resolves', async () => {
    const whole = await document()
    const refs: string[] = []
    const walk = (v: unknown): void => {
      if (typeof v !== 'object' || v === null) return
      for (const [k, inner] of Object.entries(v))
        if (k === '$ref') refs.push(String(inner))
        else walk(inner)
    }
    walk(whole)
    expect(new Set(refs)).toEqual(new Set(Object.keys(whole.components.schemas).map(name => `#/components/schemas/${name}`)))
    for (const ref of refs) expect(() => resolve(whole, ref)).not.toThrow()
  })
  it('each operation has a name, a sentence, its parameters with sentences, and the shape of each answer', async () => {
    const { paths } = await document()
    const operations = Object.entries(paths).map(([path, { get: operation }]) => ({ path, ...operation }))
    expect(new Set(operations.map(o => o.operationId)).size).toBe(operations.length)
    for (const o of operations) {
      expect(o.description.length, o.path).toBeGreaterThan(10)
      for (const p of o.parameters ?? []) expect(p.description?.length, `${o.path} ${p.name}`).toBeGreaterThan(5)
      const inPath = [...o.path.matchAll(/\{(\w+)\}/g)].map(m => m[1])
      expect((o.parameters ?? []).filter(p => p.in === 'path' && p.required).map(p => p.name)).toEqual(inPath)
      for (const status of ['400', '404', '500', '503'])
        expect(o.responses[status]?.content?.['application/problem+json']?.schema, `${o.path} ${status}`).toBeDefined()
      // one form, or JSON and the same as a table
      expect([['application/json', 'text/csv'], [Object.keys(o.responses['200']?.content ?? {})[0]]]).toContainEqual(
        Object.keys(o.responses['200']?.content ?? {}),
      )
    }
    expect(paths['/board']!.get.parameters!.map(p => p.name).sort()).toEqual([
      'after',
      'as-of',
      'binding',
      'debtor',
      'duty',
      'in',
      'known-at',
      'limit',
      'mission',
      'state',
    ])
    expect(paths['/whatif']!.get.parameters!.find(p => p.name === 'set')).toMatchObject({ required: true })
  })
  it('what it promises is what comes', async () => {
    const whole = await document()
    const asked = {
      '/cases/{subject}': '/cases/GABON-2021',
      '/instruments/{code}': '/instruments/S-RES-2719',
      '/politics/agreement/{word}': '/politics/agreement/AGREEMENT-SSD-2018',
      '/politics/extend/{word}': '/politics/extend/AGREEMENT-SSD-2018',
      '/whatif': '/whatif?set=conduct.reply%3D5+days',
    } as { [path: string]: string }
    for (const [path, { get: o }] of Object.entries(whole.paths)) {
      if (path.startsWith('/archive/{dataset}')) continue // asked of a table that is there: tests/archive/doors.test.ts
      const schema = o.responses['200']?.content?.['application/json']?.schema
      if (!schema) continue
      expect(violations(schema, await json(`/api/v1${asked[path] ?? path}`), whole), path).toEqual([])
    }
    const wrong = await json('/api/v1/board?x=1')
    expect(violations(whole.paths['/board']!.get.responses['400']!.content!['application/problem+json']!.schema!, wrong, whole)).toEqual([])
  })
})

describe('the JSON Schema of a line', () => {
  const schema = interchangeSchema() as Schema
  const shipped = readdirSync(DATA)
    .filter(f => f.endsWith('.ndjson'))
    .flatMap(f => readFileSync(new URL(f, DATA), 'utf8').trimEnd().split('\n'))
  it('is served as it is made', async () => {
    const answer = await get('/api/v1/schema/interchange.json')
    expect(answer.headers.get('content-type')).toMatch(/^application\/schema\+json/)
    expect(await answer.json()).toEqual(schema)
  })
  it('holds for every line that ships', () => {
    expect(shipped.length).toBeGreaterThan(200)
    for (const text of shipped) expect(violations(schema, JSON.parse(text)), text.slice(0, 80)).toEqual([])
  })
  it('holds for every line that leaves: what is exported can be imported', async () => {
    const answer = await get('/api/v1/export')
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
    const lines = (await answer.text())
      .trimEnd()
      .split('\n')
      .map(l => JSON.parse(l) as { id: string; marking: string; subject: string })
    const open = shipped.map(t => JSON.parse(t) as { id: string; marking: string }).filter(l => l.marking === 'public')
    expect(lines.length).toBe(open.length)
    expect(open.length).toBeLessThan(shipped.length)
    expect(new Set(lines.map(l => l.marking))).toEqual(new Set(['public']))
    for (const l of lines) expect(violations(schema, l), l.id).toEqual([])
    expect(new Set(lines.map(l => l.id))).toEqual(new Set(open.map(l => l.id)))
  })
  it('refuses what the import refuses', () => {
    expect(violations(schema, line())).toEqual([])
    for (const wrong of [
      { type: 'Nonsense' },
      { type: 'RulebookAdopted' },
      { note: 1 },
      { subject: 'has space' },
      { marking: 'secret' },
      { data: { category: 'contingant' } },
      { data: { state: 'gab' } },
      { v: 2 },
    ])
      expect(violations(schema, line(wrong)), JSON.stringify(wrong)).not.toEqual([])
    expect(violations(schema, { ...line({ type: 'OversightReported' }), data: { state: 'GAB' } })).not.toEqual([])
  })
})
