import { at } from '../author.ts';

const build = at({
  field: 'planning-and-construction',
  subfield: 'Construction Trades',
  domain: 'Carpentry',
  developer: 'isb-construction-and-specialist-trades',
});
const civil = at({
  field: 'planning-and-construction',
  subfield: 'Infrastructure Works',
  domain: 'Civil Works',
  developer: 'isb-infrastructure',
});

export const construction = [
  build('PC01', 'Plan safe work at height', 5, 3, {
    assess: ['A plan for one job, and its use observed'],
    theory: ['Falls, arrest and rescue'],
    practice: ['Plans, checks gear, sets up and leads work at height'],
    skills: ['work-at-height:competent', 'assess-risk:showcases'],
  }),
  build('PC02', 'Frame a timber wall', 6, 3, {
    assess: ['Two walls measured and checked'],
    theory: ['Loads, spacing and fixings'],
    practice: ['Reads the plan, cuts, frames, squares and braces'],
    skills: ['frame-buildings:competent', 'read-technical-drawings:competent', 'use-power-tools:competent'],
  }),
  build('PC03', 'Set out a building', 4, 4, {
    assess: ['One site set out within 5 mm'],
    theory: ['Levels, squares and boundaries'],
    practice: ['Sets profiles, lines and levels from a plan'],
    skills: ['survey-sites:competent', 'measure-accurately:showcases'],
  }),
  build('PC04', 'Use hand and power tools safely', 3, 2, {
    assess: ['Observed with eight tools'],
    theory: ['Guards, leads and kickback'],
    practice: ['Chooses, checks, uses and puts away tools'],
    skills: ['use-hand-tools:competent', 'use-power-tools:earns'],
    grades: ['achieved'],
  }),
  build('PC05', 'Make a building weathertight', 6, 4, {
    assess: ['Cladding and flashings on one building'],
    theory: ['Water, pressure and drying'],
    practice: ['Installs wraps, flashings and cladding, and tests them'],
    skills: ['frame-buildings:showcases', 'materials-science:competent', 'control-quality:competent'],
  }),
  civil('PC06', 'Place and finish concrete', 5, 3, {
    assess: ['Two slabs checked after curing'],
    theory: ['Water, slump and curing'],
    practice: ['Forms, places, compacts, finishes and cures'],
    skills: ['pour-concrete:competent', 'work-in-a-team:competent'],
  }),
  civil('PC07', 'Operate an excavator near services', 6, 4, {
    assess: ['Observed on two digs'],
    theory: ['Locating services', 'Stability'],
    practice: ['Locates, exposes, digs and reinstates without damage'],
    skills: ['drive-vehicles:showcases', 'assess-risk:competent'],
  }),
  civil('PC08', 'Manage traffic at a work site', 3, 3, {
    assess: ['Two sites set up and taken down'],
    theory: ['Sight lines, tapers and law'],
    practice: ['Sets up, watches and takes down temporary traffic management'],
    skills: ['assess-risk:competent', 'plan-work:earns'],
    grades: ['achieved'],
  }),
  civil('PC09', 'Lay and test a drain', 5, 3, {
    version: 1,
    lineage: 'PC09',
    lastAssessment: '2027-12-31',
    status: 'expiring',
    assess: ['Two drains tested'],
    theory: ['Falls, bedding and joints'],
    practice: ['Lays to a fall, beds, tests and backfills'],
    skills: ['survey-sites:earns', 'read-technical-drawings:competent'],
  }),
  civil('PC10', 'Install drainage that lets water soak away', 6, 4, {
    lineage: 'PC10',
    registered: '2025-01-01',
    excludes: ['PC09'],
    replaces: { lineage: 'PC09', category: 'C' },
    assess: ['One system installed and tested in rain'],
    theory: ['Soakage, swales and the life of streams'],
    practice: ['Lays drains and builds a soakage area to a design'],
    skills: ['survey-sites:competent', 'soil-science:earns', 'climate:earns'],
  }),
];
