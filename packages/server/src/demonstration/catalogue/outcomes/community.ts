import { at } from '../author.ts';

const social = at({
  field: 'community-and-social-services',
  subfield: 'Social Services',
  domain: 'Whānau and Community Work',
  developer: 'isb-health-and-community',
});
const youth = at({
  field: 'community-and-social-services',
  subfield: 'Social Services',
  domain: 'Youth Development',
  developer: 'isb-health-and-community',
});
const sport = at({
  field: 'community-and-social-services',
  subfield: 'Recreation and Sport',
  domain: 'Community Recreation',
  developer: 'isb-services',
});

export const community = [
  social('CS01', 'Build trust with a family in difficulty', 5, 4, {
    assess: ['Portfolio of one family’s journey, names removed'],
    theory: ['Strengths, power and boundaries'],
    practice: ['Listens, agrees aims and keeps promises over eight weeks'],
    skills: ['support-families:competent', 'communicate-clearly:showcases'],
  }),
  social('CS02', 'Respond to a disclosure of harm', 4, 4, {
    assess: ['Simulated disclosure', 'Written report in the required form'],
    theory: ['Signs of abuse', 'Duties to report'],
    practice: ['Hears, records and reports without asking leading questions'],
    skills: ['support-families:showcases', 'keep-records:competent', 'make-ethical-choices:competent'],
  }),
  social('CS03', 'Help a person get what they are entitled to', 3, 3, {
    assess: ['Two cases with outcomes'],
    theory: ['Benefits, housing and review of decisions'],
    practice: ['Finds the rule, fills in the forms and speaks up beside the person'],
    skills: ['advocate-for-people:competent', 'write-clearly:competent'],
  }),
  social('CS04', 'Supervise a support worker', 6, 6, {
    assess: ['Recordings of three supervision sessions'],
    theory: ['Models of supervision'],
    practice: ['Contracts, challenges and supports a worker'],
    skills: ['lead-a-team:competent', 'teach-others:showcases', 'learn-from-feedback:showcases'],
  }),
  youth('CS05', 'Run a programme for young people', 5, 3, {
    assess: ['A six-week programme with its evaluation'],
    theory: ['How young people grow'],
    practice: ['Plans with young people, runs, and changes as it goes'],
    skills: ['work-with-youth:competent', 'plan-work:competent'],
  }),
  youth('CS06', 'Keep young people safe online', 2, 3, {
    assess: ['A workshop led and reviewed'],
    theory: ['Harm, consent and where to get help'],
    practice: ['Leads a workshop and answers what comes up'],
    skills: ['work-with-youth:earns', 'protect-information:competent'],
  }),
  sport('CS07', 'Coach a beginners’ team', 4, 3, {
    assess: ['Observed at four sessions'],
    theory: ['Skill learning and fair play'],
    practice: ['Plans and leads sessions that everyone joins in'],
    skills: ['teach-others:competent', 'work-with-youth:competent'],
  }),
  sport('CS08', 'Supervise a swimming pool', 4, 3, {
    assess: ['Rescue test', 'Observed on three shifts'],
    theory: ['Water quality and scanning'],
    practice: ['Watches, prevents, rescues and records'],
    skills: ['assess-risk:competent', 'give-first-aid:competent'],
    grades: ['achieved'],
  }),
  sport('CS09', 'Plan an event that people with disabilities can join', 4, 4, {
    assess: ['An event carried out'],
    theory: ['Access and the social model'],
    practice: ['Finds barriers, removes them and asks people whether it worked'],
    skills: ['plan-work:competent', 'advocate-for-people:earns', 'work-across-cultures:competent'],
  }),
];
