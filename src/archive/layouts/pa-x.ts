import type { Layout } from '../layout.ts'
import { columns } from './columns.ts'

// PA-X: what each agreement says on 241 matters, coded by the project's own codebook. Later versions code some matters no more and others
// anew: a column that is absent is said, and one that nobody here knows is kept under its own name.

const CODES = `GCh GChRhet GChAntid GChSubs GChOth GDis GDisRhet GDisAntid GDisSubs GDisOth GAge GAgeRhet GAgeAntid GAgeSubs GAgeOth GMig
   GMigRhet GMigAntid GMigSubs GMigOth GRa GRaRhet GRaAntid GRaSubs GRaOth GRe GReRhet GReAntid GReSubs GReOth GInd GIndRhet
   GIndAntid GIndSubs GIndOth GOth GOthRhet GOthAntid GOthSubs GOthOth GRef GRefRhet GRefSubs GRefOth GSoc GSocRhet GSocAntid
   GSocSubs GSocOth GeWom GeMe GeMeNu GeMeOth GeSo GeLgbti GeLgbtiPos GeLgbtiNeg GeFa StDef StGen StCon StSd StRef StSym StInd StUni
   StBor StXbor Pol PolGen PolNewInd PolNewTemp ConRen Cons Ele ElecComm PolPar PolParTrans PolParOth Civso Tral Pubad Polps PpsSt
   PpsSub PpsEx PpsOro PpsOthPr PpsVet PpsAut PpsInt PpsOth Terps TpsSub TpsLoc TpsAut TpsOth Eps EpsRes EpsFis EpsOth Mps MpsMe
   MpsJt MpsPro MpsOth HrGen EqGen HrDem Prot ProtCiv ProtGrp ProtLgl ProtOth HrFra HrfSp HrfBor HrfTinc HrfOth HrCp CprLife CprTort
   CprEq CprSlav CprLib CprDet CprFmov CprFspe CprFass CprTria CprPriv CprVote CprReli CprOth HrSec SerProp SerWork SerHeal SerEdu
   SerStdl SerShel SerSs SerCult SerOth HrNi HrNiMe HrNiNe HrNiOth HrIi HrIiMon HrIiBod HrIiOth HrMob HrDet Med MedGov MedSubs MedLog
   MedOth HrCit CitGen CitRights CitDef CitOth JusCr JusCrSp JusCrSys JusCrPow JusEm JusJu JusPri JusTra Dev DevSoc DevHum DevInfra
   NEC NatRes IntFu Bus Tax TaxPo TaxRef TaxOth Ban CenBan BanPers BanInt BanXb LaRef LaRefMan LaRefRet LaRefOth LaNom LaCH LaCHTa
   LaCHIt LaCHPro LaCHOth LaEn Wat SsrGua Ce CeProv CeGen SsrPol SsrArm SsrDdr DdrDemil DdrProg SsrInt SsrPsf SsrFf Cor SsrCrOcr
   SsrDrugs Terr TjGen TjAm TjAmPro TjSan TjPower TjAmBan TjCou TjJaNc TjJaIc TjMech TjPrire TjVet TjVic TjMis TjRep TjRSym TjRMa
   TjNR ImUN ImOth ImRef ImPK ImE ImSrc`

