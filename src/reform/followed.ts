// Where this record follows, chapter by chapter, what a theme of the reforms asks for. That an action itself was taken is another matter:
// only an entry with its evidence says so.

const FOLLOWED: Readonly<Record<string, string>> = {
  'exploitation and abuse': '/findings',
  'host communities': '/community/service',
  mandates: '/politics/mandates',
  mediation: '/politics/agreements',
  partnership: '/partners/calendar',
  'political settlements': '/politics/agreements',
  'protection of civilians': '/protection/rate',
  'rapid deployment': '/forces/pledges',
}
export const followedAt = (theme: string): string | null => (Object.hasOwn(FOLLOWED, theme) ? FOLLOWED[theme]! : null)
