import { parseArgs } from 'node:util';
import { programmesFor, type RecognitionFramework, sizeInWords } from '@recognition/recognition/frameworks';
import { frameworkOr404 } from '@recognition/server/framework/assess.ts';
import { sectorsOf } from '@recognition/server/framework/content/sectors.ts';
import { seeProgrammes } from '@recognition/server/framework/content/see.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const AUDIENCES = ['student', 'adult'] as const;
const KINDS = ['vocational', 'higher'] as const;
const SHOWN: Readonly<Record<(typeof AUDIENCES)[number] | (typeof KINDS)[number], string>> = {
  student: 'For a student or fresh graduate',
  adult: 'For an adult, or who changes careers',
  vocational: 'Vocational',
  higher: 'Higher education',
};

const HELP = `Usage: nzrr framework programmes --framework ID [--sector NAME] [--audience student|adult] [--json]

The training programmes of each sector of a framework, vocational and higher: apart for a student or fresh graduate, and for an adult or
who changes careers. A programme that is for both stands under both.

  --framework ID    such as sg
  --sector NAME     of this sector; all of them when it is left out
  --audience WHOM   student or adult; both, one after the other, when it is left out
  --json            one line of JSON for each, with its audience, as GET /api/v1/frameworks/{framework}/programmes answers it

Exit: 0; 1 when none is listed; 2 when there is no such framework, or the options are off.

Example: npx nzrr framework programmes --framework sg --audience adult
`;

export const frameworkProgrammes: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        framework: { type: 'string' },
        sector: { type: 'string' },
        audience: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { framework: id, sector, json } = values;
    const audiences = AUDIENCES.filter((one) => values.audience === undefined || values.audience === one);
    if (id === undefined || audiences.length === 0) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const framework = frameworkOr404(id);
      const sectors =
        sector === undefined
          ? (await sectorsOf(services, id)).flatMap((one) => (one.sector === null || one.programmes === 0 ? [] : [one.sector]))
          : [sector];
      let found = 0;
      for (const name of sectors) {
        const all = await seeProgrammes(services, id, { sector: name });
        if (!json && all.length > 0) io.out(`${name}\n`);
        for (const audience of audiences) {
          const ids = new Set(programmesFor(all, name, audience).map((one) => one.id));
          const own = all.filter((one) => ids.has(one.id));
          found += own.length;
          if (json) for (const one of own) io.out(`${JSON.stringify({ audience, ...one })}\n`);
          else say(own, audience, framework, io);
        }
      }
      return found > 0 ? 0 : 1;
    });
  }),
};

type Programme = Awaited<ReturnType<typeof seeProgrammes>>[number];

function say(own: readonly Programme[], audience: (typeof AUDIENCES)[number], { unit }: RecognitionFramework, io: Io): void {
  if (own.length === 0) return;
  io.out(`  ${SHOWN[audience]}\n`);
  for (const kind of KINDS) {
    const these = own.filter((one) => one.kind === kind);
    if (these.length > 0) io.out(`    ${SHOWN[kind]}\n`);
    for (const { id, title, provider, minutes, leadsTo, invented } of these) {
      const about = [
        id,
        title,
        ...(provider === null ? [] : [provider]),
        ...(minutes === null ? [] : [sizeInWords(minutes, unit, 'en')]),
        ...(leadsTo.length === 0 ? [] : [`leads to ${leadsTo.join(', ')}`]),
        ...(invented ? ['invented'] : []),
      ];
      io.out(`      ${about.join('  ')}\n`);
    }
  }
}
