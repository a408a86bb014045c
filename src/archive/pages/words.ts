// What the front page of the archive says: the list of tables is asked for in any language, though tables themselves are told in English.

const en = {
  organ: 'Archive · what a published table said before',
  title: 'What published tables said before',
  lede: 'Tables that others publish are rewritten, rightly. Here each stands as it was: what it says, what it said, and when that changed.',
  kept: 'Tables that are kept',
  none: 'No table is kept on this record on this day. Whoever keeps this copy adds the file that was published:',
  heads: ['Table', 'Producer', 'Reaches', 'Rows', 'Latest snapshot'] as readonly string[],
  closed: 'closed',
  closedNote: 'Closed: rows could single out a place or a person. The public gets counts by year and State, or mission.',
  told: 'Told by another record',
  toldNote: 'An entry tells that another record keeps these tables. Rows do not travel with entries: they are not here.',
  why: 'Why an archive',
  whyText: [
    'The United Nations says of its own published tables that',
    'It is right to say so. Somebody should remember what they were.',
  ] as readonly string[],
  aside:
    'A correction is a good thing; this record only keeps what was corrected. A snapshot is one file as it was published, with the fingerprint of its bytes on the ledger.',
  english: '',
  comma: ', ',
  noDays: 'no days in it',
  to: 'to',
  published: 'published',
  fetched: 'fetched',
  on: 'kept',
}
type ArchiveWords = typeof en
/** DRAFTS, not reviewed by a translator of the United Nations. */
const fr: ArchiveWords = {
  organ: 'Archives · ce qu’un tableau publié disait avant',
  title: 'Ce que des tableaux publiés disaient avant',
  lede: 'Les tableaux que d’autres publient sont réécrits, à bon droit. Ici chacun reste tel qu’il était : ce qu’il dit, ce qu’il disait, et quand cela a changé.',
  kept: 'Tableaux gardés',
  none: 'Aucun tableau n’est gardé dans ce registre à cette date. Qui tient cette copie ajoute le fichier qui a été publié :',
  heads: ['Tableau', 'Producteur', 'S’étend sur', 'Lignes', 'Dernier état'],
  closed: 'fermé',
  closedNote:
    'Fermé : des lignes pourraient désigner un lieu ou une personne. Le public reçoit des nombres par année et par État, ou par mission.',
  told: 'Dit par un autre registre',
  toldNote: 'Une inscription dit qu’un autre registre garde ces tableaux. Les lignes ne voyagent pas avec elle : elles ne sont pas ici.',
  why: 'Pourquoi des archives',
  whyText: ['L’ONU dit de ses propres tableaux publiés :', 'Elle a raison de le dire. Quelqu’un doit se souvenir de ce qu’ils étaient.'],
  aside:
    'Une correction est une bonne chose ; ce registre garde seulement ce qui a été corrigé. Un état est un fichier tel qu’il a été publié, avec l’empreinte de ses octets au registre.',
  noDays: 'aucun jour',
  to: 'à',
  published: 'publié le',
  fetched: 'récupéré le',
  on: 'gardé le',
  comma: ', ',
  english: 'Les pages de chaque tableau sont en anglais.',
}
const ar: ArchiveWords = {
  organ: 'الأرشيف · ما كان يقوله جدول منشور من قبل',
  title: 'ما كانت تقوله جداول منشورة من قبل',
  lede: 'الجداول التي ينشرها غيرنا يُعاد كتابتها، وذلك حق. وهنا يبقى كل منها كما كان: ما يقوله، وما كان يقوله، ومتى تغير ذلك.',
  kept: 'الجداول المحفوظة',
  none: 'لا جدول محفوظ في هذا السجل في هذا اليوم. ومن يمسك هذه النسخة يضيف الملف الذي نُشر:',
  heads: ['الجدول', 'من أصدره', 'يمتد', 'الصفوف', 'آخر حال'],
  closed: 'مغلق',
  closedNote: 'مغلق: قد تدل الصفوف على مكان أو شخص. وللعموم أعداد بحسب السنة والدولة، أو البعثة.',
  told: 'رواه سجل آخر',
  toldNote: 'قيد يقول إن سجلًا آخر يحفظ هذه الجداول. ولا تنتقل الصفوف مع القيود: فهي ليست هنا.',
  why: 'لماذا أرشيف',
  whyText: ['تقول الأمم المتحدة عن جداولها المنشورة:', 'وهي محقة في قولها. وينبغي أن يتذكر أحد ما كانت عليه.'],
  aside: 'التصحيح أمر حسن؛ وهذا السجل لا يحفظ إلا ما صُحح. والحال ملف واحد كما نُشر، مع بصمة بايتاته في السجل.',
  noDays: 'لا أيام فيه',
  to: 'إلى',
  published: 'نُشر في',
  fetched: 'جُلب في',
  on: 'حُفظ في',
  comma: '، ',
  english: 'صفحات كل جدول بالإنجليزية.',
}
const spoken: Readonly<Record<string, ArchiveWords>> = { en, fr, ar }
/** What is not said in a language is said in English. */
export const wordsOf = (lang: string): ArchiveWords => (Object.hasOwn(spoken, lang) ? spoken[lang]! : en)
