import { hrefOf } from './address.ts'
import { messagesFor } from './messages.ts'

/** Where the keeper of this copy is reached, or that it names no address. `contact`: an e-mail address or a page on the web. */
export const KeeperAt = ({ lang, contact }: { lang: string; contact: string | undefined }) => {
  const m = messagesFor(lang)
  return contact === undefined ? (
    <span>{m.noKeeper}</span>
  ) : (
    <>
      {m.writeTo}{' '}
      <a href={hrefOf(contact)}>
        <bdi>{contact}</bdi>
      </a>
      .
    </>
  )
}
