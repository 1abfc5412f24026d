import { at } from '../author.ts';

const hospitality = at({
  field: 'service-sector',
  subfield: 'Hospitality',
  domain: 'Food and Beverage',
  developer: 'isb-services',
});
const tourism = at({ field: 'service-sector', subfield: 'Tourism', domain: 'Visitor Services', developer: 'isb-services' });
const retail = at({
  field: 'service-sector',
  subfield: 'Retail, Distribution, and Sales',
  domain: 'Retail and Logistics',
  developer: 'isb-automotive-transport-and-logistics',
});

export const service = [
  hospitality('SS01', 'Prepare espresso coffee', 4, 2, {
    assess: ['Ten drinks within a time'],
    theory: ['Grind, dose and milk'],
    practice: ['Makes, serves and cleans'],
    skills: ['make-coffee:competent', 'serve-customers:earns'],
    grades: ['achieved'],
  }),
  hospitality('SS02', 'Handle food safely', 3, 2, {
    assess: ['Test and observed shift'],
    theory: ['Temperatures, time and cross-contamination'],
    practice: ['Receives, stores, cooks, cools and cleans safely'],
    skills: ['handle-food-safely:competent'],
    grades: ['achieved'],
  }),
  hospitality('SS03', 'Plan meals for special diets', 2, 3, {
    assess: ['A week’s menu for three people'],
    theory: ['Allergy, texture and belief'],
    practice: ['Plans and cooks meals that are safe and wanted'],
    skills: ['prepare-food:competent', 'handle-food-safely:showcases'],
  }),
  hospitality('SS04', 'Cook and present a three-course meal', 6, 3, {
    assess: ['A meal for six guests'],
    theory: ['Methods of heat', 'Order of work'],
    practice: ['Plans, cooks and plates on time'],
    skills: ['prepare-food:showcases', 'manage-time:competent'],
  }),
  tourism('SS05', 'Guide a group through a place with a story', 4, 4, {
    assess: ['Two guided walks'],
    theory: ['Whose story it is', 'Group safety'],
    practice: ['Plans, leads, tells and answers'],
    skills: ['guide-visitors:competent', 'work-across-cultures:competent', 'give-presentations:competent'],
  }),
  tourism('SS06', 'Plan a journey for a visitor', 3, 3, {
    assess: ['Three itineraries with costs'],
    theory: ['Distances, seasons and bookings'],
    practice: ['Asks, plans, prices and books'],
    skills: ['guide-visitors:earns', 'serve-customers:competent'],
  }),
  retail('SS07', 'Serve and sell in a shop', 3, 2, {
    assess: ['Observed over two days'],
    theory: ['Needs, features and consumer law'],
    practice: ['Greets, asks, advises, sells and takes payment'],
    skills: ['sell-services:competent', 'serve-customers:showcases'],
  }),
  retail('SS08', 'Keep stock moving through a warehouse', 4, 3, {
    assess: ['Cycle count and one dispatch day'],
    theory: ['Locations, rotation and accuracy'],
    practice: ['Receives, puts away, picks, counts and dispatches'],
    skills: ['keep-records:competent', 'use-numbers:competent'],
  }),
  retail('SS09', 'Plan a delivery round', 4, 4, {
    assess: ['Two rounds planned and driven'],
    theory: ['Loads, hours and law'],
    practice: ['Plans stops, loads in order and changes when needed'],
    skills: ['plan-work:competent', 'drive-vehicles:competent', 'manage-time:competent'],
  }),
];
