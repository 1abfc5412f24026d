import { parseArgs } from 'node:util';
import { type Grouping, GROUPINGS, groupSkills } from '@recognition/recognition';
import { skillsOfLearner } from '@recognition/server/record/skills.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr record skills --learner <id> [--by kind|scheme|family] [--json]

Reads a learner's record as skills: each with how far it is held, its strongest evidence, how recent it is and who attests it. The id is
the learner's number in this repository, never an NSN.

  --learner ID   the learner's number here
  --by GROUPING  put them together by New Zealand's kind (the default), by scheme, or by the broader skill
  --json         the answer for a machine

Exit 0; 2 when the learner's number is not one.

  npx nzrr record skills --learner 1049600 --by family
`;

export const recordSkills: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        by: { type: 'string', default: 'kind' },
        json: { type: 'boolean', default: false },
      },
    });
    const by: Grouping | undefined = GROUPINGS.find((one) => one === values.by);
    const learnerId = /^[1-9][0-9]{0,15}$/.test(values.learner ?? '') ? Number(values.learner) : Number.NaN;
    if (by === undefined || !Number.isSafeInteger(learnerId)) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const groups = groupSkills(await skillsOfLearner(services, learnerId), by);
      if (values.json) io.out(`${JSON.stringify({ by, groups }, null, 2)}\n`);
      else
        for (const { key, family, skills } of groups) {
          io.out(`${family?.en ?? key ?? 'none'} (${skills.length})\n`);
          for (const { label, relation, strongest, outcomes, latest, level, attestedBy } of skills)
            io.out(
              `  ${label}: ${relation}; ${strongest.name}${level === null ? '' : `, level ${level}`}${outcomes > 1 ? `, and ${outcomes - 1} more` : ''}; last in ${latest ?? 'an unknown year'}; ${attestedBy.join(', ')}\n`,
            );
        }
      return 0;
    });
  }),
};
