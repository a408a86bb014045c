/** Western digits everywhere, also in Arabic: what is counted must read the same to all who quote it. */
const formats = new Map<string, Intl.NumberFormat>()
export const number = (lang: string, n: number): string => {
  const format = formats.get(lang) ?? new Intl.NumberFormat(lang, { numberingSystem: 'latn', useGrouping: 'always' })
  formats.set(lang, format)
  return format.format(n).replace(/[\u061c\u200e\u200f]/g, '') // the marks of a direction around a minus: whoever draws a number says its direction
}
