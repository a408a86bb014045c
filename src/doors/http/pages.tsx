import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Sql } from '../../kernel/database/pools.ts'
import { SUBJECT } from '../../kernel/ledger/entry.ts'
import { isLang, type Lang } from '../../paper/messages.ts'
import { accountsIn, subjectsIn } from '../../record/accounts.ts'
import { CHAPTERS } from '../../record/chapters.ts'
import { codeMeant } from '../../record/instruments.ts'
import { answered, caseMeant, stateMeant, tellsOfNothing } from '../../record/meant.ts'
import { AnswerPage } from '../../record/pages/answer-page.tsx'
import { BoardPage } from '../../record/pages/board-page.tsx'
import { CasePage } from '../../record/pages/case-page.tsx'
import { questionPages } from '../../record/pages/chapters.ts'
import { FindingsPage } from '../../record/pages/findings-page.tsx'
import { InstrumentPage } from '../../record/pages/instrument-page.tsx'
import { InstrumentsPage } from '../../record/pages/instruments-page.tsx'
import { loadBoard, loadCase, loadFindings, loadRulebook, loadToday } from '../../record/pages/load.ts'
import { loadInstrument, loadInstruments } from '../../record/pages/load-instruments.ts'
import { loadReply } from '../../record/pages/load-reply.ts'
import { loadState, loadStates } from '../../record/pages/load-states.ts'
import { ProblemPage } from '../../record/pages/problem-page.tsx'
import { ReplyPage } from '../../record/pages/reply-page.tsx'
import { RulebookPage } from '../../record/pages/rulebook-page.tsx'
import { StatePage } from '../../record/pages/state-page.tsx'
import { StatesPage } from '../../record/pages/states-page.tsx'
import { TodayPage } from '../../record/pages/today-page.tsx'
import { to, type View } from '../../record/pages/view.ts'
import { positionAt } from '../../record/position.ts'
import { PUBLIC, type Record, today } from '../../record/record.ts'
import { archiveHtml } from './archive-pages.tsx'
import {
  BoardQuery,
  boardPlace,
  caseNamed,
  cursor,
  FindingsQuery,
  filtersOf,
  knownHere,
  NOWHERE,
  nowhere,
  ofItsTables,
  onDay,
  pairPlace,
  placeIn,
  queryOf,
  thingHere,
  When,
  word,
  wordPath,
} from './asked.ts'
import { NO_PAGE, Problem, wrong } from './problem.ts'
import { trialHtml } from './trial-pages.tsx'

// One page, one question of the record, asked as the public. What is asked is read as strictly as in the API; a form's empty field is no question.

const Languages = { lang: z.enum(['en', 'fr', 'ar']).optional() }
const Plain = z.strictObject({ ...When, ...Languages })
const Board = BoardQuery.extend(Languages)
const Reply = Plain.extend({
  subject: word.optional(),
  debtor: word.optional(),
})
const Findings = FindingsQuery.extend(Languages)

type Asked = z.infer<typeof Plain>
const read = <S extends z.ZodObject>(c: Context, schema: S): z.infer<S> => {
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) throw wrong(result.error.issues, Object.keys(schema.shape))
  return result.data
}
const viewOf = async (db: Sql, c: Context, q: Asked, rest: View['rest'] = {}): Promise<View> => {
  const now = today(),
    known = q['known-at'] === undefined || onToday(q['known-at'], now) ? undefined : q['known-at']
  const position = known === undefined ? undefined : await positionAt(db, known)
  if (typeof position === 'string') throw new Problem(400, `known-at: ${position}`, 'known-at')
  return {
    lang: q.lang ?? 'en',
    on: onDay(q['as-of']),
    today: now,
    path: c.req.path,
    rest,
    ...(known === undefined ? {} : { knownAt: position, known }),
  }
}
const onToday = (text: string, now: View['today']): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && onDay(text) === now

