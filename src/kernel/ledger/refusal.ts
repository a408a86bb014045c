/** A refusal is an ordinary answer: a code, a sentence for the person, and what to do. */
export interface Refusal {
  readonly code: string
  readonly says: string
  /** The field of the line that it is about, where it is about one. */
  readonly field?: string
}
/** A catalogue of refusals is made of these: each an ordinary answer with a code, a sentence, and what to do. */
export const refusal = (code: string, says: string, field?: string): Refusal => ({ code, says, ...(field ? { field } : {}) })

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
  vagueDay: (type: string) =>
    refusal('vague-day', `${type}: an office that acts knows the day. Give one day, or import the line as testimony.`, 'occurredOn'),
  closed: (subject: string) =>
    refusal('case-closed', `${subject} is closed. Supersede its CaseClosed first, or open a subject of its own.`, 'subject'),
  sayMarking: (subject: string) =>
    refusal(
      'say-marking',
      `${subject} was begun by testimony, and may be open. Write "marking": "confidential" or stricter on this line.`,
      'marking',
    ),
  keptByPeaceops: (subject: string) =>
    refusal('kept-by-peaceops', `${subject} is written by peaceops itself, and nothing is imported into it.`, 'subject'),
} as const
