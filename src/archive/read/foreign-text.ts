// What a file may be beside the plain text of one resolution. What is no resolution is named as what it is; what was changed to read one is said.

const KINDS: readonly (readonly [sign: RegExp, is: string])[] = [
  [/\bS\/PV\.\s?\d+/, 'the record of a meeting (S/PV)'],
  [/\bSC\/\d{4,5}\b|\breads as follows:|\bMeetings Coverage and Press Releases\b/, 'a press release'],
  [/\bS\/PRST\/\d{4}\/\d+\s*(?:\n|Distr|$)|\bStatement by the President of the Security Council\b/, 'a statement by the President'],
  [/:\s*(?:revised )?draft resolution\b|^\s*Draft resolution\b/im, 'a draft, which nobody may have adopted'],
]
/** Above the words of a resolution stand its symbol and its head, and no sign of another kind of document. */
export const otherKind = (above: string): string | undefined => {
  const kind = KINDS.find(([sign]) => sign.test(above))
  return kind && `it is ${kind[1]}, and not the text of a resolution`
}

const BLOCK = /<(?:br|hr|\/?(?:p|div|tr|td|li|ul|ol|h\d|table|blockquote))\b[^>]*>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ ndash: '–', mdash: '—', eacute: 'é', egrave: 'è', ocirc: 'ô', ccedil: 'ç', iuml: 'ï', shy: '' },
}
export const outOfHtml = (text: string, says: string[]): string => {
  if (!/<(?:html|body|p|div|br|table)\b[^>]*>/i.test(text)) return text
  says.push('read out of HTML')
  return text
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/\s*\n\s*/g, ' ')
    .replace(BLOCK, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, n?: string, x?: string, name?: string) =>
      n ? letter(Number(n)) : x ? letter(Number.parseInt(x, 16)) : (ENTITIES[name!] ?? whole),
    )
    .replace(/\u00a0/g, ' ')
}
const letter = (code: number): string => (code > 0 && code < 0x11_00_00 ? String.fromCodePoint(code) : '')

/** Letters that this program cannot mend without guessing: they stay as they are. */
export const lettersLost = (text: string, says: string[]): void => {
  if (text.includes('\ufffd')) says.push('letters were lost before this text was published: they stand as \ufffd')
  const twice = /\S*(?:Ã[\u0080-\u00bf\u20ac-\u2122]|â€[\u0080-\u00bf\u2018-\u2122œž]|Â[\u00a0-\u00bf])\S*/.exec(text)
  if (twice) says.push(`letters were written as UTF-8 and read as Windows-1252 before this file was made: they stand as in “${twice[0]}”`)
}

const OTHER_LANGUAGE =
  /\n[ \t]*(?:Le\s+Conseil\s+de\s+sécurité\s*,|El\s+Consejo\s+de\s+Seguridad\s*,|Совет\s+Безопасности\s*,|安全理事会|\u0625\u0646\s+\u0645\u062c\u0644\u0633\s+\u0627\u0644\u0623\u0645\u0646)/
/** Where the same text begins again in another language. */
export const endOfText = (text: string, from: number, says: string[]): number => {
  const again = OTHER_LANGUAGE.exec(text.slice(from))
  if (!again) return text.length
  const at = from + again.index
  says.push(`from line ${text.slice(0, at).split('\n').length + 1} on it stands in another language, which is not read`)
  return at
}