/** What the keeper of this copy says of it. `contact`: where he can be written to, an e-mail address or a page on the web. */
export interface Keeper {
  readonly contact?: string | undefined
}
export const pages = (record: Record, keeper: Keeper = {}): Hono => {
  const app = new Hono()
  const ask = <T,>(question: (db: Sql) => Promise<T>): Promise<T> => record.read(PUBLIC, question)
  const view = async (db: Sql, c: Context, q: Asked, rest: View['rest'] = {}): Promise<View> => ({
    ...(await viewOf(db, c, q, rest)),
    contact: keeper.contact,
  })

  app.get('/', c => {
    const q = read(c, Plain)
    return ask(async db => {
      const v = await view(db, c, q)
      return c.html(<TodayPage view={v} today={await loadToday(db, v)} />)
    })
  })
  app.get('/board', c => {
    const { limit, after, ...q } = read(c, Board),
      place = placeIn(after, boardPlace)
    const { state, mission, debtor, duty, binding } = q,
      asked = { state, mission, debtor, duty, binding, in: q.in }
    return ask(async db => {
      const v = await view(db, c, q, given(asked))
      const { last, ...board } = await loadBoard(db, v, filtersOf({ ...q, limit }), { asked, place, after, limit })
      if (!board.rows.length) await knownHere(db, q)
      return c.html(<BoardPage view={v} board={{ ...board, next: cursor(last) }} />)
    })
  })
  app.get('/cases/:subject', c => {
    const q = read(c, Plain),
      subject = c.req.param('subject')
    if (!SUBJECT.test(subject)) throw nowhere()
    return ask(async db => {
      const v = await view(db, c, q),
        found = await loadCase(db, v, subject)
      if (!found) return elsewhere(c, `/cases/${await caseNamed(db, subject)}`)
      return c.html(<CasePage view={v} of={found} />)
    })
  })
  app.get('/reply', c => {
    const q = read(c, Reply),
      asked = { subject: q.subject, debtor: q.debtor }
    return ask(async db => {
      const v = await view(db, c, q, given(asked)),
        found = await loadReply(db, v, asked)
      if (found.noCase) {
        const { subject } = await caseMeant(db, asked.subject!)
        if (subject !== undefined) return c.redirect(to(v, '/reply', { ...asked, subject }))
      }
      if ((found.noCase || found.nobody) && !wantsPage(c))
        throw found.noCase ? nowhere() : new Problem(400, 'debtor: nobody of this name may answer', 'debtor')
      return c.html(<ReplyPage view={v} of={found} />, found.noCase ? 404 : found.nobody ? 400 : 200)
    })
  })
  app.get('/states', c => {
    const q = read(c, Plain)
    return ask(async db => {
      const v = await view(db, c, q)
      return c.html(<StatesPage view={v} of={await loadStates(db, v)} />)
    })
  })
  app.get('/states/:iso3', c => {
    const q = read(c, Plain)
    return ask(async db => {
      const v = await view(db, c, q),
        iso3 = c.req.param('iso3'),
        found = await loadState(db, v, iso3)
      if (!found) {
        const m = stateMeant(iso3)
        if (!('code' in m) || !(await loadState(db, v, m.code))) throw nowhere()
        return elsewhere(c, `/states/${m.code}`)
      }
      return c.html(<StatePage view={v} of={found} />)
    })
  })
  app.get('/findings', c => {
    const { after, ...q } = read(c, Findings),
      place = placeIn(after, pairPlace)
    const asked = { state: q.state, mission: q.mission }
    return ask(async db => {
      const v = await view(db, c, q, given(asked)),
        { findings, last } = await loadFindings(db, v, asked, place)
      if (!findings.length) await knownHere(db, { mission: q.mission })
      return c.html(<FindingsPage view={v} of={{ findings, asked, after, next: cursor(last) }} />)
    })
  })
  app.get('/rulebook', c => {
    const q = read(c, Plain)
    return ask(async db => {
      const v = await view(db, c, q),
        found = await loadRulebook(db, v)
      if (!found) throw nowhere()
      return c.html(<RulebookPage view={v} of={found} />)
    })
  })
  app.get('/instruments', c => {
    const q = read(c, Plain)
    return ask(async db => {
      const v = await view(db, c, q),
        found = await loadInstruments(db, v)
      if (!found) throw nowhere()
      return c.html(<InstrumentsPage view={v} of={found} />)
    })
  })
  app.get('/instruments/:code', c => {
    const q = read(c, Plain)
    return ask(async db => {
      const v = await view(db, c, q),
        code = c.req.param('code'),
        found = await loadInstrument(db, v, code)
      if (!found) return elsewhere(c, `/instruments/${codeMeant(code) ?? code}`)
      return c.html(<InstrumentPage view={v} of={found} />)
    })
  })
  app.route('/archive', archiveHtml(record, { plain: Plain, read, view }))
  app.route('/', trialHtml(record, { plain: Plain, read, view }))
  for (const chapter of CHAPTERS)
    for (const question of chapter.questions ?? []) {
      const page = questionPages[chapter.name]?.[question.name]
      if (!page) continue
      const asks = queryOf(question).omit({ format: true }).extend(Languages)
      app.get(`/${chapter.name}/${question.name}${question.word ? '/:word' : ''}`, c => {
        const { lang, 'as-of': asOf, ...options } = read(c, asks) as Asked & { [option: string]: string | undefined }
        const word = question.word ? (c.req.param('word' as never) as string) : undefined
        ofItsTables(question, given(options))
        if (word !== undefined && !wordPath('').safeParse({ word }).success) throw nowhere()
        return ask(async db => {
          const v = await view(db, c, { lang, 'as-of': asOf }, given(options))
          const asked = { options: given(options), ...(word === undefined ? {} : { word }) }
          const rows = await answered(db, question, { on: v.on, byDefault: asOf === undefined, ...asked })
          if (tellsOfNothing(rows)) await knownHere(db, { mission: asked.options['mission'] })
          await thingHere(db, question, { on: v.on, ...asked }, rows)
          const accounts = await accountsIn(db, subjectsIn(question, rows), v.on)
          return c.html(
            <AnswerPage view={v} chapter={chapter} question={question} page={page} asked={asked} rows={rows} accounts={accounts} />,
          )
        })
      })
    }
  return app
}
/** One address for each thing: whoever wrote its name otherwise is led there. */
const elsewhere = (c: Context, path: string): Response => {
  if (path === c.req.path) throw nowhere()
  return c.redirect(`${path}${new URL(c.req.url).search}`)
}
const given = (asked: Readonly<{ [name: string]: string | undefined }>): { [name: string]: string } =>
  Object.fromEntries(Object.entries(asked).filter((e): e is [string, string] => e[1] !== undefined))

/** People get a page, machines a problem document; the API always answers machines. */
export const wantsPage = (c: Context): boolean => !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
/** What the page says in the reader's own language. */
const PLAIN = [NOWHERE, NO_PAGE]
export const problemPage = (c: Context, p: Problem, { contact }: Keeper = {}): Response | Promise<Response> => {
  const asked = c.req.query('lang'),
    lang: Lang = isLang(asked) ? asked : 'en'
  return c.html(
    <ProblemPage
      lang={lang}
      contact={contact}
      status={p.status}
      says={p.status === 400 || (p.status === 404 && !PLAIN.includes(p.message)) ? p.message : undefined}
    />,
    p.status,
  )
}
