/** A paragraph or sub-paragraph of a resolution, as its text has it. */
export interface Paragraph {
  readonly part: 'preamble' | 'operative' | 'annex'
  /** `16`, `16 (a)`, `16 (a) (i)`; `P3` in a preamble and `unnumbered 1` where the text bears no number. */
  readonly paragraph: string
  readonly heading: string
  readonly page: string
  readonly line: number
  readonly text: string
}
interface Row {
  readonly cells: { readonly [column: string]: string }
  readonly cites: { readonly line: number | null }
}
/** A row of the table of texts, as the readers of texts take it. */
export const paragraphOf = ({ cells, cites }: Row): Paragraph => ({
  part: cells['Part'] as Paragraph['part'],
  paragraph: cells['Paragraph'] ?? '',
  heading: cells['Heading'] ?? '',
  page: cells['Page'] ?? '',
  line: cites.line ?? 0,
  text: cells['Text'] ?? '',
})
