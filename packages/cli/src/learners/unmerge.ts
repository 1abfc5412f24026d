import type { Command } from '../command.ts';
import { forPairs } from './pairs.ts';

export const command: Command = {
  help: `nzrr learners unmerge FILE

Takes merges back; each NSN has again what was reported under it.
The file is CSV with the header invalid_nsn,master_nsn; NSNs are never given on the command line.

Exit 0; 1 when rows were refused, each by number with its code; 2 when the file is unusable.

  npx nzrr learners unmerge merges.csv
`,
  run: (args, io) => forPairs(args, io, 'unmerge'),
};
