import { Asking } from '../../paper/asking.tsx'
import { Fold } from '../../paper/fold.tsx'
import { number } from '../../paper/numbers.ts'
import { Frame, Part } from './frame.tsx'
import { Reply, type Replying } from './reply.tsx'
import { speakerName, speakers } from './speakers.ts'
import { More } from './today-page.tsx'
import { to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface ReplyView {
  /** As it was written: what is not understood is kept, to be mended. */
  readonly asked: { readonly subject?: string | undefined; readonly debtor?: string | undefined }
  readonly of: Replying
  /** States on this record. */
  readonly states: readonly string[]
  /** Where those who were named owe something, or are named. */
  readonly cases: readonly string[]
  readonly moreCases: boolean
  /** A whole organisation was named: these are its offices, each with an account of its own. */
  readonly several: readonly string[]
  /** Nobody of the name that was written is known; this one’s is most like it. */
  readonly nobody?: { readonly like: string | undefined } | undefined
  /** No case of the name that was written is here for this reader; these are most like it. */
  readonly noCase?: { readonly like: readonly string[] } | undefined
}
/** How to answer, for whoever comes from a page that is of no single case. */
export const ReplyPage = ({ view: v, of: r }: { view: View; of: ReplyView }) => {
  const w = wordsOf(v.lang).case,
    houses = speakers(v.lang, r.states),
    [first] = r.of.debtors
  return (
    <Frame
      view={v}
      title={w.reply}
      organ={wordsOf(v.lang).problem.organ}
      symbol="REPLY"
      h1={w.replyHow}
      lede={w.replyLede}
      data={[{ href: '/api/v1/schema/interchange.json', label: 'JSON Schema' }]}
      worldOnly
    >
      <Asking
        lang={v.lang}
        action={to(v, '/reply')}
        fields={[
          ['debtor', w.replyWho, r.asked.debtor, 16, houses.flatMap(([, codes]) => codes.map(c => [c, speakerName(v.lang, c)] as const))],
          ['subject', w.replyWhere, r.asked.subject, 24, r.cases.map(c => [c, ''] as const)],
        ]}
      />
      {r.nobody && (
        <p class="note">
          {w.replyNobody(r.asked.debtor ?? '')}{' '}
          {r.nobody.like !== undefined && (
            <>
              {w.replyLike} <Links v={v} links={[[speakerName(v.lang, r.nobody.like), { ...r.asked, debtor: r.nobody.like }]]} />
            </>
          )}
        </p>
      )}
      {r.noCase && (
        <p class="note">
          {w.replyNoCase(r.asked.subject ?? '')}
          {r.noCase.like.length > 0 && ` ${w.replyLike} `}
          <Links v={v} links={r.noCase.like.map(subject => [subject, { ...r.asked, subject }])} />{' '}
          <a href={to(v, '/board')}>{wordsOf(v.lang).problem.begin}</a>
        </p>
      )}
      {r.several.length > 0 && (
        <p class="note">
          {w.replySeveral} <Links v={v} links={r.several.map(debtor => [speakerName(v.lang, debtor), { ...r.asked, debtor }])} />
        </p>
      )}
      {!r.nobody && !r.noCase && <Reply view={v} of={r.of} />}
      {r.cases.length > 0 && first !== undefined && r.asked.subject === undefined && (
        <Part title={w.replyCases(r.of.debtors.length === 1 ? speakerName(v.lang, first) : (r.asked.debtor ?? ''))}>
          <p class="keys">
            <Links v={v} links={r.cases.map(subject => [subject, { debtor: r.asked.debtor, subject }])} />
          </p>
          {r.moreCases && <More href={to(v, '/board', { debtor: first })} words={wordsOf(v.lang).more} />}
        </Part>
      )}
      <Part title={w.replyMay}>
        {houses
          .filter(([, codes]) => codes.length)
          .map(([house, codes]) => (
            <Fold label={`${house} (${number(v.lang, codes.length)})`}>
              <p class="keys">
                <Links
                  v={v}
                  links={codes.map(debtor => [speakerName(v.lang, debtor), { debtor, subject: r.noCase ? undefined : r.asked.subject }])}
                />
              </p>
            </Fold>
          ))}
      </Part>
    </Frame>
  )
}
const Links = ({ v, links }: { v: View; links: readonly (readonly [label: string, asked: ReplyView['asked']])[] }) => (
  <>
    {links.map(([label, asked]) => (
      <>
        <a href={to(v, '/reply', asked)}>
          <bdi>{label}</bdi>
        </a>{' '}
      </>
    ))}
  </>
)
