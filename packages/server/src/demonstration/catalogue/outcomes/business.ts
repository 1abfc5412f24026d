import { at } from '../author.ts';

const management = at({
  field: 'business',
  subfield: 'Business Operations and Development',
  domain: 'Team Leadership',
  developer: 'isb-services',
});
const office = at({
  field: 'business',
  subfield: 'Business Administration',
  domain: 'Business Administration Services',
  developer: 'isb-services',
});
const money = at({
  field: 'business',
  subfield: 'Accounting and Finance',
  domain: 'Small Business Finance',
  developer: 'isb-services',
});

export const business = [
  management('BU01', 'Lead a team through a shift', 5, 4, {
    assess: ['Observed on three shifts', 'Interview with two team members'],
    theory: ['Ways to lead people who know more than you', 'Fair sharing of work'],
    practice: ['Briefs the team, watches the work and changes the plan', 'Gives feedback that people can use'],
    skills: ['lead-a-team:showcases', 'plan-work:competent', 'learn-from-feedback:competent'],
  }),
  management('BU02', 'Resolve a complaint', 4, 3, {
    assess: ['Two complaints handled at work, with records'],
    theory: ['What people want when they complain', 'Consumer guarantees'],
    practice: ['Listens, finds the facts, offers a remedy and follows up'],
    skills: ['handle-complaints:competent', 'communicate-clearly:showcases'],
  }),
  management('BU03', 'Mentor a new colleague', 3, 4, {
    assess: ['Mentoring log over six weeks', 'The colleague’s account'],
    theory: ['How adults learn at work'],
    practice: ['Agrees goals, shows, watches and steps back'],
    skills: ['teach-others:competent', 'learn-from-feedback:showcases'],
  }),
  management('BU04', 'Manage a small project from start to finish', 6, 5, {
    assess: ['One real project with its documents'],
    theory: ['Scope, time, cost and risk'],
    practice: ['Plans, tracks and closes a project', 'Reports progress honestly'],
    skills: ['plan-work:showcases', 'manage-time:competent', 'budget-money:competent'],
  }),
  management('BU05', 'Meet an employer’s duties to staff', 4, 4, {
    assess: ['Case studies with sources cited'],
    theory: ['Agreements, leave, pay and good faith', 'Bullying and harassment'],
    practice: ['Writes an agreement and a leave decision that keep to the law'],
    skills: ['employment-law:competent', 'make-ethical-choices:competent'],
  }),
  office('BU06', 'Take and share the record of a meeting', 2, 3, {
    assess: ['Minutes of two meetings'],
    theory: ['What belongs in minutes'],
    practice: ['Prepares an agenda, records decisions and follows actions up'],
    skills: ['write-clearly:competent', 'keep-records:competent'],
  }),
  office('BU07', 'Welcome and direct visitors', 2, 2, {
    assess: ['Observed at a reception desk'],
    theory: ['First impressions and privacy at a desk'],
    practice: ['Greets people, finds who they need and keeps the register'],
    skills: ['serve-customers:competent', 'communicate-clearly:competent'],
    grades: ['achieved'],
  }),
  office('BU08', 'Organise information so that others find it', 3, 3, {
    assess: ['A filing plan put into use'],
    theory: ['Naming, versions and retention'],
    practice: ['Sets up folders, names and rules, and moves a team to them'],
    skills: ['keep-records:showcases', 'protect-information:earns'],
  }),
  money('BU09', 'Keep the accounts of a small business', 5, 4, {
    assess: ['Three months of accounts from given documents'],
    theory: ['Double entry', 'GST'],
    practice: ['Records, reconciles and reports'],
    skills: ['keep-accounts:competent', 'use-spreadsheets:competent'],
  }),
  money('BU10', 'Set and follow a budget', 3, 3, {
    assess: ['A budget and two monthly reviews'],
    theory: ['Fixed and variable costs'],
    practice: ['Makes a budget, tracks it and explains the differences'],
    skills: ['budget-money:competent', 'use-numbers:competent'],
  }),
  money('BU11', 'Price a job or a product', 3, 4, {
    assess: ['Quotes for three jobs with reasons'],
    theory: ['Cost, margin and mark-up'],
    practice: ['Works out a price and explains it to a customer'],
    skills: ['budget-money:earns', 'sell-services:competent', 'use-numbers:showcases'],
  }),
  money('BU12', 'Market a small enterprise', 4, 4, {
    assess: ['A campaign carried out and measured'],
    theory: ['Who buys and why'],
    practice: ['Plans, runs and measures a campaign within a budget'],
    skills: ['market-products:competent', 'analyse-data:earns'],
  }),
];
