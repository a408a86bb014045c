import { type Day, day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import { WEEKENDS } from '../kernel/rules/calendar.ts'
import { Accounts } from './accounts.tsx'
import { Baton, Holder } from './baton.tsx'
import { BoardAxis, type BoardRow, BoardTable, Group } from './board-table.tsx'
import { CaseCalendar } from './case-calendar.tsx'
import { DayStrip, stripDays } from './day-strip.tsx'
import { Docket } from './docket.tsx'
import type { Drawn } from './drawn.ts'
import { SharedLine, Strip } from './due-line.tsx'
import { Facts } from './facts.tsx'
import { FIGURES, Keys } from './key.tsx'
import { dirOf, type Lang } from './messages.ts'
import { Pager } from './pager.tsx'
import { SentenceFilter } from './sentence-filter.tsx'
import { Shell } from './shell.tsx'
import { base, SPECIMENS, TODAY } from './specimens.ts'
import { BINDINGS, BindingLegend, BindingTag, Simulated, STANDINGS, StandingLegend, Tag } from './tag.tsx'
import { Why } from './why.tsx'
import { dueWords, stateWords } from './words.ts'

const SEEN = { standing: 'seen', limit: 'seen' } as const
const row = (name: string, drawn: Drawn, i: number): BoardRow => ({
  debtorName: i % 3 ? 'XA' : 'United Nations',
  debtorCode: i % 3 ? undefined : 'OIOS',
  href: '#',
  act: name,
  subject: 'SIM-2026-XA',
  mission: 'SIM-1',
  sure: { standing: STANDINGS[i % 4]!, limit: null },
  drawn,
  holderName: i % 2 ? 'Permanent Mission' : undefined,
  holderDone: ['met', 'met late', 'waived', 'excused'].includes(drawn.state),
  simulated: i === 0,
  why: [
    '10 working days after Fri 15 Oct 2026: Fri 29 Oct 2026. The day of the start does not count.',
    'The treaty binds: Memorandum of understanding, Art. 7 quater (read in the text named; the limit: read at second hand).',
  ],
  whyId: `why-${i}`,
})

const ASKED = day('2021-09-07'),
  NAMED = day('2021-09-19')
const reply: Drawn = { state: 'met', binding: 'treaty', start: ASKED, due: day('2021-09-21'), from: day('2021-09-15') }
const naming: Drawn = { state: 'met late', binding: 'request', start: ASKED, due: day('2021-09-14'), from: NAMED }
const concluding: Drawn = { state: 'silent', binding: 'request', start: ASKED, due: day('2021-12-06'), from: day('2021-12-07') }
const oios: Drawn = {
  state: 'silent',
  binding: 'self-commitment',
  start: day('2021-09-14'),
  due: day('2022-03-14'),
  from: day('2022-03-15'),
}
const telling: Drawn = { state: 'silent', binding: 'treaty', start: NAMED, due: FOREVER, from: NAMED }

/** Every component in every state, on one page: the counterpart of the component sheet. */
export const Gallery = ({ lang = 'en', asOf = TODAY }: { lang?: Lang; asOf?: Day }) => (
  <Shell
    lang={lang}
    title="Component sheet"
    organ="Design · component sheet"
    symbol="PAPER/1"
    h1="One line, drawn the same everywhere"
    lede="Time runs in reading direction towards an upright line. The line is the promise, and it is as firm as the promise."
    distr={[
      ['Distr.', 'Public'],
      ['Script', 'none'],
      ['Holder', <Holder lang={lang} name="Secretariat" />],
    ]}
    section="board"
    path="/board?state=open"
    travel={{
      asOf,
      knownAt: TODAY,
      today: TODAY,
      action: '/board',
      hidden: { state: 'open' },
      marks: [
        { day: ASKED, label: 'asked' },
        { day: day('2021-09-13'), label: '13 Sep' },
        { day: day('2021-09-15'), label: 'answered' },
        { day: NAMED, label: 'named' },
        { day: day('2021-12-06'), label: '90 days' },
      ],
    }}
    command="npx peaceops board --as-of 2026-11-24"
    data={[
      { href: '/board.csv', label: 'CSV' },
      { href: '/board.json', label: 'JSON' },
    ]}
    answer="/answer"
    send="/send"
  >
    <SentenceFilter
      lang={lang}
      action="/board"
      parts={[
        'Show',
        {
          name: 'state',
          label: 'state',
          value: 'open',
          options: [
            ['', 'all obligations'],
            ['open', 'what is open'],
          ],
        },
        'of',
        {
          name: 'debtor',
          label: 'debtor',
          value: '',
          options: [
            ['', 'any debtor'],
            ['UN', 'the United Nations'],
          ],
        },
        'under',
        { name: 'binding', label: 'binding', value: '', options: [['', 'any binding']] },
      ]}
    />
    <Keys lang={lang} keys={FIGURES.map((figure, i) => ({ figure, count: i * 137, href: `?state=${figure}`, current: i === 0 }))} />
    <section>
      <h2>Every state</h2>
      <Group title="United Nations" note="all of them; what runs first, then the oldest" />
      <BoardTable lang={lang} contentLang="en" label="Every state" on={TODAY} rows={SPECIMENS.map(([name, d], i) => row(name, d, i))} />
      <Pager lang={lang} from={1} to={100} total={1000} more first="/board" next="/board?after=100" />
      <BoardTable lang={lang} label="Nothing" on={TODAY} rows={[]} />
    </section>
    <section>
      <h2>Five bindings</h2>
      <BindingLegend lang={lang} />
      <StandingLegend lang={lang} />
      <table class="tbl stk">
        <tbody>
          {BINDINGS.map((binding, i) => (
            <tr>
              <th scope="row">
                <BindingTag lang={lang} binding={binding} sure={{ standing: STANDINGS[i % 4]!, limit: STANDINGS[(i + (i % 2)) % 4]! }} />
              </th>
              <td>
                <SharedLine drawn={{ ...base, state: 'open', binding }} on={TODAY} />
              </td>
              <td class="small">{dueWords(lang, { ...base, state: 'open', binding }).text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">
        <Simulated lang={lang} /> <Tag>contested</Tag> <Holder lang={lang} name="OIOS" /> <Holder lang={lang} done name="Secretariat" />
      </p>
      <BoardAxis lang={lang} />
      <Strip binding="treaty" drawns={SPECIMENS.filter(([, d]) => d.binding === 'treaty').map(([, d]) => d)} on={TODAY} />
    </section>
    <section>
      <h2>The clocks of a case</h2>
      <CaseCalendar
        lang={lang}
        contentLang="en"
        on={asOf}
        scale={{ from: ASKED, to: asOf, breakAfter: day('2021-09-24') }}
        groups={[
          {
            title: 'United Nations',
            clocks: [
              {
                act: 'Conclude its own inquiry',
                limit: 'six months',
                sure: { standing: 'second-hand', limit: 'ours' },
                drawn: oios,
              },
            ],
          },
          {
            title: 'Gabon',
            clocks: [
              {
                act: 'Say whether it will investigate',
                limit: '10 working days',
                sure: SEEN,
                drawn: reply,
                href: '#why-reply',
              },
              { act: 'Name a national investigator', limit: '5 working days', sure: SEEN, drawn: naming },
              { act: 'Conclude the inquiry, with OIOS', limit: '90 days', sure: SEEN, drawn: concluding },
              {
                act: 'Tell of progress and outcome',
                limit: 'regularly, no number',
                sure: SEEN,
                drawn: telling,
                note: 'since the naming',
              },
            ],
          },
        ]}
      />
    </section>
    <section>
      <h2>Two accounts</h2>
      <Accounts
        lang={lang}
        accounts={[
          {
            title: 'What the United Nations said',
            said: 'In substance, or as quoted, with its date.',
            sources: '15 September 2021, a spokesman, in substance.',
          },
          { title: 'What Gabon said', answer: '/answer' },
        ]}
      />
    </section>
    <section>
      <Why
        lang={lang}
        contentLang="en"
        id="why-reply"
        open
        sum="The day of the request does not count. Five working days after Tuesday 7 September: the 14th. Ten: the 21st."
        strips={
          <DayStrip
            lang={lang}
            days={stripDays(
              ASKED,
              { ...WEEKENDS, years: { 2021: ['2021-09-16'] } },
              [
                { day: day('2021-09-14'), binding: 'request' },
                { day: day('2021-09-21'), binding: 'treaty' },
              ],
              [
                { day: ASKED, verb: 'asked' },
                { day: day('2021-09-15'), verb: 'answers' },
                { day: NAMED, verb: 'names' },
              ],
            )}
          />
        }
        sentences={['10 working days after Tue 7 Sep 2021: Tue 21 Sep 2021.', 'The day of the start does not count.']}
        facts={[['Who met it', `Gabon. ${stateWords('en', reply, TODAY).text}.`]]}
        command="npx peaceops case GABON-2021 --as-of 2021-09-20"
      />
    </section>
    <section>
      <h2>The baton</h2>
      <Baton
        lang={lang}
        contentLang="en"
        on={TODAY}
        derived
        held={[
          { office: 'Secretariat', from: LONG_AGO, to: ASKED },
          { office: 'Permanent Mission of Gabon', from: ASKED, to: NAMED },
          { office: 'National investigators, with OIOS', from: NAMED, to: FOREVER, note: 'no later hand-over on this record' },
        ]}
      />
    </section>
    <section>
      <h2>Entries</h2>
      <div class="two">
        <Docket
          lang={lang}
          contentLang="en"
          entries={[
            {
              day: '2021-09-07',
              n: 12,
              note: 'opens 3 clocks',
              title: 'State notified',
              sentence: 'The Secretariat asks Gabon to name a national investigator.',
              source: { label: 'Notice, 15 Sep 2021', href: 'https://example.org/notice' },
              standing: 'seen',
            },
            {
              day: '2021-10',
              title: 'State’s account',
              sentence: 'The team is reported to have found no complaint.',
              source: { label: 'Focus Groupe Média' },
              conflict: true,
              sourceNote: 'One source says 450, another 650.',
            },
            { day: '2016-05/2016-09', title: 'A range', sentence: 'Between two months.' },
          ]}
        />
        <aside>
          <p>All are testimony: sources say that it happened.</p>
        </aside>
      </div>
      <p class="note">Whoever keeps this record is to tell the Permanent Mission ten days before a new line appears here.</p>
      <Facts facts={[['Direction', dirOf(lang)]]} />
    </section>
  </Shell>
)
