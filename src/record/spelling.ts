// What a person may have meant: for the remedy in a message, never for guessing on his behalf.

/** ` (did you mean …?)`, or nothing. */
export const nearest = (wrong: string, known: readonly string[]): string => {
  const close = near(wrong, known)
  return close === undefined ? '' : ` (did you mean ${close}?)`
}

/** The known name that differs by case, by one slip, or by two in a longer one. */
export const near = (wrong: string, known: readonly string[]): string | undefined => {
  if (wrong.length > 80) return undefined
  const slips = wrong.length > 6 ? 2 : wrong.length > 3 ? 1 : 0
  return known
    .map(name => ({ name, off: distance(name.toLowerCase(), wrong.toLowerCase()) }))
    .filter(k => k.off <= slips)
    .sort((a, b) => a.off - b.off)[0]?.name
}

/** Letters put in, left out, exchanged, or turned round. */
const distance = (a: string, b: string): number => {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), turned))
    }
    before = row
    row = next
  }
  return row[b.length]!
}
