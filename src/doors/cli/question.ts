import type { Chapter } from '../../kernel/chapter.ts'
import { Failure } from '../../kernel/database/failure.ts'
import type { Day } from '../../kernel/day.ts'
import { answered, noSuchTable, noThing, tellsOfNothing } from '../../record/meant.ts'
import { nearest } from '../../record/spelling.ts'
import { asCsv } from '../../record/table.ts'
import { asOf, dayOf, form, knownMission, meantBy, NOTHING, notToCome, reader, text, WHEN, WHO } from './asking.ts'
import { type Call, type Command, Usage } from './command.ts'

/** The command of a chapter: its questions are its sub-commands. */
export const chapterCommand = (chapter: Chapter): Command => {
  const questions = chapter.questions ?? []
  return {
    says: `${chapter.title}: ${questions.map(q => q.name).join(', ')}.`,
    usage: questions.map(q => [q.name, ...(q.word ? [q.word] : [])].join(' ')).join(' | '),
    options: Object.assign(
      { 'as-of': WHEN['as-of']!, on: { value: 'DAY', says: 'the same day, in fewer letters' } },
      ...questions.map(q => q.options),
      { ...WHO, csv: { says: 'as a table, with a row of HXL tags' } },
    ),
    run: async call => {
      const [name, word, ...more] = call.words
      const question = questions.find(q => q.name === name)
      if (!question) throw noQuestion(chapter, name)
      if (more.length || (word === undefined) !== (question.word === undefined))
        throw new Usage(question.word ? `One ${question.word} is wanted.` : `Unexpected: ${[word, ...more].join(' ')}`)
      const options: { [option: string]: string } = {}
      for (const o of Object.keys(Object.assign({}, ...questions.map(q => q.options)))) {
        if (text(call, o) === undefined) continue
        if (!Object.hasOwn(question.options, o)) throw new Usage(`--${o} is not asked of ${chapter.name} ${question.name}.`)
        options[o] = meantBy(call, o)!
      }
      const as = form(call)
      const odd = noSuchTable(question, options)
      if (odd !== undefined) throw new Usage(`--snapshot: ${odd}.`)
      const on = onDay(call)
      const byDefault = call.values['on'] === undefined && call.values['as-of'] === undefined
      const record = await call.open()
      const rows = await record.read(reader(call), async db => {
        const asked = { on, byDefault, options, ...(word === undefined ? {} : { word }) }
        const found = await answered(db, question, asked)
        if (tellsOfNothing(found)) await knownMission(db, options['mission'])
        const none = await noThing(db, question, asked, found)
        if (none) throw notThere(chapter, none)
        return found
      })
      if (as === 'csv') call.out(asCsv(question, rows).slice(0, -2))
      else if (as === 'json') call.out(JSON.stringify(rows, null, 2))
      else {
        for (const row of rows) call.out(question.line(row))
        if (!rows.length) call.note(question.nothing ?? NOTHING)
      }
      return 0
    },
  }
}
const noQuestion = (chapter: Chapter, name: string | undefined): Usage => {
  const questions = chapter.questions ?? []
  const list = questions.map(q => `\n  ${q.name.padEnd(14)}${q.says}`).join('')
  return name === undefined
    ? new Usage(`What is asked of ${chapter.name}?${list}\n`)
    : new Usage(
        `${chapter.name} answers no ${JSON.stringify(name.slice(0, 40))}${nearest(
          name,
          questions.map(q => q.name),
        )}. It answers ${questions.map(q => q.name).join(', ')}.`,
      )
}
const notThere = (chapter: Chapter, { says, like }: NonNullable<Awaited<ReturnType<typeof noThing>>>): Failure =>
  new Failure(
    like.length ? `${says} Did you mean ${like.slice(0, 3).join(' or ')}?` : says,
    `peaceops ${chapter.name} --help tells what can be asked; peaceops board lists what is on this record.`,
  )
/** A figure is asked for "on" a day, a board "as of" one: it is one day, and two of them are a mistake. */
const onDay = (call: Call): Day => {
  const on = dayOf(call, 'on')
  if (on !== undefined && call.values['as-of'] !== undefined && dayOf(call, 'as-of') !== on)
    throw new Usage('--on and --as-of are one day: give one of them.')
  return on === undefined ? asOf(call) : notToCome(call, on)
}
