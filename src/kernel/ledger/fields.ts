import { type Day, FOREVER, LONG_AGO, toIso } from '../day.ts'

// What a field of a face or a body holds; `null`: it is not there, is of another kind, or is a day that nobody bounds.

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
export const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null)
export const iso = (value: unknown): string | null =>
  typeof value !== 'number' || value === FOREVER || value === LONG_AGO ? null : toIso(value as Day)
