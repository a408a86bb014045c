import { toIso } from '../../kernel/day.ts'
import { KeeperAt } from '../../paper/keeper.tsx'
import type { Case, Shown } from '../case.ts'
import { chapterIn, matterOf, statesOf } from './chapters.ts'
import { Part } from './frame.tsx'
import { speakerName } from './speakers.ts'
import { to, type View } from './view.ts'
import { wordsOf } from './words.ts'

/** Whose account, and where it is to stand. `chapter`: that of the case, so that its register reads the line. */
export interface Replying {
  /** The case; none: the account stands under a name of its own. */
  readonly subject?: string | undefined
  readonly chapter?: string | undefined
  readonly mission?: string | undefined
  /** States and offices by their codes, each of whom may answer here. */
  readonly debtors: readonly string[]
}
export const MOST = 3

/** Who may answer in a case: the States that are named, then who else owes. Nobody, where it is not known who that is. */
export const replyingIn = (found: Case, entries: readonly Shown[]): Replying => {
  const owing = found.owed.map(o => o.span.debtor)
  return {
    subject: found.subject,
    chapter: chapterIn(found),
    mission: matterOf(entries).mission,
    debtors: [...new Set([...statesOf(entries), ...owing.filter(d => !d.includes('.')), ...owing.filter(d => d.includes('.'))])],
  }
}

/** One line of the interchange format as it is read in: only the words in quotes are to be replaced. */
export const accountLine = (v: Pick<View, 'lang' | 'today'>, { subject, chapter, mission }: Replying, debtor: string): object => {
  const w = wordsOf(v.lang).case
  return {
    ...(chapter === undefined ? {} : { chapter }),
    type: debtor.includes('.') ? 'OfficeAccount' : 'StateAccount',
    subject: subject ?? `ACCOUNT-${debtor.toUpperCase()}`,
    occurredOn: toIso(v.today),
    marking: 'public',
    source: { title: w.replyTitle, standing: 'seen' },
    data: {
      ...(debtor.includes('.') ? { office: debtor } : { state: debtor }),
      ...(mission === undefined ? {} : { mission }),
      says: w.replySays,
    },
  }
}
/** That a State answered the notice: no account, but an act with its day, which ends what waits for it. Only cases of conduct know of it. */
export const answerLine = (v: Pick<View, 'lang' | 'today'>, of: Replying, state: string): object => {
  const { data, ...line } = accountLine(v, of, state) as { readonly data: object }
  return { ...line, type: 'MemberStateResponded', data: { ...data, answer: 'investigates', says: wordsOf(v.lang).case.replyAnswerSays } }
}
/**
 * How an account is put beside these lines: to whom it is sent, and the line and the command with which whoever keeps the record reads it
 * in. The shell takes the line as it stands, whatever apostrophes are written into it.
 */
export const Reply = ({ view: v, of }: { view: View; of: Replying }) => {
  const w = wordsOf(v.lang),
    shown = of.debtors.slice(0, MOST)
  return (
    <Part id="reply" title={w.case.reply}>
      <div class="stack">
        <p class="measure">{w.case.replyText(shown.length === 1 ? speakerName(v.lang, shown[0]!) : w.case.theState)}</p>
        <p class="measure">
          <KeeperAt lang={v.lang} contact={v.contact} /> {w.case.replySend}
        </p>
        {shown.length > 0 && <p class="measure">{w.case.replyCommand}</p>}
        {shown.map(debtor => (
          <>
            {shown.length > 1 && <p class="small soft">{speakerName(v.lang, debtor)}</p>}
            <pre
              tabindex={0}
            >{`cat > account.ndjson <<'END'\n${JSON.stringify(accountLine(v, of, debtor))}\nEND\nnpx peaceops import account.ndjson`}</pre>
          </>
        ))}
        {of.chapter === 'conduct' && shown.length === 1 && !shown[0]!.includes('.') && (
          <>
            <p class="measure">{w.case.replyAnswer(speakerName(v.lang, shown[0]!))}</p>
            <pre
              tabindex={0}
            >{`cat > answer.ndjson <<'END'\n${JSON.stringify(answerLine(v, of, shown[0]!))}\nEND\nnpx peaceops import answer.ndjson`}</pre>
          </>
        )}
        {shown.length > 0 && (
          <p>
            <a href={to(v, '/reply', { subject: of.subject })}>{w.case.replyWhose}</a>
          </p>
        )}
      </div>
    </Part>
  )
}
