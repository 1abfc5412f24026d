import { at } from '../author.ts';

const people = at({
  field: 'social-sciences',
  subfield: 'Social Science Studies',
  domain: 'People and Society',
  developer: 'nzqa',
});
const place = at({
  field: 'social-sciences',
  subfield: 'Social Science Studies',
  domain: 'Place and Economy',
  developer: 'nzqa',
});

export const social = [
  people('SO01', 'Explain why people act as they do', 4, 4, {
    assess: ['Two accounts of one behaviour'],
    theory: ['Learning, habit and setting'],
    practice: ['Uses two theories to explain what was seen'],
    skills: ['psychology:competent', 'write-clearly:competent'],
  }),
  people('SO02', 'Survey opinions without leading', 4, 4, {
    assess: ['A survey of fifty people with its report'],
    theory: ['Sampling and wording'],
    practice: ['Designs, asks, counts and reports with doubt stated'],
    skills: ['statistics:competent', 'interview-people:earns'],
  }),
  people('SO03', 'Take part in a public decision', 3, 3, {
    assess: ['A submission made to a real body'],
    theory: ['Who decides what'],
    practice: ['Finds the decision, forms a view with others and submits it'],
    skills: ['advocate-for-people:earns', 'write-clearly:competent'],
  }),
  people('SO04', 'Facilitate a hard conversation in a group', 5, 5, {
    assess: ['One facilitated meeting and its review'],
    theory: ['Conflict and safety'],
    practice: ['Sets ground rules, hears all, names the disagreement and closes'],
    skills: ['resolve-conflict:showcases', 'lead-a-team:earns'],
  }),
  place('SO05', 'Read a place through maps', 4, 3, {
    assess: ['A map portfolio of one place'],
    theory: ['Scale, layers and change'],
    practice: ['Makes and reads maps to answer a question'],
    skills: ['geography:competent', 'analyse-data:earns'],
  }),
  place('SO06', 'Explain a market and when it fails', 4, 4, {
    assess: ['A report on one market'],
    theory: ['Supply, demand and spill-over'],
    practice: ['Explains a price and proposes a remedy'],
    skills: ['economics:competent', 'analyse-data:competent'],
  }),
  place('SO07', 'Judge whether a public programme worked', 5, 6, {
    assess: ['An evaluation of one programme'],
    theory: ['Comparison, cause and cost'],
    practice: ['Finds or builds a comparison and says what cannot be known'],
    skills: ['economics:showcases', 'statistics:showcases', 'write-clearly:showcases'],
  }),
  place('SO08', 'Help a community plan for a hazard', 4, 4, {
    assess: ['A plan made with residents'],
    theory: ['Hazard, exposure and who is hit hardest'],
    practice: ['Maps, meets, plans and practises with residents'],
    skills: ['geography:showcases', 'plan-work:competent', 'assess-risk:competent'],
  }),
];
