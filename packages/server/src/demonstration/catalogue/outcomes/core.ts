import { at } from '../author.ts';

const work = at({ field: 'core-generic', subfield: 'Core Generic', domain: 'Work and Study Skills', developer: 'nzqa' });
const literacy = at({ field: 'core-generic', subfield: 'Core Generic', domain: 'Literacy and Numeracy', developer: 'nzqa' });

export const core = [
  work('CG01', 'Write clear workplace reports', 3, 3, {
    assess: ['Two reports on real events'],
    theory: ['Reader, purpose and order'],
    practice: ['Writes reports that a stranger can act on'],
    skills: ['write-clearly:earns', 'keep-records:earns'],
  }),
  work('CG02', 'Manage your own learning', 2, 2, {
    assess: ['A learning plan reviewed three times'],
    theory: ['How memory works'],
    practice: ['Sets goals, keeps to them and changes what fails'],
    skills: ['manage-time:competent', 'learn-from-feedback:competent'],
    grades: ['achieved'],
  }),
  work('CG03', 'Take part in a team', 2, 2, {
    assess: ['A team task, with each person’s account'],
    theory: ['Roles in a team'],
    practice: ['Does a fair share, listens and helps'],
    skills: ['work-in-a-team:competent'],
    grades: ['achieved'],
  }),
  work('CG04', 'Speak to a group', 3, 3, {
    assess: ['Two talks'],
    theory: ['Structure and nerves'],
    practice: ['Prepares and gives a talk, and answers questions'],
    skills: ['give-presentations:competent', 'communicate-clearly:competent'],
  }),
  work('CG05', 'Apply for a job', 2, 2, {
    assess: ['A CV, a letter and a practice interview'],
    theory: ['What employers look for'],
    practice: ['Matches own skills to a role and says so'],
    skills: ['write-clearly:competent', 'communicate-clearly:competent'],
    grades: ['achieved'],
  }),
  literacy('CG06', 'Use measurement at work', 3, 1, {
    assess: ['Ten tasks at a workplace'],
    theory: ['Units and rounding'],
    practice: ['Measures length, mass, volume and time'],
    skills: ['use-numbers:earns', 'measure-accurately:earns'],
  }),
  literacy('CG07', 'Read and act on written instructions', 3, 1, {
    assess: ['Five documents with tasks'],
    theory: ['Headings, lists and signal words'],
    practice: ['Follows instructions and asks when they are unclear'],
    skills: ['write-clearly:earns', 'solve-problems:earns'],
  }),
  literacy('CG08', 'Interpret figures in the news', 3, 2, {
    assess: ['Three news items taken apart'],
    theory: ['Averages, shares and risk'],
    practice: ['Checks a claim against its source'],
    skills: ['statistics:earns', 'use-numbers:competent'],
  }),
  work('CG09', 'Work safely in any workplace', 2, 2, {
    assess: ['A hazard walk and a short test'],
    theory: ['Rights and duties at work'],
    practice: ['Finds hazards, controls what can be, reports the rest'],
    skills: ['assess-risk:earns', 'health-and-safety-law:earns'],
    grades: ['achieved'],
  }),
];
