import { WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import { number } from '../../paper/numbers.ts'
import type { Shown } from '../case.ts'
import { isState, nameOf } from '../names.ts'
import { Corrected, entryId } from './case-entries.tsx'
import { edtfText, typeWords } from './chapters.ts'
import { Frame, Part } from './frame.tsx'
import { Cited, saysOf } from './told.tsx'
import { capital, command, data, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

interface PlainProps {
  view: View
  subject: string
  entries: readonly Shown[]
  corrected: readonly Shown[]
  title: string
  lede: string
}
/** What raises no obligation: a figure, a text, a system. Each figure has its source within sight; where sources disagree both stay. */
export const PlainPage = ({ view: v, subject, entries, corrected, title, lede }: PlainProps) => {
  const w = wordsOf(v.lang),
    figures = entries.filter(e => e.face.type === 'FigureReported'),
    texts = entries.filter(e => e.face.type !== 'FigureReported')
  return (
    <Frame
      view={v}
      title={subject}
      organ={w.case.texts}
      symbol={subject}
      h1={title}
      lede={lede || undefined}
      command={command(v, 'case', [subject])}
      data={[{ href: data(v, `/cases/${encodeURIComponent(subject)}`), label: 'JSON' }]}
      reply={to(v, '/reply', { subject })}
    >
      {texts.length > 0 && (
        <Part title={w.case.texts}>
          <Docket
            lang={v.lang}
            contentLang="en"
            titleLang={v.lang}
            entries={texts.map(e => ({
              id: entryId(e),
              day: edtfText(e),
              title: typeWords(v.lang, e.face.type)[0],
              sentence: saysOf(e) ?? w.case.sealed,
              ...citedIn(e.body?.source),
            }))}
          />
        </Part>
      )}
      {figures.length > 0 && (
        <Part title={w.case.figures}>
          <Figures view={v} entries={figures} />
          <p class="pager">
            <a href={to(v, '/reconcile')}>{w.reconcile.link}</a>
          </p>
        </Part>
      )}
      <Corrected view={v} entries={corrected} />
    </Frame>
  )
}

const FLAGS = ['derived', 'partial', 'overlaps', 'approximate'] as const
/** Totals, then their breakdowns; within a breakdown as the record holds them. */
const totalsFirst = (entries: readonly Shown[]): readonly Shown[] =>
  [...entries].sort((a, b) => Number(b.face.is['dimension'] === 'total') - Number(a.face.is['dimension'] === 'total'))

/** Published counts, one row a source. What is noted of a run of rows is said once, at its first. */
export const Figures = ({ view: v, entries }: { view: View; entries: readonly Shown[] }) => {
  const w = wordsOf(v.lang)
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={w.case.figures}>
      <table class="tbl stk">
        <thead>
          <tr>
            <th scope="col">{w.case.figure}</th>
            <th scope="col" class="num">
              {w.case.count}
            </th>
            <th scope="col">{w.case.period}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {totalsFirst(entries).map((e, i, all) => {
            const { is } = e.face,
              label = String(is['label']),
              note = e.body?.source?.note
            return (
              <tr id={entryId(e)}>
                <th scope="row">
                  <span lang={isState(label) ? v.lang : 'en'} dir="auto">
                    {isState(label) ? nameOf(label, v.lang) : capital('en', label)}
                  </span>{' '}
                  <span class="small soft" lang="en" dir="auto">
                    {String(is['dimension']).replaceAll('_', ' ')}, {String(is['scope'])}
                  </span>
                </th>
                <td class="num">{number(v.lang, Number(is['count']))}</td>
                <td>{String(is['period'])}</td>
                <td class="small">
                  <Cited lang={v.lang} source={e.body?.source} note={false} />{' '}
                  <span class="soft">
                    <WhenEdtf lang={v.lang} text={edtfText(e)} />
                    {FLAGS.filter(f => e.body?.data[f] === true).map(f => `; ${w.case[f]}`)}
                  </span>
                  {note && note !== all[i - 1]?.body?.source?.note && (
                    <p class="soft" lang="en" dir="auto">
                      {note}
                    </p>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
