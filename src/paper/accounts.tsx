import type { Child } from 'hono/jsx'
import { messagesFor } from './messages.ts'

export interface Account {
  readonly title: string // "What the United Nations said", "What Gabon said"
  readonly said?: Child // in substance, or quoted; without it: none on this record
  readonly sources?: Child // day, source, how sure
  readonly answer?: string | undefined // where the account may be put
}
/** Two accounts, equal in width, size and weight. The type takes two: there is no way to print one of a pair alone. */
export const Accounts = ({ lang, accounts }: { lang: string; accounts: readonly [Account, Account] }) => (
  <div class="accounts">
    {accounts.map(a => (
      <One lang={lang} account={a} />
    ))}
  </div>
)
/** The debtor’s own account where nobody stands opposite: beside its clocks, in half the width like any other. */
export const OwnAccount = ({ lang, account }: { lang: string; account: Account }) => (
  <div class="accounts">
    <One lang={lang} account={account} />
  </div>
)
const One = ({ lang, account: { title, said, sources, answer } }: { lang: string; account: Account }) => {
  const m = messagesFor(lang)
  return (
    <div>
      <h3>{title}</h3>
      {said ? <blockquote>{said}</blockquote> : <blockquote class="soft">{m.noAccount}</blockquote>}
      {(sources || answer) && (
        <p class="small soft">
          {sources} {answer && <a href={answer}>{m.answer}</a>}
        </p>
      )}
    </div>
  )
}
