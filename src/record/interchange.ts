import { z } from 'zod'
import type { EntryType } from '../kernel/ledger/entry-type.ts'
import { own } from '../kernel/ledger/own.ts'
import { CHAPTERS } from './chapters.ts'
import { Line, namesBoth } from './line.ts'

const OWN: Readonly<Record<string, EntryType>> = own
/** Written by peaceops itself; no line may bring them. */
const NEVER_IMPORTED = new Set(['RulebookAdopted', 'HorizonMoved'])

interface Shape {
  readonly properties?: Readonly<Record<string, { enum?: string[]; description?: string; type?: string }>>
  readonly required?: readonly string[]
}
const shapeOf = (t: EntryType): Shape => {
  const { $schema: _, additionalProperties: __, ...shape } = z.toJSONSchema(t.face, { io: 'input' })
  return shape as Shape
}

/** JSON Schema (2020-12) of one interchange line, made from the same declarations that read it. */
export const interchangeSchema = (): object => {
  const { $schema, ...line } = z.toJSONSchema(Line, { io: 'input' })
  const types = [...CHAPTERS.flatMap(c => Object.entries(c.entries)), ...Object.entries(OWN)]
  return {
    $schema,
    $id: 'peaceops/interchange/1',
    title: 'One line of the peaceops interchange format',
    ...line,
    oneOf: types
      .filter(([type]) => !NEVER_IMPORTED.has(type))
      .map(([type, t]) => {
        const data = shapeOf(t)
        const withMission = namesBoth(t) && !data.required?.includes('mission')
        return {
          title: type,
          description: t.says,
          properties: {
            type: { const: type },
            data: { ...data, ...(withMission ? { dependentRequired: { state: ['mission'] } } : {}) },
          },
          ...(data.required?.length ? { required: ['data'] } : {}),
        }
      }),
  }
}

/** The table of types, fields, values and codes of docs/interchange.md. */
export const interchangeTable = (): string =>
  [...CHAPTERS.map(c => [c.title, c.name, c.entries] as const), ['Of the kernel: every chapter may write them', 'kernel', OWN] as const]
    .map(([title, name, entries]) =>
      [
        `### ${title} (\`${name}\`)`,
        '',
        '| type | what happened | fields of the face |',
        '|---|---|---|',
        ...Object.entries(entries).map(([type, t]) => `| \`${type}\` | ${t.says} | ${fields(t)} |`),
      ].join('\n'),
    )
    .join('\n\n')
const fields = (t: EntryType): string => {
  const shape = shapeOf(t)
  const all = Object.entries(shape.properties ?? {}).map(([name, p]) => {
    const what = p.enum ? p.enum.map(c => `\`${c}\``).join(' \\| ') : (p.description ?? p.type ?? '')
    return `\`${name}\`${shape.required?.includes(name) ? '' : '?'}: ${what}`
  })
  return all.join('; ') || '–'
}
