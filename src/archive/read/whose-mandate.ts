// Whose mandate the words speak of. A government, a parliament and a commission have mandates too, and their last days are no mission's.

const OWNER =
  /\bmandates? of (?:(?:the|its|their|an?) )?((?:[a-z]+ )?[A-Z][\w’'-]*(?: (?:(?:of|and|for|in|on) (?:the )?)?[A-Z][\w’'-]*)*|(?:[a-z]+ ){0,3}(?:government|parliament|authorit(?:y|ies)|commission|assembly|council|institutions)\b)|\b([A-Z][\w-]*(?: [A-Z][\w-]*)*)['’]s? (?:(?:existing|current|present) )?mandates?\b/g
const MISSION =
  /\bUnited Nations\b|\bUN\b|\b[A-Z]{3,}[a-z]*\b|\bM[a-z]?[A-Z]{2,}|\b(?:Missions?|Operations?|Forces?|Observers?|Office|Team|Units?|Organi[sz]ation|Secretary-General|Component)\b/
const PARTNER = /\b(?:Multinational|African Union|AU|European Union|EU|ECOWAS|SADC|OSCE)\b/
const PERIODS = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** Who else's it is: `undefined` where it may be a mission's of the United Nations. */
export const someoneElses = (clause: string, at: number): { readonly kind: 'host' | 'partner'; readonly who: string } | undefined => {
  const owners = [...clause.matchAll(OWNER)].map(m => ({ at: m.index, who: (m[1] ?? m[2])! })).filter(o => !PERIODS.test(o.who))
  const who = (owners.findLast(o => o.at < at) ?? owners[0])?.who
  if (who === undefined) return undefined
  if (PARTNER.test(who)) return { kind: 'partner', who }
  return MISSION.test(who) ? undefined : { kind: 'host', who }
}
/** "which expires on", "due to expire on": the end as it was, told before it is moved. A "that" tells it only where something is moved. */
export const isRecital = (before: string, after: string): boolean =>
  /\b(?:which (?:is |was |will |would )?|(?:due|set|scheduled) to )(?:(?:now|currently) )?(?:due to |set to |scheduled to )?$/.test(
    before,
  ) ||
  (/\b(?:that|whose (?:present |current )?mandate) $/.test(before) && /\b(?:extend|renew|prolong)\w*/i.test(before + after))
