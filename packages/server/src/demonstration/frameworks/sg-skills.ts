import { unit } from './author.ts';

export const SECTOR = 'Orchards and Parks (invented)';

const technical = (slug: string, category: string, title: string, level: string, description: string) =>
  unit(`sg-demo-${slug}`, 'technical-skill', title, null, { level, sector: SECTOR, category, description });
const coreSkill = (slug: string, title: string, level: string, description: string) =>
  unit(`sg-demo-ccs-${slug}`, 'critical-core-skill', title, null, {
    level,
    sector: SECTOR,
    category: 'Interacting with Others',
    description,
  });

/** Technical skills at a proficiency from 1 to 6, and critical core skills at three levels; all invented. */
export const SKILLS = {
  inspect: technical('tree-inspection-2', 'Tree Care', 'Tree Inspection', '2', 'Look a tree over and note what is unsafe'),
  inspect3: technical('tree-inspection-3', 'Tree Care', 'Tree Inspection', '3', 'Judge the health of trees and plan their care'),
  prune: technical('pruning-2', 'Tree Care', 'Pruning', '2', 'Prune young trees with hand tools'),
  soil: technical('soil-care-2', 'Ground Care', 'Soil Care', '2', 'Test soil and feed it'),
  water: technical('water-use-3', 'Ground Care', 'Water Use', '3', 'Plan watering for a dry season'),
  tour: technical('guided-walks-2', 'Visitors', 'Guided Walks', '2', 'Lead a small group through a park'),
  plan: technical('park-planning-4', 'Ground Care', 'Park Planning', '4', 'Draw up a plan for a park of one hectare'),
  budget: technical('park-budget-4', 'Ground Care', 'Park Budgeting', '4', 'Keep the budget of a park within its means'),
  talk: coreSkill('communication', 'Communication', 'basic', 'Say clearly what was seen and done'),
  serve: coreSkill('customer-care', 'Customer Orientation', 'intermediate', 'Meet what a visitor needs'),
  lead: coreSkill('leadership', 'Developing People', 'advanced', 'Help a team to grow'),
} as const;
