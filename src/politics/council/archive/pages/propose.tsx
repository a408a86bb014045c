import { proposalsPage } from '../../../../paper/proposals-page.tsx'
import { headingOf } from '../../../pages/words.ts'

export const propose = proposalsPage({
  lede: 'Lines of the interchange format, made from the words of the text. Read the paragraph, mend the line or leave it out, and import the rest.',
  named: line => line.source.title,
  headingOf: type => headingOf('en', type),
})
