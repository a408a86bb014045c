import { z } from 'zod'
import { day as civil } from '../day.ts'

// The words with which a chapter says what can happen. What is declared here goes to the face, on which clocks run;
// everything else that a line carries goes to the body. A face is flat and scalar, and names at most one State.

const isDay = (text: string): boolean => {
  try {
    return civil(text) !== undefined
  } catch {
    return false
  }
}
export const code = <const T extends readonly [string, ...string[]]>(...codes: T) => z.enum(codes)
export const mission = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9-]{1,39}$/, 'a mission by its acronym, such as MINUSCA')
  .describe('mission, by its acronym')
export const state = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a State by its ISO 3166-1 alpha-3 code, such as GAB')
  .describe('State, ISO 3166-1 alpha-3')
export const office = z
  .string()
  .regex(/^[a-z]+(\.[a-z0-9-]+)+$/, 'an office by its code, such as un.oios')
  .describe('office, by its code')
export const aDay = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a day as YYYY-MM-DD')
  .refine(isDay, 'no such day in the calendar')
  .describe('a day, YYYY-MM-DD')
export const count = z.number().int('a whole number').min(0).max(Number.MAX_SAFE_INTEGER).describe('whole number')
export const words = z
  .string()
  .min(1)
  .max(300)
  .refine(t => !/^\d{4}-\d\d-\d\d$/.test(t), 'words, not a day')
  .describe('short text')

export interface EntryType<Shape extends z.ZodRawShape = z.ZodRawShape> {
  /** What happened, as a sentence for the table of types. */
  readonly says: string
  readonly face: z.ZodObject<Shape>
}
export const entry = <Shape extends z.ZodRawShape>(says: string, shape: Shape): EntryType<Shape> => ({ says, face: z.object(shape) })
export type EntryTypes = Readonly<Record<string, EntryType>>

/** The faces of a chapter as types, for the language of duties: every field a scalar, none optional there. */
export type FacesOf<E> = {
  [T in keyof E]: E[T] extends EntryType<infer S> ? Whole<z.infer<z.ZodObject<S>>> : never
}
type Whole<T> = { [K in keyof T]-?: Exclude<T[K], undefined> }
