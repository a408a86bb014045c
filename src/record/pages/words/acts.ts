import type { Lang } from '../../../paper/messages.ts'

// What is owed, in French and in Arabic, by the rulebook’s own English; conduct and community have theirs with their other words. A duty
// that is not here is said in English.

/** Duties that point at an entry for what is owed: beside such a one the words of the entry stand. */
export const POINTING: ReadonlySet<string> = new Set([
  'do what the agreement sets by that day',
  'carry out what was promised',
  'act on what it signed',
  'do what was pledged',
  'do what was promised after the action',
  'reach what was stated, by the day that was stated',
  'leave or hand over what the resolution names',
])

export const ACTS: Readonly<Record<Exclude<Lang, 'en'>, Readonly<Record<string, string>>>> = {
  fr: {
    'visit and assess what was registered': 'visiter et évaluer ce qui a été enregistré',
    'select, or say that it is not selected, and agree the memorandum':
      'choisir, ou dire que l’on ne choisit pas, et convenir du mémorandum',
    'find the unit that is needed': 'trouver l’unité qu’il faut',
    'say how the place of the unit that left is filled, or that it is not':
      'dire comment est pourvue la place de l’unité partie, ou qu’elle ne l’est pas',
    'reach what was stated, by the day that was stated': 'atteindre ce qui a été annoncé, au jour annoncé',
    'cease operations': 'cesser les opérations',
    withdraw: 'se retirer',
    'leave or hand over what the resolution names': 'quitter ou remettre ce que la résolution nomme',
    'hand over to a named receiver': 'remettre à un destinataire nommé',
    'do what was pledged': 'faire ce qui a été annoncé',
    'deploy a unit of the rapid deployment level': 'déployer une unité du niveau de déploiement rapide',
    'grant the visas, the land or the flights that were asked for': 'accorder les visas, les terrains ou les vols demandés',
    'record and analyse systematically its rate of response': 'relever et analyser systématiquement son taux de réponse',
    'publish the table of the year before the mandate ends': 'publier le tableau de l’année avant la fin du mandat',
    'act, or say why not': 'agir, ou dire pourquoi non',
    'follow the threat until it is determined ended': 'suivre la menace jusqu’à ce qu’elle soit dite finie',
    'tell who warned what was done': 'dire à qui a alerté ce qui a été fait',
    'do what was promised after the action': 'faire ce qui a été promis après l’action',
    'report to the Council': 'faire rapport au Conseil',
    'do what the agreement sets by that day': 'faire ce que l’accord fixe pour ce jour',
    'review the implementation of the resolution': 'examiner l’application de la résolution',
    'report to the Council on progress with the resolution': 'faire rapport au Conseil sur l’avancement de la résolution',
    'report to the Council on the mandate of the operation': 'faire rapport au Conseil sur le mandat de l’opération',
    'assess the risk before support is given': 'évaluer le risque avant tout appui',
    'take measures against the risk, or give no support': 'prendre des mesures contre le risque, ou ne pas appuyer',
    'intercede with those in authority; where that does not help, suspend the support':
      'intervenir auprès des autorités ; si cela ne suffit pas, suspendre l’appui',
    'take over the file, with all that is open in it': 'reprendre le dossier, avec tout ce qui y est ouvert',
    'pay a quarter of the cost of its operations itself': 'payer elle-même un quart du coût de ses opérations',
    'repatriate the unit': 'rapatrier l’unité',
    'carry out what was promised': 'exécuter ce qui a été promis',
    'act on what it signed': 'agir selon ce qu’il a signé',
  },
  ar: {
    'visit and assess what was registered': 'زيارة ما سُجّل وتقييمه',
    'select, or say that it is not selected, and agree the memorandum': 'اختيار الوحدة، أو القول إنها لم تُختر، والاتفاق على المذكرة',
    'find the unit that is needed': 'إيجاد الوحدة المطلوبة',
    'say how the place of the unit that left is filled, or that it is not': 'القول كيف شُغل مكان الوحدة التي غادرت، أو إنه لم يُشغل',
    'reach what was stated, by the day that was stated': 'بلوغ ما أُعلن، في اليوم المعلن',
    'cease operations': 'وقف العمليات',
    withdraw: 'الانسحاب',
    'leave or hand over what the resolution names': 'مغادرة ما يسميه القرار أو تسليمه',
    'hand over to a named receiver': 'التسليم إلى متسلم مسمى',
    'do what was pledged': 'الوفاء بما أُعلن التعهد به',
    'deploy a unit of the rapid deployment level': 'نشر وحدة من مستوى النشر السريع',
    'grant the visas, the land or the flights that were asked for': 'منح ما طُلب من تأشيرات أو أراض أو رحلات جوية',
    'record and analyse systematically its rate of response': 'تسجيل معدل استجابتها وتحليله بانتظام',
    'publish the table of the year before the mandate ends': 'نشر جدول السنة قبل انتهاء الولاية',
    'act, or say why not': 'التصرف، أو القول لماذا لا',
    'follow the threat until it is determined ended': 'متابعة التهديد حتى يُقرَّر أنه انتهى',
    'tell who warned what was done': 'إبلاغ من حذّر بما فُعل',
    'do what was promised after the action': 'فعل ما وُعد به بعد التحرك',
    'report to the Council': 'تقديم تقرير إلى المجلس',
    'do what the agreement sets by that day': 'فعل ما يحدده الاتفاق لذلك اليوم',
    'review the implementation of the resolution': 'استعراض تنفيذ القرار',
    'report to the Council on progress with the resolution': 'تقديم تقرير إلى المجلس عن التقدم في تنفيذ القرار',
    'report to the Council on the mandate of the operation': 'تقديم تقرير إلى المجلس عن ولاية العملية',
    'assess the risk before support is given': 'تقييم الخطر قبل تقديم الدعم',
    'take measures against the risk, or give no support': 'اتخاذ تدابير ضد الخطر، أو عدم تقديم الدعم',
    'intercede with those in authority; where that does not help, suspend the support':
      'التدخل لدى أصحاب السلطة؛ فإن لم ينفع ذلك، تعليق الدعم',
    'take over the file, with all that is open in it': 'تسلم الملف بكل ما هو مفتوح فيه',
    'pay a quarter of the cost of its operations itself': 'دفع ربع كلفة عملياته بنفسه',
    'repatriate the unit': 'إعادة الوحدة إلى وطنها',
    'carry out what was promised': 'تنفيذ ما وُعد به',
    'act on what it signed': 'العمل بما وقّعته',
  },
}
