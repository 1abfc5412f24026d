import { parseArgs } from 'node:util';
import { bringJobRoles } from '@recognition/server/job-role/bring.ts';
import { ROLE_FORMS } from '@recognition/server/job-role/job-role.ts';
import { readSources } from '../catalogue/read-source.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr job-role import <file> [<file> ...] --source <name> --from <format> --version <version> [--scheme <scheme>] [--json]

Brings a version of a source of job roles, from which employers may begin: all of it or nothing. The same files again change nothing.

  --source NAME      our short name of the source: lower-case letters, digits and hyphens
  --from FORMAT      singapore (job roles of the Skills Frameworks) | onet (occupations, with skills by importance, tasks, activities and
                     technology where their tables are given) | json (a form of our own)
  --version VERSION  of the files
  --scheme SCHEME    the scheme whose skills the files speak of, loaded before by "nzrr skill import"; a skill it lacks is left out and told
  --json             the answer for a machine

Exit: 0; 1 when something was not taken; 2 when nothing was.

Example: npx nzrr job-role import occupation_data.csv skills_importance_level.csv --source onet --from onet --version 29.3 --scheme onet
`;

const SHOWN = 20;

export const jobRoleImport: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        from: { type: 'string' },
        version: { type: 'string' },
        scheme: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const from = ROLE_FORMS.find((form) => form === values.from);
    const { source, version, scheme } = values;
    if (
      from === undefined ||
      source === undefined ||
      version === undefined ||
      !/^[a-z][a-z0-9-]{0,39}$/u.test(source) ||
      positionals.length === 0
    ) {
      io.err(HELP);
      return 2;
    }
    const files = await readSources(positionals, io);
    if (files === null) return 2;
    return withServices(io, async (services) => {
      const brought = await bringJobRoles(services, 'operator', { source, from, version, scheme, files });
      const { rows, roles, withSkills, unchanged, left, notTaken } = brought;
      if (values.json) io.out(`${JSON.stringify(brought, null, 2)}\n`);
      else {
        io.out(
          `${source} ${version}: ${rows} rows, ${roles} job roles, ${withSkills} with skills${unchanged ? '; unchanged' : ''}.\n`,
        );
        for (const [code, count] of Object.entries(left)) io.out(`  not taken: ${count} (${code})\n`);
        for (const { file, row, code, detail } of notTaken.slice(0, SHOWN))
          io.out(`  ${file}${row === 0 ? '' : `, row ${row}`} ${detail} (${code})\n`);
      }
      return notTaken.length > 0 ? 1 : 0;
    });
  }),
};
