import { linkable } from './address.ts'

/** A source within sight of its figure. What is no web address stays text. */
export const Source = ({ href, label, lang }: { href?: string | undefined; label: string; lang?: string | undefined }) => {
  const to = linkable(href)
  return to ? (
    <a class="cite" href={to} lang={lang} dir="auto" rel={to.startsWith('http') ? 'noopener external' : undefined}>
      {label}
    </a>
  ) : (
    <cite class="cite" lang={lang} dir="auto">
      {label}
    </cite>
  )
}
