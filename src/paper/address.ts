/** A path with these query parameters set; an empty one is taken away. Only for our own paths. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const [before, hash] = path.split('#') as [string, string?]
  const [base, asked] = before.split('?') as [string, string?]
  const params = new URLSearchParams(asked)
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') params.delete(name)
    else params.set(name, value)
  }
  const text = params.toString()
  return `${base}${text ? `?${text}` : ''}${hash === undefined ? '' : `#${hash}`}`
}

/** Sources come from imported lines: only the web and our own pages become links, whatever else is written there stays text. */
export const linkable = (href: string | undefined): string | undefined =>
  href !== undefined && /^(https?:\/\/|\/(?!\/)|[?#])/i.test(href) ? href : undefined

/** An e-mail address, or a page on the web: where somebody can be written to. */
export const isContact = (text: string): boolean =>
  text.length <= 200 &&
  (/^[^\s@<>"':/?#&]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(text) || (/^https?:\/\/[^\s<>"']+$/i.test(text) && URL.canParse(text)))
export const hrefOf = (contact: string): string => (/^https?:/i.test(contact) ? contact : `mailto:${contact}`)
