import { aDay, code, count, entry, type FacesOf, office, state, words } from '../kernel/ledger/entry-type.ts'

// What can happen to a promise of reform: it is made, with an owner and a day or without; it is done, with evidence, or dropped;
// States sign what they commit to, are counted by others, and act on it or not; outsiders report and rate. There is no score here.

export const entries = {
  // ---- actions
  ActionPromised: entry(
    'An office promised an action. How we know of it stands on the face: what we merely remember is no text of the report.',
    {
      owner: office,
      theme: words,
      text: words,
      until: aDay.optional(),
      known: code('seen', 'second-hand', 'remembered'),
    },
  ),
  ActionAsked: entry('A text asks something of many, and names nobody. No clock runs.', { theme: words, text: words, of: words }),
  ActionDone: entry('The action was done. The evidence is a document, or the fact itself in few words.', {
    owner: office.optional(),
    evidence: words,
  }),
  ActionDropped: entry('The owner said that the action is dropped. Dropped is not done: the clock ends only where a DutyWaived says so.', {
    owner: office.optional(),
  }),
  // ---- what States sign
  CommitmentOpened: entry('A text was opened to States.', {}),
  CommitmentCounted: entry('Somebody counted who committed. Counts that disagree stay, all of them.', {
    count,
    what: code('signed', 'signed-or-processing', 'joined', 'named', 'pledged'),
    toCome: count.optional(),
  }),
  CommitmentSigned: entry('A State committed, as a source names it. A pledge is no signature: its road is told by the chapter of forces.', {
    state,
    commitment: words,
    form: code('signed', 'joined', 'pledged'),
  }),
  CommitmentActedOn: entry('A State acted on what it had committed to.', { state, evidence: words }),
  CommitmentWithdrawn: entry('A State withdrew its commitment.', { state }),
  // ---- from outside
  ReportPublished: entry('Somebody outside reported on a reform.', { by: words, recommendations: count.optional() }),
  ReformRated: entry('Somebody outside rated a reform, on a scale of its own.', { rater: words, scale: words, rating: words }),
}
export type Reform = FacesOf<typeof entries>
