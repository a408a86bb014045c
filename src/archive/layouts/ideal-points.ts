import type { Column, Layout } from '../layout.ts'
import { columns } from './columns.ts'

const BY = {
  producer: 'Michael A. Bailey, Anton Strezhnev and Erik Voeten',
  cite: 'Bailey, Strezhnev and Voeten (2017), "Estimating dynamic state preferences from United Nations voting data", Journal of Conflict Resolution 61(2): 430-456.',
  file: { form: 'csv' },
  opens: 'rows',
} as const
const state: readonly Column[] = [
  { name: 'iso3c', as: 'text' },
  { name: 'Countryname', as: 'state', is: 'state' },
]
export const idealPoints: Layout = {
  ...BY,
  dataset: 'unga-ideal-points',
  layout: 'unga-ideal-points/2020',
  title: 'Ideal points of States from votes in the General Assembly',
  licence: 'MIT',
  row: 'a model’s estimate of one State’s position in one session, with its uncertainty: not a vote',
  columns: [
    { name: 'ccode', as: 'text', says: 'number of the Correlates of War list' },
    { name: 'session', as: 'whole' },
    { name: 'NVotes', as: 'whole', also: ['NVotesAll'] },
    { name: 'IdealPoint', as: 'number', is: 'amount', also: ['IdealPointAll'] },
    ...['QO%', 'Q5%', 'Q10%', 'Q50%', 'Q90%', 'Q95%', 'Q100%'].map(
      (name): Column => ({ name, as: 'number', optional: true, also: [`${name}All`] }),
    ),
    ...state,
  ],
  key: ['ccode', 'session'],
  passed: ['Row', ''].map(name => ({ name, because: 'a row number, which changes with every copy of the file' })),
  without: ['IdealPointFP'],
}
/** Later versions are estimated by calendar year, from votes on final passage: other figures, by another method. */
export const idealPointsByYear: Layout = {
  ...BY,
  dataset: 'unga-ideal-points-by-year',
  layout: 'unga-ideal-points-by-year/2025',
  title: 'Ideal points of States from votes in the General Assembly, by calendar year',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  licence: null,
  row: 'a model’s estimate of one State’s position in one calendar year, from votes on final passage, with its uncertainty: not a vote',
  columns: [
    { name: 'ccode', as: 'text', says: 'number of the Correlates of War list' },
    ...state,
    { name: 'year', as: 'year', is: 'from' },
    { name: 'NVotesFP', as: 'whole', optional: true },
    { name: 'IdealPointFP', as: 'number', is: 'amount' },
    ...columns('number', 'QO%FP Q5%FP Q10%FP Q50%FP Q90%FP Q95%FP IdealPointAll IdealPointLegacy', { optional: true }),
    ...columns('whole', 'NVotesAll NVotesLegacy', { optional: true }),
  ],
  key: ['ccode', 'year'],
}
