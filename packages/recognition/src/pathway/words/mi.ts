import type { PathwayWords } from './words.ts';

export const mi: PathwayWords = {
  why: (why, { skill, offer, achievement, field, date }) => {
    switch (why.code) {
      case 'counts':
        return why.major === null
          ? `Ka tatauria ōna whiwhinga e ${why.credits}.`
          : `Ka tatauria ōna whiwhinga e ${why.credits}, i roto i ${field(why.major)}.`;
      case 'part':
        return 'He wāhanga o tāu e whai nei.';
      case 'gives-skills':
        return `Ka riro mai i a koe: ${why.skills.map(skill).join(', ')}.`;
      case 'new-skills':
        return `Ka homai ngā pūkenga hou e ${why.count}.`;
      case 'before':
        return `Me oti tēnei i mua i te “${offer(why.offer)}”.`;
      case 'in-window':
        return `Ka mutu i mua i te wehenga o te “${achievement(why.achievement)}” i ngā tau e whitu, i te ${date(why.until)}.`;
      case 'only':
        return 'Kāore he mea kē atu e whakaako ana i tēnei i roto i ō here.';
      case 'one-of':
        return `Tētahi o ngā mea e ${why.count} e whakaako ana i tēnei i roto i ō here.`;
    }
  },
};
