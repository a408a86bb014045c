import type { Cite } from '../../kernel/rules/rulebook.ts'
import { StandingWord } from '../../paper/tag.tsx'
import { citedCode } from '../instruments.ts'
import { to, type View } from './view.ts'

/** The text on which something rests, with how sure we are of its words; it leads to the page of that text. `bare`: the words stand in a tag beside it. */
export const CiteOf = ({ view: v, cite, bare = false }: { view: View; cite: Cite; bare?: boolean }) => {
  const code = citedCode(cite),
    said = `${cite.instrument}${cite.at ? `, ${cite.at}` : ''}`
  return (
    <span lang="en" dir="auto">
      {code === undefined ? said : <a href={to(v, `/instruments/${code}`)}>{said}</a>}
      {!bare && (
        <>
          {' '}
          <StandingWord lang={v.lang} standing={cite.standing} />
        </>
      )}
    </span>
  )
}
