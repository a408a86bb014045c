import type { Words } from './en.ts'

export const fr: Words = {
  chapter: 'Réforme',
  title: (done, of) =>
    of === 0
      ? 'Aucune promesse de réforme ne figure dans ce registre à ce jour'
      : `Sur ${of} promesses de 2015 figurant dans ce registre, ${done === 0 ? 'aucune n’a' : done === 1 ? 'une a' : `${done} ont`} une pièce à l’appui`,
  titleOf: (name, n) => `${name} : ${n === 0 ? 'aucun engagement' : n === 1 ? 'un engagement' : `${n} engagements`} dans ce registre`,
  beside: (ofMany, remembered) => {
    const parts = [
      ...(ofMany
        ? [`${ofMany === 1 ? 'une action demandée' : `${ofMany} actions demandées`} à plusieurs, sans que personne soit nommé`]
        : []),
      ...(remembered
        ? [
            `${remembered === 1 ? 'une action citée' : `${remembered} actions citées`} de mémoire et non ${remembered === 1 ? 'vérifiée' : 'vérifiées'}`,
          ]
        : []),
    ]
    return parts.length ? ` Figurent aussi plus bas, non comptées ci-dessus : ${parts.join(' ; ')}.` : ''
  },
  lede: 'Ce que le Secrétaire général a promis, ce à quoi des États se sont engagés, et ce qui figure au registre depuis. Que rien ne figure dans ce registre ne veut pas dire que rien n’a été fait. Il n’y a ni note, ni classement au mérite.',
  ledeOf:
    'Ce à quoi cet État s’est engagé, tel qu’une source le nomme, et ce qui figure au registre depuis. Ce que l’on dit de son personnel figure dans son propre dossier, avec son exposé à côté.',
  actions: 'Ce que le Secrétaire général a promis',
  actionsNote:
    'Actions du rapport A/70/357 de 2015, telles que d’autres les rapportent : nous n’en avons pas lu les paragraphes, et son jour ne figure pas dans nos notes ; on en a parlé en septembre 2015. La plupart ne portent aucune date : aucune de celles-là ne peut être échue.',
  remembered: 'De mémoire, et non vérifié',
  rememberedNote:
    'Ces actions sont citées de mémoire. Elles ne sont présentées comme le texte d’aucun rapport, et personne ne peut en être tenu comptable tant que le texte n’est pas lu.',
  action: 'Action',
  from: 'De qui',
  evidence: 'Ce qui figure au registre',
  followed: 'Ce que ce registre en suit',
  ofMany: 'demandé à plusieurs ; personne n’est nommé',
  by: day => `pour le ${day}`,
  dropped: 'abandonné',
  themes: {
    'environment and risk': 'environnement et risques',
    'exploitation and abuse': 'exploitation et atteintes sexuelles',
    general: 'dispositions générales',
    'host State': 'État hôte',
    'host communities': 'populations hôtes',
    intelligence: 'renseignement',
    mandates: 'mandats',
    mediation: 'médiation',
    partnership: 'partenariats',
    planning: 'planification',
    'political settlements': 'règlements politiques',
    prevention: 'prévention',
    'protection of civilians': 'protection des civils',
    'rapid deployment': 'déploiement rapide',
    support: 'appui',
    technology: 'technologie',
    'three pillars': 'trois piliers',
  },
  commitments: 'Les textes, et combien s’y sont engagés',
  commitmentsNote:
    'Les nombres sont ceux des sources nommées. Là où elles divergent, tous restent ; elles ne comptent peut-être pas la même chose.',
  text: 'Texte',
  counted: 'Nombre',
  source: 'Source',
  noCount: 'aucun nombre dans ce registre',
  disagree: 'Les sources divergent ; toutes restent.',
  counts: {
    signed: ['', ' ont signé'],
    'signed-or-processing': ['', ' ont signé, ou sont sur le point de le faire'],
    joined: ['', ' ont adhéré'],
    named: ['', ' sont nommés'],
    pledged: ['', ' ont annoncé une contribution'],
  },
  forms: { signed: 'signature', joined: 'adhésion', pledged: 'contribution annoncée' },
  more: n => `${n} de plus ayant dit vouloir le faire`,
  named: n =>
    n === 0
      ? 'Aucun État n’est nommé dans ce registre.'
      : n === 1
        ? 'Un État est nommé dans ce registre.'
        : `${n} États sont nommés dans ce registre.`,
  states: 'Les États qu’une source nomme, et ce qui figure au registre depuis',
  statesNote:
    'Par ordre alphabétique de leurs codes. Ce qui figure au registre depuis concerne l’État, et peut relever d’un autre de ses engagements que celui d’à côté. Un État absent d’ici peut s’être engagé aussi : ce registre n’en a rien lu.',
  state: 'État',
  committed: 'À quoi il s’est engagé',
  since: 'Au registre depuis',
  noneSince: 'rien dans ce registre depuis',
  withdrawn: 'retiré',
  outside: 'Rapports et appréciations de l’extérieur',
  share: {
    title: (set, isCommitment, mission) =>
      `Part ${isCommitment ? `des États nommés dans ${set}` : `de ${set}`} dans le personnel déployé${mission ? ` (${mission})` : ''}`,
    untold: 'Part d’un ensemble d’États dans le personnel déployé',
    lede: 'Personnel de ces États, sur tout celui que l’on compte à la fin du mois. Une part est de l’arithmétique : elle dit ce qui partirait avec eux, non ce qu’ils valent.',
    states: 'États',
    commitment: 'ou un engagement',
    mission: 'mission',
    how: 'Nommez des États par leurs codes (GBR,USA), ou un engagement, par exemple LEADERS-SUMMIT-2015.',
    noneNamed: set => `aucun État n’est nommé dans ce registre comme s’étant engagé à ce jour : ${set}`,
    table: dataset => `Part par mois, ${dataset}`,
    heads: ['Fin de', 'Ces États', 'Total', 'Part', 'Par État', 'Où cela figure'],
    asked: 'demandé',
    percent: n => `${n} %`,
    noRow: 'aucune ligne de ces États',
    unknown: n => ` ; sous un nom qui n’est celui d’aucun État connu ici : ${n}`,
  },
  types: {
    ActionPromised: ['Action promise', 'promise'],
    ActionAsked: ['Demandé à plusieurs', 'demandé'],
    ActionDone: ['Action accomplie', 'accomplie'],
    ActionDropped: ['Action abandonnée', 'abandonnée'],
    CommitmentOpened: ['Ouvert aux États', 'ouvert'],
    CommitmentCounted: ['On a compté qui s’est engagé', 'compté'],
    CommitmentSigned: ['Un État s’est engagé', 'engagé'],
    CommitmentActedOn: ['L’État y a donné suite', 'suite'],
    CommitmentWithdrawn: ['Engagement retiré', 'retiré'],
    ReportPublished: ['Rapport de l’extérieur', 'rapport'],
    ReformRated: ['Appréciation de l’extérieur', 'appréciée'],
  },
}
