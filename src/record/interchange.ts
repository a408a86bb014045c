import { z } from 'zod'
import type { EntryType } from '../kernel/ledger/entry-type.ts'
import { own } from '../kernel/ledger/own.ts'
import { CHAPTERS } from './chapters.ts'
import { Line } from './line.ts'

/** JSON Schema (2020-12) of one interchange line, made from the same declarations that read it. */
export const interchangeSchema = (): object => {
  const { $schema, ...line } = z.toJSONSchema(Line, { io: 'input' })
  return {
    $schema,
    $id: 'peaceops/interchange/1',
    title: 'One line of the peaceops interchange format',
    ...line,
    oneOf: [...CHAPTERS.flatMap(c => Object.entries(c.entries)), ...Object.entries(own as Readonly<Record<string, EntryType>>)].map(
      ([type, t]) => {
        const { $schema: _, additionalProperties: __, ...data } = z.toJSONSchema(t.face, { io: 'input' })
        return {
          title: type,
          description: t.says,
          properties: { type: { const: type }, data },
          ...(data.required?.length ? { required: ['data'] } : {}),
        }
      },
    ),
  }
}

/** The table of types, fields, values and codes of docs/interchange.md. */
export const interchangeTable = (): string =>
  [
    ...CHAPTERS.map(c => [c.title, c.name, c.entries] as const),
    ['Of the kernel: every chapter may write them', 'kernel', own as Readonly<Record<string, EntryType>>] as const,
  ]
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
  const schema = z.toJSONSchema(t.face, { io: 'input' }) as {
    properties?: Record<string, { enum?: string[]; description?: string; type?: string }>
    required?: string[]
  }
  const all = Object.entries(schema.properties ?? {}).map(([name, p]) => {
    const what = p.enum ? p.enum.join(' \\| ') : (p.description ?? p.type ?? '')
    return `\`${name}\`${schema.required?.includes(name) ? '' : '?'}: ${what}`
  })
  return all.join('; ') || '–'
}
