import { proposalsPage } from '../../../../paper/proposals-page.tsx'
import { tablesOf } from '../../../pages/tables.ts'
import { headingOf } from '../../../pages/words.ts'

export const propose = proposalsPage({ lede: lang => tablesOf(lang).propose, named: line => line.source.title, headingOf })
