import type { entries } from '../../entries.ts'
import type { Definition } from '../../views.ts'

export type Types = Readonly<Record<keyof typeof entries, readonly [heading: string, verb: string]>>
const types: Types = {
  WarningReceived: ['A warning received', 'warned'],
  AlertRaised: ['An alert raised', 'alert'],
  ThreatIdentified: ['A threat identified', 'threat'],
  AlertVerified: ['Looked into', 'verified'],
  ThreatAssessed: ['Assessed', 'assessed'],
  ProtectionDecided: ['Decided: to act, or why not', 'decided'],
  ResponseGiven: ['An answer given', 'answered'],
  ThreatEnded: ['Determined ended', 'ended'],
  HarmReported: ['Harm reported', 'harm'],
  WarnerTold: ['Told back to who warned', 'told'],
  AfterActionCommitted: ['Promised after the action', 'promised'],
  AfterActionKept: ['Done as promised', 'done'],
  ResponseRateAsked: ['A rate of response asked for', 'asked'],
  ResponseRateReported: ['A rate of response published', 'published'],
  AuthorityEnded: ['The authority ended', 'ended'],
}
/** What each definition counts, and of what. */
const defined: Readonly<Record<Definition, readonly [name: string, means: string]>> = {
  acknowledged: ['Acknowledged', 'of all warnings, those that the mission looked into, decided on or answered'],
  'by-the-mission': ['Answered by the mission', 'of all warnings, those that the mission answered, alone or with the State'],
  'by-anyone': ['Answered by anyone', 'of all warnings, those that the mission, State forces, authorities or others answered'],
  'in-time': ['Answered in time', 'of the warnings that name a day, those that anyone answered by that day'],
  'told-back': ['Those who warned were told', 'of all warnings, those whose source was told what was done'],
  'without-harm': ['Ended without harm', 'of the threats determined ended, those of which it is stated that no harm came'],
}
/** Why a rate under this definition stands nowhere; of one that is not here, that it was not published. */
const not: Readonly<Partial<Record<Definition, string>>> = {
  'in-time': 'Not published; no time is stated either.',
  'without-harm': 'Not published; it cannot be known from alerts.',
}
/** By what events are counted: as the heading of a column, and after “by”. */
const by: Readonly<Record<string, readonly [head: string, word: string]>> = {
  year: ['Year', 'year'],
  month: ['Month', 'month'],
  adm1: ['Area', 'area'],
  type: ['Kind', 'kind'],
}
/** The kinds of organised violence by the producer’s numbers. */
const kinds: Readonly<Record<string, string>> = { 1: 'State-based', 2: 'non-State', 3: 'one-sided' }

/** What this chapter says on its pages. The other languages say the same, field by field. */
export const en = {
  chapter: 'Protection of civilians',
  title: {
    addressed: (count: string, about: boolean, of: string): string =>
      `${about ? 'About ' : ''}${count} per cent of ${of} warnings were “addressed”; by whom, the word does not say`,
    every: 'The same warnings, counted in every way',
    none: 'No rate of response is on this record',
  },
  ledeTogether:
    'One rate was published for MONUSCO in 2017 and 2018, and it counts State forces, the authorities and the mission together. Here it stands beside the rates that were not published.',
  lede: 'How many warnings were answered depends on what is counted as a warning, and as an answer. Here each count stands beside its definition.',
  same: 'The same warnings, under every definition',
  sameNote: 'The upright at the end is all warnings. A dashed box is as wide as what is not known: here, everything.',
  percent: (n: string): string => `${n} %`,
  /** Before a number. */
  about: 'about ',
  atLeast: 'at least ',
  of: (n: string): string => `of ${n}`,
  defined,
  not,
  notPublished: 'Not published.',
  wouldCount: (means: string): string => `It would count, ${means}.`,
  yearly: 'The yearly table of this register',
  yearlyHeads: ['Mission, year', 'Warnings'],
  fewer: (n: number): string => `fewer than ${n}`,
  alike: 'Figures that look alike, and are not',
  alikeNote: 'None of these may be divided by another.',
  owed: 'What the United Nations owes',
  /** Around the words of the resolution. */
  owedNote: [
    'The Council asked this mission to ',
    ' its rate of response. It named no day: that a mandate of one year makes it a yearly table is an assumption of ours.',
  ],
  owedNone: ' A rate by its own definition is not on this record.',
  never: 'What this page will never show',
  neverWhere: [
    'A place smaller than a mission, a time finer than a year.',
    'Where peacekeepers are, and whom they cannot reach.',
    'Who warned.',
  ],
  neverRank: 'A ranking of missions by rate: the words behind the rates differ.',
  neverFew: (n: number): string => `A rate of fewer than ${n} warnings`,
  neverYear: 'The warnings of this year. Rates stop at the end of the last full year.',
  events: {
    title: (name: string, n: string, from: string, to: string): string =>
      `${name}: ${n} events of organised violence on this record, ${from} to ${to}`,
    untold: 'Events of organised violence, counted by country and year',
    lede: 'As the Uppsala Conflict Data Program publishes them; deaths are its best estimate. For everybody by country and year: a month with an area says where people are in danger.',
    in: 'In',
    which: 'Which country? Write its name or its code, such as CAF.',
    by,
    kinds,
    table: (word: string): string => `Events by ${word}`,
    chart: (word: string): string => `Events, by ${word}. The table below holds the same numbers.`,
    heads: ['Events', 'Deaths, best estimate', 'Where it stands'],
    withheld: (n: number): string => `withheld: fewer than ${n} events`,
    noEstimate: 'no estimate',
    noArea: 'no area named by the table',
    noMonth: 'no month',
    as: (name: string): string => `as “${name}”:`,
    outside: (from: string, to: string): string =>
      `Outside of ${from} to ${to} nothing is on this record. A year without a row is a year of which the table names no event, which does not mean that nothing happened.`,
  },
  types,
}
export type Words = typeof en