export const paxAgreements: Layout = {
  dataset: 'pa-x',
  layout: 'pa-x/2',
  title: 'Peace agreements, 1990 to 2019',
  producer: 'Political Settlements Research Programme, University of Edinburgh (PeaceRep): PA-X',
  cite: 'Bell, C., S. Badanjak, J. Beaujouan, R. Forster, T. Epple, A. Jamar, K. McNicholl, S. Molloy, K. Nash, J. Pospisil, R. Wilson and L. Wise (2019). PA-X Peace Agreements Database and Dataset, Version 2. University of Edinburgh. www.peaceagreements.org',
  url: 'https://www.peaceagreements.org',
  licence: null,
  row: 'one agreement',
  file: { form: 'xlsx' },
  columns: [
    { name: 'Con', as: 'text', says: 'countries and entities of the conflict, separated by strokes' },
    { name: 'Contp', as: 'text', optional: true },
    { name: 'PP', as: 'text', optional: true, says: 'a number of the process; version 3 numbered them anew' },
    { name: 'PPName', as: 'text', says: 'the process' },
    { name: 'Reg', as: 'text', optional: true },
    { name: 'AgtId', as: 'text' },
    { name: 'Agt', as: 'text', says: 'its name' },
    { name: 'Dat', as: 'day', is: 'from' },
    { name: 'Status', as: 'text', optional: true },
    ...columns('whole', 'Lgt N_characters', { missing: ['NA'], optional: true }),
    { name: 'Agtp', as: 'text', optional: true },
    { name: 'Stage', as: 'text', is: 'type' },
    { name: 'StageSub', as: 'text', optional: true },
    // Who signed and who witnessed, by name, in words of the agreement: for cleared readers.
    ...columns('text', 'Part ThrdPart OthAgr', { optional: true, closed: true }),
    { name: 'Loc1ISO', as: 'state', is: 'state', says: 'the first of its countries; Con names them all' },
    { name: 'Loc2ISO', as: 'state', optional: true },
    ...columns('state', 'Loc1GWNO Loc2GWNO', { codes: 'gw', missing: ['NA'], optional: true }),
    ...columns('text', 'UcdpCon UcdpAgr PamAgr CowWar', { missing: ['NA'], optional: true }),
    ...columns('whole', CODES, { missing: ['NA'], optional: true }),
  ],
  key: ['AgtId'],
  states: ['Loc1ISO', 'Loc2ISO', 'Con'],
  opens: 'rows',
}

/**
 * PA-X's corpus: the text of each agreement. No file of it was at hand. Its headings are those that programs read in files of 2019 and 2024
 * (AgreementId, Name, Agreement Text), and in versions 8 and 10 (AgtId, Agt, year, stage_label, Agreement text); what else a file has is kept
 * under its own heading. Texts bear the names of who signed: they are for cleared readers.
 */
export const paxTexts: Layout = {
  ...paxAgreements,
  dataset: 'pa-x-texts',
  layout: 'pa-x-texts/corpus',
  title: 'PA-X, the texts of peace agreements',
  cite: 'Bell, C. and S. Badanjak, PA-X Peace Agreements Database, corpus of texts. University of Edinburgh. www.peaceagreements.org',
  licence: 'CC BY-NC-SA 4.0',
  row: 'one agreement, with its text in English',
  file: { form: 'csv' },
  columns: [
    { name: 'AgtId', as: 'text', also: ['AgreementId', 'Agreement Id'] },
    { name: 'Agt', as: 'text', also: ['Name'], says: 'its name' },
    { name: 'Con', as: 'text', also: ['Country', 'Country/Entity'], optional: true, says: 'countries and entities, separated by strokes' },
    { name: 'Reg', as: 'text', also: ['Region'], optional: true },
    { name: 'PP', as: 'text', also: ['Peace Process'], optional: true },
    { name: 'PPName', as: 'text', also: ['Peace Process Name'], optional: true },
    { name: 'Stage', as: 'text', is: 'type', also: ['stage_label'], optional: true },
    { name: 'Dat', as: 'day', is: 'from', also: ['Signed Date'], optional: true },
    { name: 'year', as: 'year', optional: true },
    { name: 'Agtp', as: 'text', also: ['Agreement/Conflict Level'], optional: true },
    { name: 'Contp', as: 'text', also: ['Conflict Nature'], optional: true },
    { name: 'Status', as: 'text', also: ['Agreement Status'], optional: true },
    { name: 'Agreement text', as: 'text', closed: true },
  ],
  states: ['Con'],
}
