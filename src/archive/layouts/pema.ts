import type { Column, Layout } from '../layout.ts'

const PEMA = {
  producer: 'Jessica Di Salvatore, Magnus Lundgren, Kseniya Oksamytna and Hannah M. Smidt: Peacekeeping Mandates (PEMA)',
  cite: 'Di Salvatore, Lundgren, Oksamytna and Smidt (2022), "Introducing the Peacekeeping Mandates (PEMA) Dataset", Journal of Conflict Resolution 66(4-5): 924-951, doi:10.1177/00220027211068897.',
  url: 'https://doi.org/10.7910/DVN/OT14Z9',
  licence: null,
  opens: 'rows',
} as const
/** Each task with its ways, in the order of the file: M monitor, A assist, E encouraged, S security. */
const ORDER = `DisarmDemob:MAES Reintegration:MASE ControlSALW:MAES ArmsEmbargo:MAES CivProtect:MASE HumanRights:MAES ChildRights:MAES
   SGBViolence:MAES PoliceReform:MAES MilitaryReform:MAES Demil:MASE OffensOper:ASME JusticeReform:MAES TransJustice:MAES
   CorrectionsReform:MAES BorderControl:MAES Demining:MAES Resources:MASE StateAuthority:MAES Democratization:MAES ElectSec:MAE
   ElectAssist:MAES VoterEducation:MASE PolPartyAssist:MAES CivilSociety:MASE Media:MAES PublicInfo:AEMS PowerSharing:MAES
   Reconcil:MAES LocalReconcil:MAES RegReconcil:MAES EcDevelop:MAES HumanRelief:MAES PublicHealth:MAES RefugeeIDPs:MAES
   Gender:MAES LegalReform:MAES Ceasefire:MAES PeaceProcess:MAES CulturalHeritage:ASME`
const WAYS: Readonly<Record<string, string>> = { M: 'Monitor', A: 'Assist', E: 'Encouraged', S: 'Security' }
export const PEMA_TASKS: readonly { readonly task: string; readonly way: string; readonly column: string }[] = ORDER.split(/\s+/).flatMap(
  t => {
    const [task, ways] = t.split(':') as [string, string]
    return [...ways].map(w => ({ task, way: WAYS[w]!, column: `${task}_${WAYS[w]!}` }))
  },
)

export const pemaTasks: Layout = {
  ...PEMA,
  dataset: 'pema-tasks',
  layout: 'pema-tasks/raw-v2',
  title: 'Tasks that the Council gave, with the paragraphs that give them',
  row: 'one resolution on one operation: for each task the paragraphs, as the coders wrote them',
  file: { form: 'csv' },
  columns: [
    { name: 'Signature', as: 'symbol', says: 'blanks behind it, years added, two resolutions in one cell: as published' },
    { name: 'NamePKO', as: 'mission', is: 'mission' },
    { name: 'Country', as: 'state', is: 'state', says: 'the host' },
    { name: 'Year', as: 'year' },
    { name: 'Date2', as: 'day', is: 'from', written: 'd Month y', says: 'some dates are refuted by the texts of the resolutions' },
    { name: 'Mandate_Renewal', as: 'yes' },
    { name: 'Mandate_CompleteAdjustment', as: 'yes' },
    ...PEMA_TASKS.map((t): Column => ({ name: t.column, as: 'text', list: ',' })),
    { name: 'UseOfForce_Security', as: 'text', list: ',' },
    { name: 'Comments', as: 'text' },
  ],
  key: ['Signature', 'NamePKO'],
}
export const pemaPanel: Layout = {
  ...PEMA,
  dataset: 'pema-months',
  layout: 'pema-months/panel-v2',
  title: 'Tasks in force, by operation and month',
  row: 'one operation in one month: which tasks its mandate holds',
  file: { form: 'csv' },
  columns: [
    { name: 'signature', as: 'symbol' },
    { name: 'namepko', as: 'mission', is: 'mission' },
    { name: 'date3', as: 'month', is: 'from' },
    { name: 'date2', as: 'day', written: 'd Month y' },
    { name: 'country', as: 'state', is: 'state', says: 'the host' },
    { name: 'year', as: 'year' },
    { name: 'mandate_renewal', as: 'yes' },
    { name: 'mandate_completeadjustment', as: 'yes' },
    ...PEMA_TASKS.map((t): Column => ({ name: `${t.column.toLowerCase()}_V3`, as: 'yes' })),
    { name: 'useofforce_V3', as: 'yes' },
  ],
  key: ['namepko', 'date3'],
}
export const PEMA_LAYOUTS: readonly Layout[] = [pemaTasks, pemaPanel]

/** The paragraphs of a coder's cell: `3e, 8` and `4b(ii)` are such; what else stands in it is given as text. */
export const paragraphsOf = (cell: string): readonly { readonly paragraph?: string; readonly text: string }[] =>
  cell
    .split(/[,;]| and /)
    .map(s => s.trim())
    .filter(s => s !== '')
    .map(text => {
      const m = /^(?:para(?:graph)?\.? ?)?(\d{1,3}) ?(?:\(?([a-z])\)?(?![a-z]))? ?(?:\(?((?:x{0,2})(?:ix|iv|v?i{0,3}))\)?)?$/.exec(text)
      if (!m) return { text }
      return { paragraph: [m[1], m[2] && `(${m[2]})`, m[3] && `(${m[3]})`].filter(Boolean).join(' '), text }
    })
