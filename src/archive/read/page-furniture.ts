// The furniture of a page, and what stands at its foot: none of it is a word of the resolution. Where it tells a page, the page is kept.

const FURNITURE = [
  /^S\/(RES\/)?\d+ ?\(\d{4}\)\)?\*?( English)?( Page \d+)?$/i,
  /^S\/\d{4}\/\d+( English)?( Page \d+)?$/i,
  /^(English )?Page \d+$/i,
  /^\d{1,3}$/,
  /^\d{1,2}\/\d{1,2}( \d\d-\d{5})?$/,
  /^(\d{1,2} )?\d\d-\d{5}\*? ?(\d{1,2})?( ?\(E\))?[ `]*(\*?\d{5,8}\*?)?[ `]*$/,
  /^\*?\d{6,8}\*?$/,
  /^(\/\.\.\.|\/…|-{3,}|_{3,}|\*{1,3}|`+)$/,
  /^\* Reissued for technical reasons.*$/,
  /^\d\d-\d{5}( \(E\))? \d{1,2}\/\d{1,2}$/,
  /^Please recycle\W*$/i,
  /^(UNITED NATIONS|United Nations|Security Council|S)$/,
  /^Distr\. ?:? ?GENERAL.*$/i,
  /^ORIGINAL: ENGLISH$/i,
]
const furniture = (line: string): boolean => FURNITURE.some(f => f.test(line))
/** A note at the foot of a page begins with its number, and names a document. */
const NOTE =
  /^(?:[¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,2}|\*{1,3})\s*(?:S\/(?:RES\/|PRST\/|PV\.)?\d|A\/(?:RES\/)?\d|See |Ibid\b|Official Records|United Nations, Treaty)/
/** A line of furniture that tells a page: of what goes before it, or of what comes after. */
const pageIn = (line: string): { readonly after?: number; readonly before?: number } | undefined => {
  const top = /Page (\d+)$/i.exec(line)
  if (top) return { after: Number(top[1]) }
  const foot =
    /^(\d{1,2})\/\d{1,2}(?: \d\d-\d{5})?$/.exec(line) ?? /^(\d{1,2})(?: \d\d-\d{5})?$/.exec(line) ?? /^\d\d-\d{5} (\d{1,2})$/.exec(line)
  return foot ? { before: Number(foot[1]) } : undefined
}

export interface Flow {
  readonly text: string
  /** For each place in the text, the page and the line that hold from there on. */
  readonly marks: readonly { readonly at: number; page: string; readonly line: number }[]
}
export const cleaned = (text: string, offset: number, says: string[]): Flow => {
  const marks: { at: number; page: string; line: number }[] = []
  const running = headers(text)
  let out = ''
  let line = text.slice(0, offset).split('\n').length
  let page = ''
  let since = 0 // the first mark whose page is still to be told by a foot
  for (const raw of text.slice(offset).split('\n')) {
    const l = raw.replace(/\s+$/, '').replace(/^\s+/, '')
    const inside = l.replace(/ {2,}/g, ' ')
    if (NOTE.test(inside)) says.push(`a note at the foot of a page is left out: “${inside.slice(0, 80)}”`)
    else if (inside === '' || furniture(inside) || running.has(inside)) {
      const told = pageIn(inside)
      if (told?.before !== undefined) {
        for (let i = since; i < marks.length; i++) marks[i]!.page = String(told.before)
        since = marks.length
        page = ''
      } else if (told?.after !== undefined) {
        page = String(told.after)
        since = marks.length
      }
    } else {
      marks.push({ at: out.length, page, line })
      out += `${l}\n`
    }
    line++
  }
  return { text: out, marks }
}
/** What stands at the head of page after page: the symbol, and behind it the title. */
const headers = (text: string): ReadonlySet<string> => {
  const lines = text
    .split('\n')
    .map(l => l.trim().replace(/ {2,}/g, ' '))
    .filter(l => /^S\/RES\/\d+ \(\d{4}\) ./.test(l))
  return new Set(lines.filter((l, i) => lines.indexOf(l) !== i))
}
export const markAt = (flow: Flow, at: number): Flow['marks'][number] | undefined => {
  let found: Flow['marks'][number] | undefined
  for (const m of flow.marks) {
    if (m.at > at) break
    found = m
  }
  return found
}
