import { ar as AR, en as EN, fr as FR } from './counts.ts'

// What is said where something is tried out and nothing is written: another limit, another day, figures against each other.
export const en = {
  whatif: {
    organ: 'What if · the same acts, counted otherwise',
    organAct: 'What if · one act more',
    title: 'What if',
    ask: 'What would read otherwise, under another limit or with an act on another day?',
    /** `moved`: of so many more only the date would be another, and nothing that is said of them. */
    h1: (k: number, moved: number, more: boolean): string => {
      if (more) return 'These would read otherwise; there may be more'
      const dates = moved === 1 ? 'of one more only the date' : `of ${EN.n(moved)} more only the date`
      if (k === 0) return `Nothing that is said would read otherwise; of ${EN.n(moved)} only the date`
      return `${k === 1 ? 'One obligation' : `${EN.n(k)} obligations`} would read otherwise${moved ? `; ${dates}` : ''}`
    },
    none: 'Nothing would read otherwise',
    lede: 'Same acts, other limit: whoever owed might have acted otherwise. It is arithmetic, not history; nothing is written, and nothing follows from it.',
    ledeAct:
      'The acts on this record, and one more that is not on it. It is arithmetic, not history; nothing is written, and nothing follows from it.',
    limit: 'Another limit',
    limitForm: ['What if', 'had to be done within', 'for what concerns', 'in'] as readonly string[],
    act: 'An act on another day',
    actNote: 'If what meets a duty came on a day, past or to come: the clocks of one case as they would then stand.',
    actForm: ['What if in the case', 'whoever owes it were to', 'on'] as readonly string[],
    howMany: 'How many',
    unit: 'Unit',
    anyState: 'any State',
    anyMission: 'any mission',
    units: { 'working days': 'working days', days: 'days', months: 'months' } as Record<string, string>,
    asOn: 'As it would stand on',
    stands: 'As it stands',
    would: 'As it would read',
    notOwed: 'not owed',
    by: (day: string): string => `(due ${day})`,
    pages: 'A page may be short and not be the last.',
    link: 'What if another limit held, or an answer came on another day?',
    not: 'What this is not',
    notList: [
      'A limit that is tried here is ours, and stands in no text.',
      'No finding is made from it, and no clock of the record moves.',
      'An act that is tried here is not on the record; an account of what was done is sent to whoever keeps this copy.',
    ] as readonly string[],
  },
  reconcile: {
    organ: 'Published figures, held against each other',
    title: 'Figures that do not add up',
    h1: (k: number): string => `${EN.many(k, 'published figure does', 'published figures do')} not add up`,
    none: 'All published figures on this record add up',
    lede: 'Parts against totals, source against source. Both figures stay, each with its source: the record does not say which is right, and the sources seldom say why.',
    what: 'What does not add up',
    difference: 'Difference',
    link: 'Which published figures do not add up?',
  },
}
type Draft = { readonly [G in keyof typeof en]: Partial<(typeof en)[G]> }
export const fr: Draft = {
  whatif: {
    organ: 'Et si · les mêmes actes, comptés autrement',
    organAct: 'Et si · un acte de plus',
    title: 'Et si',
    ask: 'Que lirait-on d’autre, avec un autre délai ou un acte venu un autre jour ?',
    h1: (k, moved, more) => {
      if (more) return 'Celles-ci se liraient autrement ; il peut y en avoir d’autres'
      const dates = moved === 1 ? 'pour une de plus, seule la date changerait' : `pour ${FR.n(moved)} de plus, seule la date changerait`
      if (k === 0) return `Rien de ce qui est dit ne se lirait autrement ; pour ${FR.n(moved)}, seule la date changerait`
      return `${k === 1 ? 'Une obligation se lirait' : `${FR.n(k)} obligations se liraient`} autrement${moved ? ` ; ${dates}` : ''}`
    },
    none: 'Rien ne se lirait autrement',
    lede: 'Mêmes actes, autre délai : qui devait aurait pu agir autrement. C’est de l’arithmétique, non de l’histoire ; rien n’est écrit, et rien n’en découle.',
    ledeAct:
      'Les actes de ce registre, et un de plus qui n’y est pas. C’est de l’arithmétique, non de l’histoire ; rien n’est écrit, et rien n’en découle.',
    limit: 'Un autre délai',
    limitForm: ['Et si l’on devait', 'en', 'pour ce qui concerne', 'dans'],
    act: 'Un acte un autre jour',
    actNote:
      'Si ce qui satisfait à une obligation venait un jour donné, passé ou à venir : les délais d’une affaire tels qu’ils seraient alors.',
    actForm: ['Et si dans l’affaire', 'qui le doit venait à', 'le'],
    howMany: 'Combien',
    unit: 'Unité',
    anyState: 'tout État',
    anyMission: 'toute mission',
    units: { 'working days': 'jours ouvrables', days: 'jours', months: 'mois' },
    asOn: 'Tel que ce serait le',
    stands: 'En l’état',
    would: 'Ce qu’on lirait',
    notOwed: 'non dû',
    by: day => `(échéance ${day})`,
    pages: 'Une page peut être courte sans être la dernière.',
    link: 'Et si un autre délai valait, ou si une réponse venait un autre jour ?',
    not: 'Ce que ceci n’est pas',
    notList: [
      'Un délai essayé ici est le nôtre, et ne figure dans aucun texte.',
      'Aucune conclusion n’en est tirée, et aucun délai du registre ne change.',
      'Un acte essayé ici n’est pas dans le registre ; l’exposé de ce qui a été fait s’envoie à qui tient cette copie.',
    ],
  },
  reconcile: {
    organ: 'Chiffres publiés, mis en regard',
    title: 'Chiffres qui ne concordent pas',
    h1: k => (k === 1 ? 'Un chiffre publié ne concorde pas' : `${FR.n(k)} chiffres publiés ne concordent pas`),
    none: 'Tous les chiffres publiés de ce registre concordent',
    lede: 'Les parties et les totaux, une source et une autre. Les deux chiffres restent, chacun avec sa source : le registre ne dit pas lequel est juste, et les sources disent rarement pourquoi.',
    what: 'Ce qui ne concorde pas',
    difference: 'Écart',
    link: 'Quels chiffres publiés ne concordent pas ?',
  },
}
export const ar: Draft = {
  whatif: {
    organ: 'ماذا لو · الأفعال نفسها، محسوبة على نحو آخر',
    organAct: 'ماذا لو · فعل واحد زيادة',
    title: 'ماذا لو',
    ask: 'ما الذي كان سيُقرأ على نحو آخر، بمهلة أخرى أو بفعل في يوم آخر؟',
    h1: (k, moved, more) => {
      if (more) return 'هذه كانت ستُقرأ على نحو آخر؛ وقد يكون هناك غيرها'
      const dates = `ما كان سيتغير تاريخه فقط: ${AR.n(moved)}`
      if (k === 0) return `لا شيء مما يقال كان سيُقرأ على نحو آخر؛ ${dates}`
      return `واجبات كانت ستُقرأ على نحو آخر: ${AR.n(k)}${moved ? `؛ ${dates}` : ''}`
    },
    none: 'لا شيء كان سيُقرأ على نحو آخر',
    lede: 'الأفعال نفسها، ومهلة أخرى: ربما تصرف من عليه الواجب على نحو آخر. هذا حساب لا تاريخ؛ لا يُكتب شيء، ولا يترتب عليه شيء.',
    ledeAct: 'الأفعال في هذا السجل، وفعل واحد ليس فيه. هذا حساب لا تاريخ؛ لا يُكتب شيء، ولا يترتب عليه شيء.',
    limit: 'مهلة أخرى',
    limitForm: ['ماذا لو وجب', 'في غضون', 'فيما يخص', 'في'],
    act: 'فعل في يوم آخر',
    actNote: 'لو جاء ما يفي بواجب في يوم مضى أو سيأتي: مُهل قضية واحدة كما كانت ستكون حينئذ.',
    actForm: ['ماذا لو في القضية', 'قام من عليه الواجب بـ', 'في'],
    howMany: 'كم',
    unit: 'الوحدة',
    anyState: 'أي دولة',
    anyMission: 'أي بعثة',
    units: { 'working days': 'أيام عمل', days: 'أيام', months: 'أشهر' },
    asOn: 'كما كان سيكون في',
    stands: 'كما هو',
    would: 'كما كان سيُقرأ',
    notOwed: 'غير واجب',
    by: day => `(الأجل ${day})`,
    pages: 'قد تكون الصفحة قصيرة وليست الأخيرة.',
    link: 'ماذا لو سرت مهلة أخرى، أو جاء جواب في يوم آخر؟',
    not: 'ما ليس هذا',
    notList: [
      'المهلة التي تُجرَّب هنا مهلتنا، ولا ترد في أي نص.',
      'لا يُستخلص منها استنتاج، ولا تتحرك أي مهلة في السجل.',
      'الفعل الذي يُجرَّب هنا ليس في السجل؛ ورواية ما جرى تُرسل إلى من يمسك هذه النسخة.',
    ],
  },
  reconcile: {
    organ: 'أرقام منشورة، بعضها أمام بعض',
    title: 'أرقام لا تتطابق',
    h1: k => `أرقام منشورة لا تتطابق: ${AR.n(k)}`,
    none: 'كل الأرقام المنشورة في هذا السجل متطابقة',
    lede: 'الأجزاء أمام المجاميع، ومصدر أمام مصدر. يبقى الرقمان، ولكل مصدره: لا يقول السجل أيهما الصحيح، وقلّما تقول المصادر لماذا.',
    what: 'ما لا يتطابق',
    difference: 'الفرق',
    link: 'أي الأرقام المنشورة لا تتطابق؟',
  },
}
