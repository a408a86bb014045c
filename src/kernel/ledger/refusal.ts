/** A refusal is an ordinary answer: a code, a sentence for the person, and what to do. */
export interface Refusal {
  readonly code: string
  readonly says: string
  /** The field of the line that it is about, where it is about one. */
  readonly field?: string
}
export const refusal = (code: string, says: string, field?: string): Refusal => ({ code, says, ...(field ? { field } : {}) })

/** What the command door of every chapter refuses alike. */
export const vagueDay = (type: string): Refusal =>
  refusal('vague-day', `${type}: an office that acts knows the day. Give one day, or import the line as testimony.`, 'occurredOn')

export const Refusals = {
  movedOn: (subject: string) =>
    refusal('subject-moved-on', `Somebody else wrote to ${subject} meanwhile. Read it again, then decide again.`, 'subject'),
  otherContent: (id: string) =>
    refusal(
      'same-id-other-content',
      `${id} is on the record with other content. An entry is never changed: give the line an id of its own, and add an EntrySuperseded for ${id}.`,
      'id',
    ),
  otherMarking: (subject: string, has: string, wanted: string) =>
    refusal(
      'other-marking',
      `${subject} is ${has}, and this line says ${wanted}. A case is visible whole or not at all: write ${has}, or add a MarkingChanged.`,
      'marking',
    ),
  tooLong: (subject: string, most: number) =>
    refusal(
      'subject-too-long',
      `${subject} would have more than ${most} entries. A provision is a subject, an agreement is a group: split it.`,
      'subject',
    ),
  supersedesNothing: (subject: string, entry: string) =>
    refusal(
      'supersedes-nothing',
      `${subject} has no entry ${entry} that could be superseded. Name the id of an entry of the same subject.`,
      'data.entry',
    ),
  keptByPeaceops: (subject: string) =>
    refusal('kept-by-peaceops', `${subject} is written by peaceops itself, and nothing is imported into it.`, 'subject'),
} as const
