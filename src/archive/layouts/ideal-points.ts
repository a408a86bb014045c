import type { Layout } from '../layout.ts'
import { columns } from './columns.ts'

export const idealPoints: Layout = {
  dataset: 'unga-ideal-points',
  layout: 'unga-ideal-points/2020',
  title: 'Ideal points of States from votes in the General Assembly',
  producer: 'Michael A. Bailey, Anton Strezhnev and Erik Voeten',
  cite: 'Bailey, Strezhnev and Voeten (2017), "Estimating dynamic state preferences from United Nations voting data", Journal of Conflict Resolution 61(2): 430-456.',
  licence: 'MIT',
  row: 'a model’s estimate of one State’s position in one session, with its uncertainty: not a vote',
  file: { form: 'csv' },
  columns: [
    { name: 'ccode', as: 'text', says: 'number of the Correlates of War list' },
    { name: 'session', as: 'whole' },
    { name: 'NVotes', as: 'whole' },
    { name: 'IdealPoint', as: 'number', is: 'amount' },
    ...columns('number', 'QO% Q5% Q10% Q50% Q90% Q95% Q100%'),
    { name: 'iso3c', as: 'text' },
    { name: 'Countryname', as: 'state', is: 'state' },
  ],
  key: ['ccode', 'session'],
  passed: [{ name: 'Row', because: 'a row number, which changes with every copy of the file' }],
  opens: 'rows',
}
