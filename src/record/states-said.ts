import type { State } from '../kernel/rules/clock.ts'

/** What each word of `state` says: for whoever reads the API, the files of --json, and docs/interchange.md. */
export const STATE_SAYS: Readonly<Record<State, string>> = {
  open: 'Its last day has not passed.',
  stopped: 'Its clock stands; no day counts until it is started again.',
  elapsing: 'It has no last day, and the office keeps the register itself: its days are counted, and none of them is late.',
  overdue:
    'Its last day has passed, and a register that the office keeps itself holds no act that meets it, or the UN has said that no answer came.',
  silent:
    'Its last day has passed, or it has none, and this record holds no act that meets it. One may well have been done: it is no breach.',
  met: 'It was met by its last day, or it had none.',
  'met late': 'It was met after its last day. Of a request or of an assumption of ours this is no lateness.',
  waived: 'An office with authority waived it before its last day had passed.',
  excused: 'An office with authority excused it after its last day.',
}
export const statesSaid: string = Object.entries(STATE_SAYS)
  .map(([state, says]) => `\`${state}\`: ${says}`)
  .join(' ')
