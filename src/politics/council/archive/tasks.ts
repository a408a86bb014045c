// The tasks that PEMA's coders tell apart, in words; and words of which at least one stands in a paragraph that gives such a task. They
// only say where a person should look: a paragraph without any of them may still give the task, and one with them may not.

export interface Task {
  readonly task: string
  readonly says: string
  readonly words: RegExp
}
const TASKS: readonly (readonly [task: string, says: string, words: RegExp])[] = [
  ['DisarmDemob', 'Disarm and demobilise', /disarm|demobili[sz]|\bDDR\b|cantonment|weapons|arms\b/i],
  ['Reintegration', 'Reintegrate former combatants', /reintegrat|\bDDR|resettle|repatriat|reinsert|ex-combatant/i],
  ['ControlSALW', 'Control small arms', /small arms|weapons|arms\b|ammunition|armament/i],
  ['ArmsEmbargo', 'Watch an arms embargo', /embargo|arms|mat[ée]riel|measures|sanctions/i],
  ['CivProtect', 'Protect civilians', /civilian|protect|population|physical violence|safe areas?/i],
  ['HumanRights', 'Human rights', /human rights|humanitarian law|violations|abuses/i],
  ['ChildRights', 'Rights of children', /child|minors|youth/i],
  ['SGBViolence', 'Sexual and gender-based violence', /sexual|gender|rape|women/i],
  [
    'PoliceReform',
    'Reform the police',
    /police|policing|gendarmerie|law enforcement|security sector|security (?:forces|services|institutions)/i,
  ],
  [
    'MilitaryReform',
    'Reform the armed forces',
    /armed forces|army|military|security sector|defen[cs]e|security (?:forces|services|institutions)|integrated force/i,
  ],
  ['Demil', 'Withdraw forces, keep a zone free of them', /demilitari[sz]|withdraw|zone|separation|disengage|redeploy/i],
  ['OffensOper', 'Operations against armed groups', /offensive|neutrali[sz]|armed groups?|operations|combat/i],
  ['JusticeReform', 'Reform justice', /justice|judici|judge|court|legal|rule of law|magistra/i],
  ['TransJustice', 'Justice for what was done', /justice|impunity|accountab|crimes|tribunal|truth|prosecut|investigat|perpetrat/i],
  ['CorrectionsReform', 'Reform prisons', /prison|correction|penitentiar|penal|detention/i],
  ['BorderControl', 'Watch borders', /border|frontier|cross-border|customs/i],
  ['Demining', 'Clear mines', /\bmines?\b|demin|mine[- ]action|explosive|unexploded|ordnance/i],
  ['Resources', 'Natural resources', /resource|diamond|mineral|timber|mining|oil\b|exploitation/i],
  [
    'StateAuthority',
    'Extend the authority of the State',
    /authority|administrat|state institutions|government|governance|public services|capacity/i,
  ],
  ['Democratization', 'Democratic government', /democra|institution|governance|constitution|political|inclusive|parliament/i],
  ['ElectSec', 'Security of elections', /elect|referendum|ballot|poll|vot/i],
  ['ElectAssist', 'Help with elections', /elect|referendum|ballot|poll|vot/i],
  ['VoterEducation', 'Teach voters', /voter|elect|education|civic|informat/i],
  ['PolPartyAssist', 'Help political parties', /part(?:y|ies)|political/i],
  ['CivilSociety', 'Help civil society', /civil society|non-governmental|communit|women|organi[sz]ations/i],
  ['Media', 'Free media', /media|press|radio|journalis|broadcast|information/i],
  ['PublicInfo', 'Inform the public', /information|inform|radio|communicat|awareness|outreach|understanding|media|broadcast/i],
  ['PowerSharing', 'Share power', /power|transition|unity|coalition|inclusive|government/i],
  ['Reconcil', 'National reconciliation', /reconcil|dialogue|good offices|mediat|political process|cohesion/i],
  ['LocalReconcil', 'Reconciliation among communities', /reconcil|dialogue|communit|local|tribal|ethnic|inter-?communal|mediat|conflict/i],
  ['RegReconcil', 'Reconciliation in the region', /region|neighbou?r|bilateral|relations|countries/i],
  ['EcDevelop', 'Economic development', /econom|development|recovery|reconstruct|rehabilitat|poverty|infrastructure/i],
  ['HumanRelief', 'Humanitarian relief', /humanitarian|relief|assistance|aid\b/i],
  ['PublicHealth', 'Public health', /health|HIV|AIDS|disease|medical|epidemi|cholera|Ebola/i],
  ['RefugeeIDPs', 'Refugees and displaced persons', /refugee|displaced|return/i],
  ['Gender', 'Women, and their part', /women|gender|girls/i],
  ['LegalReform', 'Reform the law', /law|legal|legislat|constitution|judici/i],
  ['Ceasefire', 'Keep a ceasefire', /cease-?fire|cessation of hostilities|truce|hostilities|armistice|agreement|monitor/i],
  ['PeaceProcess', 'Support the peace process', /peace|agreement|accord|negotiat|talks|implement|settlement/i],
  ['CulturalHeritage', 'Protect cultural heritage', /cultur|heritage|historic|religious|sites/i],
  ['UseOfForce', 'Use force', /force|necessary means|necessary measures|necessary action|self-defen[cs]e|Chapter VII/i],
]
const BY_NAME = new Map(TASKS.map(([task, says, words]) => [task, { task, says, words }]))
/** A later version of the table may code a task that is not in this list: it is shown under its own name, and no words are looked for. */
export const taskOf = (task: string): Task => BY_NAME.get(task) ?? { task, says: task, words: NO_WORD }
const NO_WORD = /$^/
export const isTask = (task: string): boolean => BY_NAME.has(task)
const WAYS: Readonly<Record<string, string>> = {
  Monitor: 'by watching and reporting',
  Assist: 'by help',
  Encouraged: 'by encouragement',
  Security: 'by security action',
}
export const wayOf = (way: string): string => WAYS[way] ?? way
