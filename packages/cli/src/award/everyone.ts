import { parseArgs } from 'node:util';
import { type Field, fieldName, FIELDS, isLocalDate } from '@recognition/recognition';
import { decideEveryone, type EveryoneCounts } from '@recognition/server/award/everyone.ts';
import type { Command, Io } from '../command.ts';
import { withServices } from '../open.ts';

export const command: Command = {
  help: `Usage: nzrr award everyone [options]

Decides the Applied Learning Qualification for every learner with something that counts, by its latest rule, and says how many may make
it and with which majors. Nothing is written and nobody is named. The product may run meanwhile.

  --as-of <date>   the day of the decision, default today
  --json           the counts for a machine

Exit 0; 2 when it could not.

Example: npx nzrr award everyone --as-of 2026-11-24
`,
  run: async (args, io) => {
    const asked = read(args);
    if (typeof asked === 'string') {
      io.err(`${asked}\n"nzrr award everyone --help" says more.\n`);
      return 2;
    }
    return withServices(io, async (services) => {
      const counts = await decideEveryone(services, { asOf: asked.asOf ?? services.clock.today() });
      if (asked.json) io.out(`${JSON.stringify(counts, null, 2)}\n`);
      else say(counts, io);
      return 0;
    });
  },
};

function read(args: readonly string[]): { readonly asOf: string | undefined; readonly json: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const asOf = values['as-of'];
    if (asOf !== undefined && !isLocalDate(asOf)) return `"${String(asOf)}" is not a date: --as-of takes YYYY-MM-DD.`;
    return { asOf, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function say({ asOf, learners, achievements, eligible, majors, tooEntangled }: EveryoneCounts, io: Io): void {
  io.out(`On ${asOf}, ${eligible} of ${learners} learners may make the award, from ${achievements} achievements that count.\n`);
  const count = (field: Field): number => majors[field] ?? 0;
  const attained = FIELDS.filter((field) => count(field) > 0).sort((a, b) => count(b) - count(a));
  for (const field of attained) io.out(`  ${fieldName(field, 'en')}: ${count(field)}\n`);
  if (tooEntangled > 0) io.out(`${tooEntangled} records are too entangled to be decided.\n`);
}
