import { at } from '../author.ts';

const security = at({ field: 'law-and-security', subfield: 'Security', domain: 'Security Practice', developer: 'isb-services' });
const justice = at({
  field: 'law-and-security',
  subfield: 'Public Sector Services',
  domain: 'Compliance and Law Enforcement',
  developer: 'isb-services',
});

export const law = [
  security('LS01', 'Patrol and secure premises', 4, 3, {
    assess: ['Observed on two patrols'],
    theory: ['Powers of a guard', 'Reports that stand up'],
    practice: ['Patrols, notices, acts within the law and reports'],
    skills: ['secure-premises:competent', 'write-clearly:competent'],
  }),
  security('LS02', 'Calm a person who is angry', 3, 3, {
    assess: ['Two simulated incidents'],
    theory: ['What fuels anger'],
    practice: ['Uses distance, voice and words to lower the heat'],
    skills: ['resolve-conflict:competent', 'secure-premises:earns'],
  }),
  security('LS03', 'Manage the crowd at an event', 4, 4, {
    assess: ['Observed at one event'],
    theory: ['Flow, density and warning signs'],
    practice: ['Briefs a team, watches density and opens routes in time'],
    skills: ['secure-premises:showcases', 'lead-a-team:competent', 'assess-risk:competent'],
  }),
  justice('LS04', 'Gather evidence and keep its chain', 5, 4, {
    assess: ['Three items followed from scene to file'],
    theory: ['Admissibility and contamination'],
    practice: ['Photographs, collects, labels and hands over'],
    skills: ['gather-evidence:competent', 'keep-records:showcases'],
  }),
  justice('LS05', 'Interview a witness fairly', 5, 5, {
    assess: ['Two recorded interviews'],
    theory: ['Memory and open questions'],
    practice: ['Plans, opens, listens, closes and writes up'],
    skills: ['gather-evidence:showcases', 'interview-people:competent'],
  }),
  justice('LS06', 'Handle personal information within the law', 3, 4, {
    assess: ['Eight cases decided with reasons'],
    theory: ['The privacy principles'],
    practice: ['Decides what may be collected, kept and told'],
    skills: ['privacy-law:competent', 'protect-information:showcases'],
  }),
  justice('LS07', 'Inspect premises against a regulation', 5, 5, {
    assess: ['Two inspections with reports'],
    theory: ['Reading a regulation', 'Proportionate action'],
    practice: ['Plans, inspects, explains and follows up'],
    skills: ['control-quality:competent', 'health-and-safety-law:showcases'],
  }),
];
