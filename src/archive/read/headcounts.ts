// Numbers of uniformed personnel in a sentence, and what the text calls them.

export interface Counted {
  readonly at: number
  readonly end: number
  readonly of: 'military' | 'police' | 'uniformed'
  /** As the text calls them. */
  readonly who: string
  readonly count: number
  readonly words: string
  /** One number for several kinds of personnel: how many of each the text does not say. */
  readonly joint?: true
}
const COUNT = String.raw`(\d{1,3}(?:[, ]\d{3})+|\d{1,5})`
const MILITARY =
  'military personnel|military contingent personnel|military observers|military liaison officers|military liaison and staff officers|military liaison personnel|military staff officers|military experts|military support personnel|military medical personnel|military advisers|military|formed troops|troops|soldiers|infantry personnel|staff officers|liaison officers|observers|ground troops|combat troops|peacekeepers|other ranks|all ranks|contingent personnel|logistic personnel|logistic support personnel|support personnel|personnel of all ranks'
const POLICE =
  'police personnel|police officers|police advisers|police monitors|police observers|police trainers|civilian police personnel|civilian police officers|civilian police observers|civilian police monitors|civilian police advisers|civilian police|individual police officers|individual police|formed police unit personnel|formed police personnel|personnel in formed units|personnel in formed police units|personnel of formed police units|police in formed units|police|formed police units|police units'
const FILL = `(?:(?:additional|further|United Nations|UN|total|deployed|authorized|unarmed|armed|international|of its|of the|new|more|qualified|trained|experienced) )*`
const ITEM = new RegExp(
  String.raw`\b${COUNT}(?: strong)?,? ${FILL}(?:(${MILITARY})|(${POLICE})|(uniformed personnel|personnel|officers))\b(?!-(?:contribut|contributing))`,
  'gi',
)
/** "580 military observers and military staff officers": the kinds that share the number before them. */
const TOGETHER = new RegExp(String.raw`^(?: and(?:/or)?| or) ${FILL}(?:(${MILITARY})|(${POLICE}))\b(?!-(?:contribut|contributing))`, 'i')
const sharing = (text: string, end: number): { readonly who: string; readonly of: 'military' | 'police'; readonly end: number }[] => {
  const m = TOGETHER.exec(text.slice(end, end + 120))
  if (!m || /^(?:military|police|(?:formed )?police units)$/i.test(m[1] ?? m[2]!)) return []
  const to = end + m[0].length
  return [{ who: (m[1] ?? m[2])!.toLowerCase(), of: m[1] ? 'military' : 'police', end: to }, ...sharing(text, to)]
}
/** "the military component to a strength of 17,500", "the authorized troop ceiling of 12,500": the side stands before the number. */
const BARE = new RegExp(
  String.raw`\b(troop|force|military|police)\b(?:(?!\b(?:troop|force|military|police)\b)[^;.\d]){0,60}\b(?:level|levels|strength|ceiling|component)\b[^;.\d]{0,60}\b(?:of|to|at|up to) (?:up to |a (?:maximum|total|strength) of )*${COUNT}(?=[,;.](?!\d)|\s+(?:and|set|until|for|as|with|in|by|through)\b|$)`,
  'gi',
)

export const countedIn = (text: string): readonly Counted[] => {
  const items = [...text.matchAll(ITEM)].flatMap((m): Counted[] => {
    const before = text.slice(Math.max(0, m.index - 160), m.index)
    const of = m[2] ? 'military' : m[3] ? 'police' : sideOf(before, m[4]!.toLowerCase(), text.slice(m.index + m[0].length))
    const count = number(m[1]!)
    const who = (m[2] ?? m[3] ?? m[4])!.toLowerCase()
    if (
      !of ||
      /^(formed )?police units$/.test(who) || // units are no persons
      (count >= 1990 && count <= 2040 && YEAR.test(before)) ||
      /\b(?:resolution|paragraph|paragraphs|article|page|nos?\.) $/i.test(before)
    )
      return []
    const more = sharing(text, m.index + m[0].length)
    const end = more.at(-1)?.end ?? m.index + m[0].length
    return [
      {
        ...{ at: m.index, end, count, words: m[0] },
        of: more.every(x => x.of === of) ? of : 'uniformed',
        who: [who, ...more.map(x => x.who)].join(' and '),
        ...(more.length && { joint: true as const }),
      },
    ]
  })
  const bare = [...text.matchAll(BARE)].flatMap((m): Counted[] => {
    const at = m.index + m[0].length - m[2]!.length,
      end = m.index + m[0].length
    if (items.some(i => i.at <= end && i.end >= at)) return []
    const of = m[1]!.toLowerCase() === 'police' ? 'police' : 'military'
    return [{ at, end, of, who: of === 'police' ? 'police' : 'troops', count: number(m[2]!), words: m[2]! }]
  })
  return [...items, ...bare].sort((a, b) => a.at - b.at)
}
const YEAR = /\b(?:of|in|since|January|February|March|April|May|June|July|August|September|October|November|December) $/
const number = (text: string): number => Number(text.replace(/[, ]/g, ''))
/** "personnel" and "officers" alone are of the side that was named last, or of all where a total of the mission is meant. */
const sideOf = (before: string, who: string, after: string): Counted['of'] | undefined => {
  if (who === 'uniformed personnel') return 'uniformed'
  if (/\b(?:civilian|humanitarian|judicial|corrections?|customs) (?:component )?(?![^,;]*\bpolice\b)[^,;]{0,20}$/i.test(before))
    return undefined
  const near = before.slice(-100)
  const side = [...near.matchAll(/\b(military|police|troops?)\b(?=[^;]*$)/gi)].at(-1)?.[1]?.toLowerCase()
  const follows = /^ deployed as part of [^,;]{0,30}\b(military|police)\b/.exec(after)?.[1]
  if (follows) return follows === 'police' ? 'police' : 'military'
  if (who === 'officers' && !/\b(?:police|military)\b[^;]{0,60}\b(?:component|element|strength|level)\b[^;]{0,40}$/i.test(before))
    return undefined
  if (
    /\b(?<!(?:military|police|troop) )strength (?:by|of|at|to) [^,;]{0,20}$/i.test(near) &&
    !/\b(?:military|police|troop)\b[^,;]{0,60}$/i.test(near)
  )
    return 'uniformed'
  return side === undefined ? undefined : side === 'police' ? 'police' : 'military'
}
