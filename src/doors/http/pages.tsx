import { Hono } from 'hono'
import type { Record } from '../../record/record.ts'

export const pages = (_record: Record): Hono => new Hono()
