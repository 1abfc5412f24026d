import type { Command } from '../command.ts';
import { forPairs } from './pairs.ts';

export const command: Command = {
  help: `nzrr learners merge FILE

Takes each invalid NSN as another of the person with the master NSN. Results stay under the NSN that they were reported with; reads see both.
The file is CSV with the header invalid_nsn,master_nsn; NSNs are never given on the command line.

Exit 0; 1 when rows were refused, each by number with its code; 2 when the file is unusable.

  npx nzrr learners merge merges.csv
`,
  run: (args, io) => forPairs(args, io, 'merge'),
};
