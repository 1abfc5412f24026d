import { at } from '../author.ts';

const laboratory = at({ field: 'sciences', subfield: 'Science', domain: 'Laboratory Science', developer: 'nzqa' });
const environment = at({ field: 'sciences', subfield: 'Science', domain: 'Environmental Science', developer: 'nzqa' });

export const sciences = [
  laboratory('SC01', 'Prepare solutions to a stated strength', 3, 3, {
    assess: ['Six solutions checked'],
    theory: ['Moles, mass and dilution'],
    practice: ['Weighs, dissolves, makes up and labels'],
    skills: ['chemistry:earns', 'measure-accurately:competent'],
  }),
  laboratory('SC02', 'Titrate to find an unknown', 4, 3, {
    assess: ['Three titrations with their errors'],
    theory: ['Indicators and error'],
    practice: ['Titrates, repeats and works out the answer'],
    skills: ['chemistry:competent', 'run-experiments:competent'],
  }),
  laboratory('SC03', 'Grow and count microbes safely', 4, 4, {
    assess: ['Observed, with a report'],
    theory: ['Aseptic technique'],
    practice: ['Plates, grows, counts and destroys'],
    skills: ['run-experiments:competent', 'prevent-infection:showcases'],
  }),
  laboratory('SC04', 'Plan an experiment that can fail', 4, 4, {
    assess: ['A plan, its trial and its report'],
    theory: ['Controls, blinding and sample size'],
    practice: ['States a claim, plans a test and reports what happened'],
    skills: ['run-experiments:showcases', 'statistics:competent', 'philosophy:earns'],
  }),
  environment('SC05', 'Test the health of a stream', 4, 3, {
    assess: ['Two surveys of one stream'],
    theory: ['Invertebrates, clarity and flow'],
    practice: ['Samples, identifies, scores and reports'],
    skills: ['ecology:competent', 'analyse-data:earns'],
  }),
  environment('SC06', 'Trap and monitor predators', 3, 3, {
    assess: ['A line run for eight weeks'],
    theory: ['Why birds need it', 'Humane traps'],
    practice: ['Places, checks, clears and records traps'],
    skills: ['ecology:competent', 'keep-records:competent'],
  }),
  environment('SC07', 'Count the emissions of an organisation', 5, 5, {
    assess: ['An inventory with its sources'],
    theory: ['Scopes, factors and doubt'],
    practice: ['Gathers activity data, works out emissions and says how sure'],
    skills: ['climate:competent', 'analyse-data:competent', 'use-spreadsheets:showcases'],
  }),
  environment('SC08', 'Explain inheritance to someone who asks', 3, 3, {
    assess: ['A talk and a test'],
    theory: ['Genes, dominance and chance'],
    practice: ['Explains a family’s pattern with a diagram'],
    skills: ['plant-science:earns', 'give-presentations:earns'],
  }),
];
