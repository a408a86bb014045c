import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { withQuery } from './address.ts'
import { KeeperAt } from './keeper.tsx'
import { Marks } from './marks.tsx'
import { type Dir, dirOf, LANGUAGES, type Lang, messagesFor } from './messages.ts'
import { isElsewhere, type Travel, Traveller } from './traveller.tsx'

export type Section =
  | 'today'
  | 'board'
  | 'states'
  | 'findings'
  | 'community'
  | 'forces'
  | 'protection'
  | 'politics'
  | 'partners'
  | 'reform'
  | 'archive'
  | 'rulebook'
/** Only what exists: a section that leads nowhere teaches people not to click. A chapter’s section bears its name, so that each of its pages finds it. */
export const SECTIONS: Readonly<Record<Section, string>> = {
  today: '/',
  board: '/board',
  states: '/states',
  findings: '/findings',
  community: '/community/service',
  forces: '/forces/pledges',
  protection: '/protection/rate',
  politics: '/politics/calendar',
  partners: '/partners/calendar',
  reform: '/reform/promises',
  archive: '/archive',
  rulebook: '/rulebook',
}

export interface ShellProps {
  lang: Lang
  dir?: Dir | undefined
  title: string // of the window; the head says `h1`
  organ: string // the head of a UN document: who speaks, at the start; the symbol at the end
  symbol: string
  h1: Child
  lede?: Child
  distr: readonly (readonly [label: string, node: Child])[]
  section?: Section | undefined
  path: string // of this page, with its query: the languages link to it
  travel?: Travel | undefined
  past?: boolean | undefined // by default: the traveller is not at today
  command?: string | undefined // what makes this page again on the reader's machine
  data?: readonly { readonly href: string; readonly label: string }[] | undefined
  cite?: string | undefined // this page as it stands and is known on its day: an address to cite
  answer?: string | undefined // where an account may be put beside this page
  send?: string | undefined // where an entry may be sent
  contact?: string | undefined // of whoever keeps this copy: an e-mail address, or a page
  children: Child
}

/** The whole document. No script, one stylesheet, nothing from elsewhere. */
export const Shell = (p: ShellProps) => {
  const m = messagesFor(p.lang),
    past = p.past ?? (p.travel !== undefined && isElsewhere(p.travel))
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={p.lang} dir={p.dir ?? dirOf(p.lang)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{p.title} – peaceops</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/paper.css" />
        </head>
        <body class={past ? 'past' : undefined}>
          <Marks />
          <a class="skip" href="#main">
            {m.skip}
          </a>
          <header>
            <Masthead lang={p.lang} section={p.section} path={p.path} />
            <Head {...p} />
            {p.travel && <Traveller lang={p.lang} travel={p.travel} />}
          </header>
          <main id="main" tabindex={-1}>
            <div class="wrap">{p.children}</div>
          </main>
          <Foot {...p} />
        </body>
      </html>
    </>
  )
}

const Masthead = ({ lang, section, path }: Pick<ShellProps, 'lang' | 'section' | 'path'>) => {
  const m = messagesFor(lang),
    to = (href: string): string => withQuery(href, { lang: lang === 'en' ? undefined : lang })
  return (
    <div class="mast">
      <div class="wrap">
        <a class="brand" href={to('/')}>
          <svg viewBox="0 0 42 20" aria-hidden="true">
            <g fill="none" stroke="currentColor">
              <path d="M1 6V14" stroke-width="1.5" />
              <path d="M1 10H22" stroke-width="3" />
              <path d="M34 0V20" stroke-width="2.5" />
            </g>
            <circle cx="23" cy="10" r="5.5" fill="currentColor" />
          </svg>
          peaceops
        </a>
        <nav class="nav" aria-label={m.sections}>
          {(Object.keys(SECTIONS) as Section[]).map(s => (
            <a href={to(SECTIONS[s])} aria-current={s === section ? 'page' : undefined}>
              {m.section[s]}
            </a>
          ))}
        </nav>
        <nav class="nav langs" aria-label={m.languages}>
          {(Object.entries(LANGUAGES) as [Lang, string][]).map(([code, name]) => (
            <a href={withQuery(path, { lang: code })} lang={code} hreflang={code} aria-current={code === lang ? 'true' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </div>
    </div>
  )
}

const Head = ({ organ, symbol, h1, lede, distr }: ShellProps) => (
  <div class="head">
    <div class="wrap">
      <div class="sym">
        <span>{organ}</span>
        <b>
          <bdi>{symbol}</bdi>
        </b>
      </div>
      <div class="title">
        <h1>{h1}</h1>
        {lede && <p class="lede">{lede}</p>}
      </div>
      <dl class="distr">
        {distr.map(([label, node]) => (
          <div>
            <dt>{label}</dt>
            <dd>{node}</dd>
          </div>
        ))}
      </dl>
    </div>
  </div>
)

const Foot = ({ lang, command, data = [], cite, answer, send, contact }: ShellProps) => {
  const m = messagesFor(lang)
  return (
    <footer class="foot">
      <div class="wrap">
        <div>
          <h2>{m.cannotSay}</h2>
          <p>
            {m.cannotSayText} {send && <a href={send}>{m.sendEntry}</a>}
          </p>
        </div>
        <div>
          <h2>{m.answerPage}</h2>
          <p>
            {m.answerPageText} {answer && <a href={answer}>{m.howToAnswer}</a>}
          </p>
          <p>
            <KeeperAt lang={lang} contact={contact} />
          </p>
        </div>
        <div>
          <h2>{m.checkYourself}</h2>
          <p>
            {m.checkYourselfText}
            {data.map(({ href, label }, i) => (
              <>
                {i ? ' · ' : ' '}
                <a href={href}>{label}</a>
              </>
            ))}
          </p>
          {cite && (
            <p>
              <a href={cite}>{m.citeThis}</a>
            </p>
          )}
          {command && <pre tabindex={0}>{command}</pre>}
          {m.draft && <p class="soft">{m.draft}</p>}
        </div>
      </div>
    </footer>
  )
}
