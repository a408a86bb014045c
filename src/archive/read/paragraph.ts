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
