import { by, duty, language, secondHand } from '../../kernel/rules/language.ts'
import type { OfAgreements } from './entries.ts'

const { on, the } = language<OfAgreements>()

/** Parties to an agreement, to each other: a limit that they set themselves. An extension of the timetable moves it; the old day stays on the page. */
export const keepProvision = duty('politics.keep-provision', {
  act: 'do what the agreement sets by that day',
  owedBy: the('party'),
  arises: on('ProvisionWithLimit'),
  within: by(the('until'), 'second-hand'),
  metBy: on('ProvisionMet'),
  endedBy: [on('ProvisionDropped'), on('AgreementReplaced')],
  binding: 'self-commitment',
  cites: secondHand('The agreement, at the provision that the entry names'),
  calendars: ['UNHQ'],
})
export const duties = [keepProvision]
