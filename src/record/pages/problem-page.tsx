import type { Lang } from '../../paper/messages.ts'
import { Shell } from '../../paper/shell.tsx'
import { wordsOf } from './words.ts'

/** A problem as a page. It repeats nothing of the address: a name that is not for this reader and one that never was look alike, byte for byte. */
export const ProblemPage = ({
  lang,
  status,
  says,
  contact,
}: {
  lang: Lang
  status: 400 | 404 | 500 | 503
  says?: string | undefined
  contact?: string | undefined
}) => {
  const w = wordsOf(lang).problem,
    h1 = status === 404 ? w.notFound : status === 400 ? w.bad : status === 500 ? w.broken : w.unavailable
  return (
    <Shell lang={lang} title={h1} organ={w.organ} symbol={String(status)} h1={h1} distr={[]} path="/" contact={contact}>
      <p class="lede" lang={says ? 'en' : undefined} dir="auto">
        {says ?? (status === 503 ? w.unavailableText : status === 500 ? w.brokenText : w.notFoundText)}
      </p>
      {status === 400 && <p>{w.badText}</p>}
      <p class="pager">
        <a href={lang === 'en' ? '/board' : `/board?lang=${lang}`}>{w.begin}</a>
      </p>
    </Shell>
  )
}
