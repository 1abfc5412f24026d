import { at } from '../author.ts';

const early = at({
  field: 'education',
  subfield: 'Early Childhood',
  domain: 'Early Childhood Practice',
  developer: 'isb-services',
});
const adult = at({
  field: 'education',
  subfield: 'Adult Education',
  domain: 'Assessment and Teaching of Adults',
  developer: 'nzqa',
});

export const education = [
  early('ED01', 'Support young children’s play', 4, 3, {
    assess: ['Observed at three sessions'],
    theory: ['Te Whāriki and play'],
    practice: ['Notices, joins and extends play without taking it over'],
    skills: ['teach-young-children:competent', 'communicate-clearly:competent'],
  }),
  early('ED02', 'Keep a learning story', 3, 4, {
    assess: ['Six learning stories shared with families'],
    theory: ['Noticing, recognising, responding'],
    practice: ['Writes stories that a child and whānau recognise'],
    skills: ['assess-learning:earns', 'write-clearly:competent'],
  }),
  early('ED03', 'Change and feed infants safely', 2, 3, {
    assess: ['Observed'],
    theory: ['Hygiene, allergies and choking'],
    practice: ['Changes, feeds and settles infants with respect'],
    skills: ['prevent-infection:competent', 'teach-young-children:earns'],
    grades: ['achieved'],
  }),
  early('ED04', 'Use te reo Māori with young children', 4, 4, {
    assess: ['Observed over a week'],
    theory: ['How children pick up language'],
    practice: ['Greets, sings, gives and answers everyday requests in te reo Māori'],
    skills: ['te-reo-maori:competent', 'teach-young-children:competent'],
  }),
  adult('ED05', 'Assess learners against a standard', 5, 4, {
    assess: ['Four assessments checked by a second assessor'],
    theory: ['Evidence that is valid, sufficient and authentic'],
    practice: ['Plans, gathers, judges and explains'],
    skills: ['assess-learning:competent', 'make-ethical-choices:competent'],
  }),
  adult('ED06', 'Design an assessment that measures what matters', 5, 5, {
    assess: ['An assessment used with learners and reviewed'],
    theory: ['Alignment, bias and moderation'],
    practice: ['Writes tasks, guides and sample answers, tries them and mends them'],
    skills: ['assess-learning:showcases', 'write-clearly:showcases'],
  }),
  adult('ED07', 'Plan and lead a workshop for adults', 4, 4, {
    assess: ['Two workshops observed'],
    theory: ['What adults bring'],
    practice: ['Plans, leads, checks learning and adapts'],
    skills: ['teach-others:competent', 'give-presentations:showcases'],
  }),
  adult('ED08', 'Weave literacy into vocational teaching', 5, 5, {
    assess: ['A unit of teaching with before and after samples'],
    theory: ['Reading and number demands of a task'],
    practice: ['Finds demands, builds them into teaching and measures gain'],
    skills: ['teach-others:showcases', 'assess-learning:competent'],
  }),
];
