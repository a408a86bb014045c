// As much of JSON Schema 2020-12 as our own documents use; a keyword that this does not know is an error, not a pass.

export type Schema = { readonly [keyword: string]: unknown }
const PASSED_OVER = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'format', 'examples', 'id'])

/** What is wrong with the value, with its place; empty: nothing. `root` resolves `$ref`. */
export const violations = (schema: Schema, value: unknown, root: Schema = schema, at = ''): string[] =>
  Object.entries(schema).flatMap(([keyword, wanted]) => {
    if (PASSED_OVER.has(keyword)) return []
    const check = KEYWORDS[keyword]
    if (!check) throw new Error(`keyword ${keyword} is not known to this test`)
    return check(wanted as never, value, root, at, schema)
  })
export const resolve = (root: Schema, ref: string): Schema => {
  const found = ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<unknown>((v, k) => (v as Schema | undefined)?.[k.replaceAll('~1', '/').replaceAll('~0', '~')], root)
  if (found === undefined) throw new Error(`${ref} leads nowhere`)
  return found as Schema
}

type Check = (wanted: never, value: unknown, root: Schema, at: string, schema: Schema) => string[]
const isObject = (v: unknown): v is { [key: string]: unknown } => typeof v === 'object' && v !== null && !Array.isArray(v)
const typeOf = (v: unknown): string => (v === null ? 'null' : Array.isArray(v) ? 'array' : typeof v)
const must = (ok: boolean, at: string, says: string): string[] => (ok ? [] : [`${at || 'the value'}: ${says}`])
const KEYWORDS: Readonly<Record<string, Check>> = {
  $ref: (ref: string, v, root, at) => violations(resolve(root, ref), v, root, at),
  type: (t: string | string[], v, _, at) =>
    must(
      [t].flat().some(one => one === typeOf(v) || (one === 'integer' && Number.isInteger(v))),
      at,
      `is no ${[t].flat().join(' or ')}`,
    ),
  const: (c: unknown, v, _, at) => must(c === v, at, `is not ${JSON.stringify(c)}`),
  enum: (all: unknown[], v, _, at) => must(all.includes(v), at, `is none of ${all.join(', ')}`),
  pattern: (p: string, v, _, at) => must(typeof v !== 'string' || new RegExp(p, 'u').test(v), at, `does not match ${p}`),
  minLength: (n: number, v, _, at) => must(typeof v !== 'string' || v.length >= n, at, `shorter than ${n}`),
  maxLength: (n: number, v, _, at) => must(typeof v !== 'string' || v.length <= n, at, `longer than ${n}`),
  minimum: (n: number, v, _, at) => must(typeof v !== 'number' || v >= n, at, `less than ${n}`),
  maximum: (n: number, v, _, at) => must(typeof v !== 'number' || v <= n, at, `more than ${n}`),
  items: (s: Schema, v, root, at) => (Array.isArray(v) ? v.flatMap((x, i) => violations(s, x, root, `${at}[${i}]`)) : []),
  required: (names: string[], v, _, at) => (isObject(v) ? names.flatMap(n => must(Object.hasOwn(v, n), at, `lacks ${n}`)) : []),
  dependentRequired: (of: { [name: string]: string[] }, v, _, at) =>
    isObject(v)
      ? Object.entries(of).flatMap(([n, all]) => (Object.hasOwn(v, n) ? all.flatMap(m => must(Object.hasOwn(v, m), at, `lacks ${m}`)) : []))
      : [],
  properties: (of: { [name: string]: Schema }, v, root, at) =>
    isObject(v) ? Object.entries(of).flatMap(([n, s]) => (Object.hasOwn(v, n) ? violations(s, v[n], root, `${at}.${n}`) : [])) : [],
  propertyNames: (s: Schema, v, root, at) => (isObject(v) ? Object.keys(v).flatMap(n => violations(s, n, root, `${at}.${n}`)) : []),
  additionalProperties: (s: Schema | boolean, v, root, at, schema) =>
    isObject(v)
      ? Object.keys(v)
          .filter(n => !Object.hasOwn((schema['properties'] ?? {}) as object, n))
          .flatMap(n => (typeof s === 'boolean' ? must(s, at, `${n} is unknown`) : violations(s, v[n], root, `${at}.${n}`)))
      : [],
  anyOf: (all: Schema[], v, root, at) =>
    must(
      all.some(s => !violations(s, v, root, at).length),
      at,
      'fits none of the shapes',
    ),
  oneOf: (all: Schema[], v, root, at) => {
    const fit = all.filter(s => !violations(s, v, root, at).length).length
    return must(fit === 1, at, `fits ${fit} of the shapes`)
  },
}
