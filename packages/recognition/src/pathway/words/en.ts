import type { PathwayWords } from './words.ts';

const many = (count: number, one: string, more: string): string => (count === 1 ? `one ${one}` : `${count} ${more}`);

export const en: PathwayWords = {
  why: (why, { skill, offer, achievement, field, date }) => {
    switch (why.code) {
      case 'counts':
        return why.major === null
          ? `Its ${many(why.credits, 'credit', 'credits')} count.`
          : `Its ${many(why.credits, 'credit', 'credits')} count, in ${field(why.major)}.`;
      case 'part':
        return 'It is a part of what you want to reach.';
      case 'gives-skills':
        return `It gives you: ${why.skills.map(skill).join(', ')}.`;
      case 'new-skills':
        return `It brings ${many(why.count, 'skill', 'skills')} that you do not have yet.`;
      case 'before':
        return `“${offer(why.offer)}” asks for it first.`;
      case 'in-window':
        return `It ends before “${achievement(why.achievement)}” leaves the seven years, on ${date(why.until)}.`;
      case 'only':
        return 'Nothing else that you can reach teaches this.';
      case 'one-of':
        return `One of ${why.count} that teach this within your limits.`;
    }
  },
};
