import { parseArgs } from 'node:util';
import { frameworkNamed, type RecognitionFramework } from '@recognition/recognition/frameworks';
import { seeJobRole, seeJobRoles } from '@recognition/server/framework/content/see.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr framework job-roles [ID] --framework ID [--sector NAME] [--track NAME] [--q WORDS] [--json]

The job roles of a framework, by title. With the id of one: its critical work functions with their tasks, and its skills, each at the
proficiency that the role needs, as a step of the framework's scale.

  --framework ID   such as sg
  --sector NAME    of a sector, and --track NAME of a track of it; "nzrr framework sectors" lists both
  --q WORDS        that the title holds
  --json           one line of JSON for each; with an id the role, as GET /api/v1/frameworks/{framework}/job-roles/{id} answers it

Exit: 0; 1 when there is none; 2 when there is no such framework or role, or the options are off.

Example: npx nzrr framework job-roles --framework sg --sector Healthcare
`;

export const frameworkJobRoles: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        sector: { type: 'string' },
        track: { type: 'string' },
        q: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { framework, sector, track, q, json } = values;
    const [id, ...more] = positionals;
    if (framework === undefined || more.length > 0 || (id !== undefined && (sector ?? track ?? q) !== undefined)) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      if (id !== undefined) {
        const role = await seeJobRole(services, framework, id);
        const rules = frameworkNamed(framework);
        io.out(json ? `${JSON.stringify(role, null, 2)}\n` : `${linesOf(role, rules).join('\n')}\n`);
        return 0;
      }
      let found = 0;
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await seeJobRoles(services, framework, {
          sector,
          track,
          q,
          ...(cursor === undefined ? {} : { cursor }),
          limit: 200,
        });
        for (const one of page.items)
          io.out(json ? `${JSON.stringify(one)}\n` : `${one.id}  ${one.title}  ${one.sector}  ${one.track}\n`);
        found += page.items.length;
        cursor = page.next;
      }
      return found > 0 ? 0 : 1;
    });
  }),
};

type Role = Awaited<ReturnType<typeof seeJobRole>>;

function linesOf(role: Role, framework: RecognitionFramework | null): readonly string[] {
  const { title, sector, track, description, expectation, functions, skills, origin, invented } = role;
  const needed = skills.map(({ skill, scale, level }) => {
    const steps = framework?.proficiency?.scales[scale] ?? [];
    const step = steps.indexOf(level) + 1;
    return `  ${skill}: ${scale} ${level}${step === 0 ? '' : ` (step ${step} of ${steps.length})`}`;
  });
  return [
    `${title}  ${sector}, ${track}`,
    ...[description, expectation].flatMap((text) => (text === null ? [] : [text])),
    ...functions.flatMap((one) => [one.title, ...one.tasks.map((task) => `  ${task}`)]),
    ...(needed.length === 0 ? ['Which skills it needs was not in the source that was imported.'] : ['Skills:', ...needed]),
    `From: ${origin}${invented ? ' (invented)' : ''}`,
  ];
}
