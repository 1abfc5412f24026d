import { parseArgs } from 'node:util';
import { findJobRoles, jobRoleWithSkills } from '@recognition/server/job-role/find.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { jobNamed } from './named.ts';

const FIND_HELP = `nzrr job-role find <words> [--source NAME] [--limit N] [--json]

Searches the job roles of the public frameworks that are loaded. The number of each opens it with "nzrr job-role show".

Exit 0; 1 when nothing fits.

  npx nzrr job-role find home carer
`;

export const jobRoleFind: Command = {
  help: FIND_HELP,
  run: guarded(FIND_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        limit: { type: 'string', default: '20' },
        json: { type: 'boolean', default: false },
      },
    });
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      io.err(`At most 100 are listed.\n\n${FIND_HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const items = await findJobRoles(services, { q: positionals.join(' '), source: values.source ?? null, limit });
      if (values.json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
      else
        for (const { id, source, title, sector, skills } of items)
          io.out(`${id}  ${title} (${[source, sector].filter((one) => one !== null).join(', ')}), ${skills} skills\n`);
      return items.length > 0 ? 0 : 1;
    });
  }),
};

const SHOW_HELP = `nzrr job-role show <number or SOURCE/CODE> [--json]

Shows a job role of a public framework: what it does and the skills that its source says it needs, the most needed first. Where the source names
none, skills are suggested from its words, and said to be suggestions.

Exit 0; 2 when there is none.

  npx nzrr job-role show demo-roles/home-carer
`;

export const jobRoleShow: Command = {
  help: SHOW_HELP,
  run: guarded(SHOW_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const named = jobNamed(positionals[0]);
    if (named === null) {
      io.err(`It needs a number, or a source and its code.\n\n${SHOW_HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const role = await jobRoleWithSkills(services, named);
      if (values.json) {
        io.out(`${JSON.stringify(role, null, 2)}\n`);
        return 0;
      }
      io.out(`${role.source}/${role.code}  ${role.title}\n${role.description === '' ? '' : `${role.description}\n`}`);
      for (const task of role.tasks) io.out(`  - ${task}\n`);
      for (const { uri, weight, en } of role.skills) io.out(`  ${weight}: ${en}  ${uri}\n`);
      for (const { uri, en } of role.suggested) io.out(`  suggested: ${en}  ${uri}\n`);
      return 0;
    });
  }),
};
