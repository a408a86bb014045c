import type { Words } from './en.ts'

export const fr: Words = {
  chapter: 'Répondre aux populations',
  title: {
    untold: n =>
      n === 1
        ? 'Une issue a été annoncée ; que le lieu en ait été informé ne figure pas dans ce registre'
        : `${n} issues ont été annoncées ; que les lieux en aient été informés ne figure pas dans ce registre`,
    some: 'Ce que l’on a dit à la mission, et ce qu’elle a répondu',
    none: 'Aucun niveau de service ne figure dans ce registre',
  },
  lede: 'À qui lui dit quelque chose, une mission doit quatre choses : faire savoir que c’est arrivé, le transmettre avec son accord, répondre, et le dire à qui l’a demandé. Aucun texte que nous ayons lu ne dit en combien de temps : les délais ci-dessous sont de nous, et une mission peut en fixer d’autres.',
  byMonth: 'Par mission et par mois',
  nonePublished:
    'Rien n’est publié dans ce registre. Ce que l’on dit à une mission est confidentiel : une mission interroge son propre registre, et peut publier la réponse.',
  heads: { mission: 'Mission, mois', received: 'Reçus', inTime: step => `${step} à temps`, source: 'Source' },
  steps: { acknowledged: 'Accusé de réception', referred: 'Transmis', answered: 'Répondu', 'told-back': 'Dit en retour' },
  notShown: 'non montré',
  notPublished: 'non publié',
  of: n => `sur ${n}`,
  withheld: 'moins de 5',
  places: 'Une issue a été annoncée : le lieu en a-t-il été informé ?',
  noOutcome: 'Qu’une issue d’une affaire de conduite ait été communiquée ne figure pas dans ce registre.',
  placesOwed: 'Ce qui est dû aux lieux',
  placesNote:
    'L’issue d’une affaire de conduite, annoncée par l’État ou par les Nations Unies, ouvre cette obligation. Aucun lieu n’est nommé ici, et l’on n’y dit rien de plus que ce qui peut être dit à tous.',
  assumed: 'En combien de temps : quatre hypothèses',
  assumedHeads: ['La mission doit', 'en', 'selon'],
  workingDays: n => `${n} jours ouvrables`,
  acts: {
    'community.acknowledge': 'dire que c’est arrivé et ce qui suit, sauf retrait',
    'community.refer': 'le transmettre, avec accord, à qui peut répondre, ou y répondre, sauf retrait',
    'community.answer': 'y répondre, sauf retrait',
    'community.offer-help': 'proposer une aide, que l’on se plaigne ou non',
    'community.tell-place': 'dire au lieu comment cela a fini, dans la mesure où on peut le dire',
    'community.tell-place-own-outcome': 'dire au lieu comment cela a fini, dans la mesure où on peut le dire',
    'community.tell-back': 'dire la réponse à qui l’a demandée, dans une langue qu’il parle',
  },
  published: 'Ce qui a été publié',
  about: { least: 'plus de ', about: 'environ ' },
  never: 'Ce que cette page ne montrera jamais',
  neverWho: 'Qui a dit quelque chose à la mission, où, ou quel jour.',
  neverFew: ['Un mois où il en est venu moins de cinq', ', ni un mois qui n’est pas fini.'],
  neverBack: 'Ce qui a été retiré : c’est reçu, et ne compte à aucune étape.',
  types: {
    FeedbackReceived: ['Quelque chose a été dit à la mission', 'dit'],
    LimitsExplained: ['Les limites ont été expliquées', 'limites'],
    ConsentRecorded: ['On a demandé si l’on peut transmettre', 'accord'],
    HelpOffered: ['Une aide a été proposée', 'aide'],
    FeedbackAcknowledged: ['Accusé de réception', 'reçu'],
    FeedbackReferred: ['Transmis, avec accord', 'transmis'],
    FeedbackAnswered: ['Répondu', 'répondu'],
    FeedbackToldBack: ['Dit en retour à qui l’a donné', 'dit en retour'],
    PlaceTold: ['Le lieu a été informé', 'lieu informé'],
    SatisfactionRecorded: ['On a demandé si la réponse convenait', 'demandé'],
    FeedbackWithdrawn: ['Retiré', 'retiré'],
    ServiceLevelReported: ['Un niveau de service publié', 'publié'],
  },
}
