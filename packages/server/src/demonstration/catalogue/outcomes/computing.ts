import { at } from '../author.ts';

const software = at({
  field: 'computing-and-information-technology',
  subfield: 'Computing',
  domain: 'Software Development',
  developer: 'isb-electrotechnology-and-information-technology',
});
const support = at({
  field: 'computing-and-information-technology',
  subfield: 'Computing',
  domain: 'Computer Support',
  developer: 'isb-electrotechnology-and-information-technology',
});

/** A standard of two outcomes: its six credits count when both are achieved (domain A1). */
const secureSmallNetwork = { id: 'demo-std-7400-v1', lineage: '7400', credits: 6, members: 2 };

export const computing = [
  software('CI01', 'Write a program that others can read', 5, 4, {
    assess: ['A program of three hundred lines with tests', 'Code review with the assessor'],
    theory: ['Names, functions and types'],
    practice: ['Writes, tests and refactors a program'],
    skills: ['write-programs:competent', 'solve-problems:competent'],
  }),
  software('CI02', 'Design and query a database', 5, 5, {
    assess: ['A design and twenty queries'],
    theory: ['Relations, keys and normal forms'],
    practice: ['Models a small business and answers its questions in SQL'],
    skills: ['manage-databases:competent', 'analyse-data:competent'],
  }),
  software('CI03', 'Build a web page that everyone can use', 4, 4, {
    assess: ['Three pages tested with a screen reader and a keyboard'],
    theory: ['Structure, contrast and focus'],
    practice: ['Builds, tests and mends pages against WCAG'],
    skills: ['design-web-pages:competent', 'control-quality:earns'],
  }),
  software('CI04', 'Work in a software team', 4, 5, {
    assess: ['A team project of eight weeks'],
    theory: ['Version control and review'],
    practice: ['Plans, branches, reviews and ships small changes'],
    skills: ['work-in-a-team:showcases', 'write-programs:showcases'],
  }),
  support('CI05', 'Plan a roster with spreadsheets', 3, 3, {
    assess: ['A roster that meets ten stated rules'],
    theory: ['Formulas and references'],
    practice: ['Builds a sheet that totals hours and warns of clashes'],
    skills: ['use-spreadsheets:competent', 'plan-work:competent'],
  }),
  support('CI06', 'Help a person with a computer problem', 3, 3, {
    assess: ['Five tickets with recordings'],
    theory: ['Asking before telling'],
    practice: ['Finds the cause, mends it and writes it down'],
    skills: ['support-users:competent', 'communicate-clearly:competent'],
  }),
  support('CI07', 'Set up a small network', 0, 4, {
    group: secureSmallNetwork,
    assess: ['A network built and tested'],
    theory: ['Addresses, switches and wireless'],
    practice: ['Plans, cables, configures and tests'],
    skills: ['support-users:earns', 'solve-problems:competent'],
  }),
  support('CI08', 'Secure a small network', 0, 4, {
    group: secureSmallNetwork,
    assess: ['A check of a network against a list, and its mending'],
    theory: ['Threats, passwords and updates'],
    practice: ['Finds and closes weaknesses, and tells the owner in plain words'],
    skills: ['protect-information:competent', 'assess-risk:earns'],
  }),
  support('CI09', 'Present data so that people understand', 4, 5, {
    assess: ['A report with charts on a public data set'],
    theory: ['Scales, colour and honest charts'],
    practice: ['Cleans, plots and explains data'],
    skills: ['analyse-data:showcases', 'statistics:earns', 'give-presentations:competent'],
  }),
];
