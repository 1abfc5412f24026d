import { OUTCOMES } from '../catalogue/outcomes/index.ts';
import { INVENTED, sized, unit } from './author.ts';

/** Parts of a micro-credential that are outcomes of the demonstration's own catalogue: a credit is 600 minutes. */
const outcomes = (...codes: readonly string[]) =>
  codes.map((code) => {
    const found = OUTCOMES.find((one) => one.code === code);
    if (found === undefined) throw new RangeError(`the demonstration has no outcome ${code}`);
    return { ref: found.lineage, role: 'outcome', minutes: found.credits * 600 };
  });

/** New Zealand: two invented micro-credentials of the demonstration's own outcomes. */
export const NZ = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'nz',
  origin: INVENTED,
  invented: true,
  definitions: [
    {
      id: 'nz-demo-mc-care',
      award: 'micro-credential',
      title: 'Care at home',
      level: '3',
      parts: outcomes('HE01', 'HE02', 'HE05'),
    },
    {
      id: 'nz-demo-mc-team',
      award: 'micro-credential',
      title: 'Run a small team',
      level: '4',
      parts: outcomes('BU01', 'BU02', 'BU06'),
    },
  ],
};

const steps = [
  unit('in-demo-u-1', 'unit', 'Keep seed clean', 7.5, { sector: 'Agriculture (invented)' }),
  unit('in-demo-u-2', 'unit', 'Raise seedlings', 15, { sector: 'Agriculture (invented)' }),
  unit('in-demo-u-3', 'unit', 'Sell at a farm gate', 22.5, { sector: 'Retail (invented)' }),
];

/** India: units in multiples of 7.5 hours, permuted across two invented sectors. */
export const IN = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'in',
  origin: INVENTED,
  invented: true,
  units: steps,
  definitions: [
    { id: 'in-demo-mc-1', award: 'micro-credential', title: 'From seed to seedling', parts: sized('unit', steps.slice(0, 2)) },
    { id: 'in-demo-mc-2', award: 'micro-credential', title: 'From seedling to sale', parts: sized('unit', steps.slice(1)) },
  ],
};
