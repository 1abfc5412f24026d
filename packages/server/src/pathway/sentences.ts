import type { Sentences } from '../http/sentences.ts';

export const PATHWAY_SENTENCES: Sentences = {
  'goal-not-found': { en: 'There is nothing of this name to plan for.', mi: 'Kāore he mea o tēnei ingoa hei whakamahere.' },
  'goal-without-units': {
    en: 'The skills of this role are no units here, so nothing can be planned for it.',
    mi: 'Kāore ngā pūkenga o tēnei tūranga i konei hei waeine, nō reira kāore e taea te whakamahere.',
  },
  'goal-without-skills': {
    en: 'The source of this job role names no skills of it. Choose skills instead.',
    mi: 'Kāore te puna o tēnei tūranga mahi e tapa ana i ōna pūkenga. Me kōwhiri pūkenga kē.',
  },
  'pathway-dates': {
    en: 'The last day is after the first, and at most five years on.',
    mi: 'Kei muri te rā whakamutunga i te rā tuatahi, ā, kaua e neke atu i te rima tau.',
  },
  'pathway-too-long': {
    en: 'This takes too long to plan. Ask for fewer aims at once, or narrow what you will have.',
    mi: 'He roa rawa tēnei hei whakamahere. Kia iti ake ngā whāinga, kia whāiti ake rānei ngā here.',
  },
  'pathway-not-found': { en: 'There is no such plan.', mi: 'Kāore he mahere pēnei.' },
  'pathway-not-ours': {
    en: 'This plan was not made here as it stands, so it cannot be kept. Plan again.',
    mi: 'Kīhai tēnei mahere i hangaia ki konei pēnei i tōna āhua ināianei, nō reira kāore e taea te pupuri. Whakamaheretia anō.',
  },
  'pathway-too-many': {
    en: 'You keep fifty plans already. Take one away first.',
    mi: 'Kua rima tekau kē ō mahere. Tangohia tētahi i te tuatahi.',
  },
};
