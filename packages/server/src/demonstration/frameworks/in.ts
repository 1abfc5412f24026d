import { INVENTED, sized, unit } from './author.ts';

const steps = [
  unit('in-demo-u-1', 'unit', 'Keep seed clean', 7.5, { sector: 'Agriculture (invented)' }),
  unit('in-demo-u-2', 'unit', 'Raise seedlings', 15, { sector: 'Agriculture (invented)' }),
  unit('in-demo-u-3', 'unit', 'Sell at a farm gate', 22.5, { sector: 'Retail (invented)' }),
];

const graft = unit('in-demo-skill-1', 'skill', 'Graft a mango tree', 15, { sector: 'Agriculture (invented)' });

/** India: units in multiples of 7.5 hours, permuted across two invented sectors, and one skill that a portfolio certifies. */
export const IN = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'in',
  origin: INVENTED,
  invented: true,
  units: [...steps, graft],
  definitions: [
    { id: 'in-demo-mc-1', award: 'micro-credential', title: 'From seed to seedling', parts: sized('unit', steps.slice(0, 2)) },
    { id: 'in-demo-mcert-1', award: 'micro-certification', title: 'Grafting', parts: sized('skill', [graft]) },
    { id: 'in-demo-mc-2', award: 'micro-credential', title: 'From seedling to sale', parts: sized('unit', steps.slice(1)) },
  ],
};
