import type { Lang } from '../../../paper/messages.ts'

// What each question is called, and what it asks, in French and in Arabic, by chapter and name. One that is not here is said in English.

type Called = readonly [name: string, asks: string]
export const QUESTIONS: Readonly<Record<Exclude<Lang, 'en'>, Readonly<Record<string, Called>>>> = {
  fr: {
    'community/service': [
      'Service',
      'ce que l’on a dit à la mission, et ce qu’elle a répondu dans les délais, par mois ; ce qui est dû aux lieux',
    ],
    'forces/pledges': ['Annonces', 'ce qui a été annoncé, ce qu’il en est advenu, les jours de chaque étape, et ce qui est attendu'],
    'forces/strength': [
      'Effectifs',
      'l’effectif déclaré, à côté de l’effectif autorisé de ce jour, et tel que le comptent les tableaux publiés',
    ],
    'forces/drawdown': ['Retrait', 'ce qui prend fin, ce qui est remis, à qui et pour quel jour'],
    'forces/authority': ['Effectif autorisé', 'par les textes des résolutions : le paragraphe, ses mots, et ce qui a été fixé en dernier'],
    'forces/timeline': ['Chronologie', 'une mission, mois par mois : militaires et police présents, à côté de ce qu’autorisent les textes'],
    'forces/contributions': ['Contributions', 'le premier et le dernier mois de chaque contribution, d’une mission ou d’un État'],
    'forces/concentration': ['Concentration', 'la part des plus grands contributeurs, dans une mission ou dans toutes'],
    'forces/women': ['Femmes', 'la part des femmes, par mission et par catégorie, là où un tableau donne le sexe'],
    'forces/fatalities': ['Décès', 'les décès au service des missions, en nombres, par année ; aucun petit groupe seul'],
    'forces/bases': ['Bases', 'le nombre de bases par année et par pays hôte ; leurs lieux ne sont pas dits'],
    'protection/rate': ['Taux', 'le taux de réponse aux alertes, selon toutes les définitions côte à côte'],
    'protection/events': ['Événements', 'les événements de violence organisée dans un pays, selon l’UCDP, par année'],
    'politics/calendar': ['Calendrier', 'les rapports demandés par le Conseil : paragraphe, jour, ce qui a été publié'],
    'politics/mandates': ['Mandats', 'les mandats de ce registre : en vigueur ou non, ce que chacun demande, comment il a pris fin'],
    'politics/mandate': [
      'Mandat',
      'le mandat d’une mission en vigueur un jour : ses tâches, avec les mots de leurs paragraphes, et sa fin',
    ],
    'politics/propose': ['Proposer', 'ce que demande le mandat en vigueur, en lignes qu’une personne vérifie ; rien n’est écrit'],
    'politics/tasks': ['Tâches', 'les tâches que le Conseil a confiées à une mission, dans l’ordre'],
    'politics/agreements': ['Accords', 'les accords de ce registre, par jour ; pour un pays, ceux de PA-X et de l’UCDP à côté'],
    'politics/council': ['Conseil', 'qui siégeait au Conseil de sécurité un jour donné, et qui a opposé son veto cette année-là'],
    'partners/calendar': [
      'Calendrier',
      'ce qui a été convenu avec des partenaires : paragraphe, ce qui est dû, quel jour, ce qui a été publié',
    ],
    'reform/promises': ['Promesses', 'ce qui a été promis, par qui, et ce qui figure depuis dans ce registre'],
    'reform/share': ['Part', 'la part du personnel déployé que détient un ensemble d’États, par mois'],
  },
  ar: {
    'community/service': ['الخدمة', 'ما قيل للبعثة وما أجابت عنه في الأجل، بحسب الشهر؛ وما هو مستحق للأماكن'],
    'forces/pledges': ['التعهدات', 'ما أُعلن التعهد به وما آل إليه، وأيام كل خطوة، وما يُنتظر'],
    'forces/strength': ['القوام', 'القوام المعلن إلى جانب القوام المأذون به في اليوم، وكما تعدّه الجداول المنشورة'],
    'forces/drawdown': ['السحب', 'ما ينتهي وما يُسلَّم، ولمن وفي أي يوم'],
    'forces/authority': ['القوام المأذون به', 'بنصوص القرارات: الفقرة وكلماتها وآخر ما حُدد'],
    'forces/timeline': ['التسلسل', 'بعثة شهرًا بعد شهر: العسكريون والشرطة، إلى جانب ما تأذن به النصوص'],
    'forces/contributions': ['المساهمات', 'أول شهر وآخر شهر لكل مساهمة، لبعثة أو لدولة'],
    'forces/concentration': ['التركّز', 'حصة أكبر المساهمين، في بعثة أو في الجميع'],
    'forces/women': ['النساء', 'حصة النساء بحسب البعثة والفئة، حيث يذكر جدول الجنس'],
    'forces/fatalities': ['الوفيات', 'الوفيات في خدمة البعثات، أعدادًا بحسب السنة؛ ولا مجموعة صغيرة وحدها'],
    'forces/bases': ['القواعد', 'عدد القواعد بحسب السنة والبلد المضيف؛ ولا تُذكر أماكنها'],
    'protection/rate': ['المعدل', 'معدل الاستجابة للإنذارات، بكل التعريفات جنبًا إلى جنب'],
    'protection/events': ['الأحداث', 'أحداث العنف المنظم في بلد بحسب UCDP، لكل سنة'],
    'politics/calendar': ['الرزنامة', 'التقارير التي طلبها المجلس: الفقرة واليوم وما صدر'],
    'politics/mandates': ['الولايات', 'الولايات في هذا السجل: أهي سارية، وما تطلبه كل منها، وكيف انتهت'],
    'politics/mandate': ['الولاية', 'ولاية بعثة سارية في يوم: مهامها بكلمات فقراتها، ونهايتها'],
    'politics/propose': ['اقتراح', 'ما تطلبه الولاية السارية، سطورًا يتحقق منها شخص؛ ولا يُكتب شيء'],
    'politics/tasks': ['المهام', 'المهام التي أناطها المجلس ببعثة، بترتيبها'],
    'politics/agreements': ['الاتفاقات', 'الاتفاقات في هذا السجل بحسب اليوم؛ ولبلد واحد ما لدى PA-X وUCDP إلى جانبها'],
    'politics/council': ['المجلس', 'من كان عضوًا في مجلس الأمن في يوم، ومن استخدم حق النقض في سنته'],
    'partners/calendar': ['الرزنامة', 'ما اتُّفق عليه مع الشركاء: الفقرة وما هو مستحق وفي أي يوم وما صدر'],
    'reform/promises': ['الوعود', 'ما وُعد به، ومن وعد، وما يرد في هذا السجل منذ ذلك'],
    'reform/share': ['الحصة', 'حصة مجموعة من الدول من الأفراد المنشورين، بحسب الشهر'],
  },
}
