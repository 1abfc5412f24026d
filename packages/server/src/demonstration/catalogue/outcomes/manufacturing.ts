import { at } from '../author.ts';

const food = at({
  field: 'manufacturing',
  subfield: 'Food and Related Products Processing',
  domain: 'Food Manufacturing',
  developer: 'isb-food-and-fibre',
});
const plant = at({
  field: 'manufacturing',
  subfield: 'Manufacturing Skills',
  domain: 'Production Processes',
  developer: 'isb-manufacturing-and-engineering',
});

export const manufacturing = [
  food('MF01', 'Make cheese to a recipe', 5, 3, {
    assess: ['Three batches graded'],
    theory: ['Cultures, curd and salt'],
    practice: ['Makes, presses, salts and records batches'],
    skills: ['brew-and-ferment:competent', 'control-quality:competent'],
  }),
  food('MF02', 'Brew a batch of beer', 5, 4, {
    assess: ['Two batches with records'],
    theory: ['Mash, yeast and spoilage'],
    practice: ['Mashes, boils, ferments and packages cleanly'],
    skills: ['brew-and-ferment:showcases', 'keep-records:competent'],
  }),
  food('MF03', 'Keep food safe on a production line', 4, 3, {
    assess: ['Observed on two shifts', 'Short test'],
    theory: ['Hazards and critical limits'],
    practice: ['Checks, records and stops the line when a limit is passed'],
    skills: ['handle-food-safely:competent', 'run-production-lines:earns'],
  }),
  plant('MF04', 'Run a packing line', 5, 3, {
    assess: ['Observed for a week, with output figures'],
    theory: ['Speed, waste and stoppages'],
    practice: ['Sets up, runs, clears jams safely and hands over'],
    skills: ['run-production-lines:competent', 'maintain-equipment:earns'],
  }),
  plant('MF05', 'Change a line over in less time', 5, 4, {
    assess: ['One change-over before and after'],
    theory: ['Inside and outside work'],
    practice: ['Times, sorts and reorders the work with the team'],
    skills: ['solve-problems:competent', 'work-in-a-team:showcases', 'run-production-lines:showcases'],
  }),
  plant('MF06', 'Control quality with charts', 4, 4, {
    assess: ['Four weeks of charts with actions'],
    theory: ['Common and special causes'],
    practice: ['Samples, plots and acts on signals only'],
    skills: ['control-quality:showcases', 'statistics:competent'],
  }),
  plant('MF07', 'Drive a forklift', 3, 3, {
    assess: ['Driving test and theory test'],
    theory: ['Stability and load charts'],
    practice: ['Checks, lifts, stacks and parks'],
    skills: ['drive-vehicles:competent', 'assess-risk:competent'],
    grades: ['achieved'],
  }),
  plant('MF08', 'Operate a timber moulder', 5, 3, {
    assess: ['Three profiles run and measured'],
    theory: ['Grain, feed and cutter geometry'],
    practice: ['Sets, runs, measures and sharpens'],
    skills: ['use-power-tools:competent', 'measure-accurately:competent', 'materials-science:earns'],
  }),
];
