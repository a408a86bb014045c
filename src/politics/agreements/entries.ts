import { aDay, count, entry, type FacesOf, office, words } from '../../kernel/ledger/entry-type.ts'

// Parties talk, sign, set themselves limits, keep or extend them; monitors rate. An agreement is a group of subjects: itself, and after a
// dot one for each provision.

/** An office that stands for those who signed: `party.all`, `party.government`. A person is never named. */
const party = office

export const entries = {
  // ---- talks and agreements
  ProcessOpened: entry('A political process was opened.', { by: words.optional() }),
  MediatorNamed: entry('Somebody was asked to mediate: an office or an organisation, never a person.', { by: words }),
  TalksHeld: entry('The parties met.', { place: words.optional() }),
  AgreementInitialled: entry('An agreement was initialled.', { parties: words }),
  AgreementSigned: entry('An agreement was signed, by the parties named.', { parties: words }),
  AgreementTransmitted: entry('The agreement was sent to the Council.', { document: words }),
  PeriodExtended: entry('The timetable of the whole agreement was extended. On each provision, DeadlineExtended says its day.', {
    months: count.optional(),
    until: aDay.optional(),
  }),
  AgreementReplaced: entry('Another agreement replaced this one. What was not yet due is owed no more.', { by: words.optional() }),
  // ---- what the parties set each other
  ProvisionWithLimit: entry('A provision that the parties set a last day.', { party, until: aDay, paragraph: words.optional() }),
  ProvisionRecurring: entry('A provision that comes back. What is told is shown, and no clock runs.', { party, cycle: words }),
  ProvisionMet: entry('The provision was kept.', { party: party.optional(), document: words.optional() }),
  ProvisionKept: entry('What comes back was done once more.', { party: party.optional() }),
  ProvisionDropped: entry('The parties dropped the provision. What was not yet due is owed no more.', {}),
  ProvisionRated: entry('A monitor rated a provision, on its own scale, or as “unknown”. Meets nothing.', {
    rater: words,
    scale: words,
    rating: words,
  }),
  ViolationReported: entry('Somebody reported something as against the agreement. Meets nothing, starts nothing.', {
    by: words,
  }),
}
export type OfAgreements = FacesOf<typeof entries>
