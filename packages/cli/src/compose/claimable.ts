import { parseArgs } from 'node:util';
import { claimable, holding, oneMore } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';
import { composing, definitionsIn, frameworkOf, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose claimable <definitions.json> --framework <id> --held <ref,...> [--mode assessed|rpl|crt] [--json]

What can be claimed with what is held, upwards over every step, and what one more unit would complete.

  --framework <id>   whose rules
  --held <ref,...>   lineages of outcomes and ids of awards that are held
  --mode <mode>      how they were earned, default assessed
  --json             the standing of every definition for a machine

Exit: 0 something can be claimed, 1 nothing, 2 a file cannot be used.

Example: nzrr compose claimable certificates.json --framework es --held mf-1,mf-2
`;

export const composeClaimable: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      const { values, positionals } = parsed(args);
      const [file, ...more] = positionals;
      if (file === undefined || more.length > 0) throw new Unusable('usage', 'Name one file of definitions.');
      if (values.framework === undefined || values.held === undefined) throw new Unusable('usage', 'Say --framework and --held.');
      if (!['assessed', 'rpl', 'crt'].includes(values.mode)) throw new Unusable('usage', '--mode takes assessed, rpl or crt.');
      const definitions = await definitionsIn(file, io);
      const held = values.held.split(',').filter((ref) => ref !== '');
      const standings = claimable(frameworkOf(values.framework), definitions, holding(held, values.mode));
      if (values.json) io.out(`${JSON.stringify(standings, null, 2)}\n`);
      else {
        for (const { definition, claimable: can, missing } of standings)
          io.out(`${definition}: ${can ? 'can be claimed' : `needs ${missing.join(', ')}`}\n`);
        for (const [ref, completes] of oneMore(standings)) io.out(`One more, ${ref}, completes ${completes.join(', ')}.\n`);
      }
      return standings.some((one) => one.claimable) ? 0 : 1;
    }),
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        held: { type: 'string' },
        mode: { type: 'string', default: 'assessed' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
}
