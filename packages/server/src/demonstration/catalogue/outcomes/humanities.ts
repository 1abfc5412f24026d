import { at } from '../author.ts';

const history = at({ field: 'humanities', subfield: 'Historical Studies', domain: 'History', developer: 'nzqa' });
const language = at({ field: 'humanities', subfield: 'Languages', domain: 'Language in Use', developer: 'nzqa' });

export const humanities = [
  history('HU01', 'Record a person’s life story', 4, 3, {
    assess: ['One recorded interview with a summary and consent'],
    theory: ['Memory, silence and consent'],
    practice: ['Prepares, listens, records and gives the story back'],
    skills: ['interview-people:competent', 'make-ethical-choices:earns'],
  }),
  history('HU02', 'Explain an event in the history of Aotearoa from its sources', 5, 4, {
    assess: ['An essay on at least five sources'],
    theory: ['Reading sources against one another'],
    practice: ['Finds, weighs and cites sources from more than one side'],
    skills: ['history-of-aotearoa:competent', 'write-clearly:showcases'],
  }),
  history('HU03', 'Care for a family or community archive', 4, 4, {
    assess: ['A box of papers sorted, described and housed'],
    theory: ['What harms paper and film'],
    practice: ['Sorts, describes, houses and makes copies'],
    skills: ['keep-records:showcases', 'history-of-aotearoa:earns'],
  }),
  language('HU04', 'Argue a case in writing', 4, 3, {
    assess: ['Two arguments on opposite sides'],
    theory: ['Claims, reasons and fallacies'],
    practice: ['Builds, tests and rewrites an argument'],
    skills: ['philosophy:earns', 'write-clearly:competent'],
  }),
  language('HU05', 'Interpret between two people', 5, 5, {
    assess: ['Three interpreted conversations'],
    theory: ['Faithfulness and role'],
    practice: ['Interprets both ways and says when meaning was lost'],
    skills: ['communicate-clearly:showcases', 'work-across-cultures:showcases'],
  }),
  language('HU06', 'Edit another person’s text', 3, 4, {
    assess: ['Three texts edited with reasons'],
    theory: ['Plain language'],
    practice: ['Edits for sense, order and correctness and keeps the writer’s voice'],
    skills: ['write-clearly:showcases', 'learn-from-feedback:competent'],
  }),
  history('HU07', 'Reason about right and wrong at work', 3, 4, {
    assess: ['Two case discussions recorded'],
    theory: ['Duties, consequences and character'],
    practice: ['Takes a hard case apart with others and reaches a decision'],
    skills: ['philosophy:competent', 'make-ethical-choices:showcases'],
  }),
];
