import type { Layout } from '../layout.ts'

export const resolutionTexts: Layout = {
  dataset: 'unsc-texts',
  layout: 'unsc-texts/paragraphs',
  title: 'Texts of Security Council resolutions, by paragraph',
  producer: 'United Nations; corpus of plain texts by Felix Haass and co-author',
  cite: 'United Nations Security Council resolutions; plain texts: Felix Haass, pvs_securitycouncil.',
  licence: 'MIT (the corpus); United Nations documents: UN terms of use',
  row: 'one paragraph or sub-paragraph of one resolution, as its text has it, without the furniture of the page',
  file: { form: 'read', reader: 'resolution' },
  columns: [
    { name: 'Symbol', as: 'symbol' },
    { name: 'Adopted', as: 'day', is: 'from' },
    { name: 'Part', as: 'text', is: 'type', says: 'preamble, operative, annex' },
    { name: 'Paragraph', as: 'text', says: 'operative: 16, 16 (a), 16 (a) (i); preamble: P1, P2 by order where it bears no number' },
    { name: 'Heading', as: 'text', says: 'the heading that it stands under' },
    { name: 'Page', as: 'text', says: 'where the furniture tells it' },
    { name: 'Text', as: 'text' },
  ],
  key: ['Symbol', 'Part', 'Paragraph'],
  part: ['Symbol'],
  opens: 'rows',
}
