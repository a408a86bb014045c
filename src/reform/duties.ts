import { by, duty, language, ours, remembered, secondHand, seen, withoutDelay } from '../kernel/rules/language.ts'
import type { Binding, Cite, Standing } from '../kernel/rules/rulebook.ts'
import { entries, type Reform } from './entries.ts'

const { on, the } = language<Reform>()

const carryOut = (known: 'seen' | 'second-hand' | 'remembered', binding: Binding, cites: Cite) =>
  duty(`reform.action-${known}`, {
    act: 'carry out what was promised',
    owedBy: the('owner'),
    arises: on('ActionPromised', { known }),
    within: by(the('until'), known satisfies Standing), // most actions bear no day: they are never past
    metBy: on('ActionDone'),
    binding,
    cites,
  })
/** Promised by the Secretary-General in A/70/357, or by whoever the entry names. */
export const action = carryOut('second-hand', 'self-commitment', secondHand('The promise as told of the text that the entry names'))
export const seenAction = carryOut('seen', 'self-commitment', seen('The text that the entry names'))
/** What we only remember is no promise that anybody can be held to: an assumption of ours, until the text is read. */
export const rememberedAction = carryOut(
  'remembered',
  'assumption',
  remembered('A report of 2015, from memory: not checked against its text'),
)

export const keepCommitment = duty('reform.keep-commitment', {
  act: 'act on what it signed',
  owedBy: the('state'),
  arises: on('CommitmentSigned', { form: 'signed' }), // what a State joined or pledged raises none here
  within: withoutDelay,
  metBy: [on('CommitmentActedOn'), on('CommitmentWithdrawn')],
  binding: 'self-commitment',
  cites: ours('No signed text was read by us'),
})

/** In the order in which they are read on the page. */
export const duties = [seenAction, action, rememberedAction, keepCommitment]
export const FIRST_HOLDERS = [{ office: 'un.sg', types: Object.keys(entries).filter(type => type === 'ActionPromised') }]
