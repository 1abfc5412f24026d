import { parseArgs } from 'node:util';
import { bringScheme, type SchemeBrought } from '@recognition/server/skill/scheme/bring-scheme.ts';
import { SCHEME_FORMATS } from '@recognition/server/skill/scheme/index.ts';
import { readSources } from '../catalogue/read-source.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr skill import <file> [<file> ...] --scheme <name> --from <format> [--version <version>] [--json]

Brings a version of a public skill scheme: all of it or nothing. The files together are the version. The same files again change nothing;
a newer version supersedes the held one, and what it lacks is retired and stays readable. A row that cannot be used is told with its
reason and costs itself only.

  --scheme NAME      our short name of the scheme: lower-case letters, digits and hyphens
  --from FORMAT      esco | singapore | skos (Turtle, as Australia's draft taxonomy) | onet | rsd (Rich Skill Descriptors) | case (packages, or items as CSV) |
                     ctdl-asn | moodle (the CSV of a competency framework)
  --version VERSION  needed where the files do not say it
  --uri ADDRESS      the address of the scheme, where the files do not say it; skills without an address of their own begin with it
  --name NAME        the name of the scheme; --name-mi NAME in te reo Māori
  --json             the answer for a machine

Exit: 0; 1 when something was not taken; 2 when nothing was.

Example: npx nzrr skill import skills_en.csv skill_groups.csv skill_group_hierarchy.csv --scheme esco --from esco --version 1.1.1
`;

const SHOWN = 20;

export const skillImport: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        from: { type: 'string' },
        version: { type: 'string' },
        uri: { type: 'string' },
        name: { type: 'string' },
        'name-mi': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const from = SCHEME_FORMATS.find((format) => format === values.from);
    const { scheme, version, uri } = values;
    if (from === undefined || scheme === undefined || !/^[a-z][a-z0-9-]{0,39}$/u.test(scheme) || positionals.length === 0) {
      io.err(HELP);
      return 2;
    }
    const files = await readSources(positionals, io);
    if (files === null) return 2;
    return withServices(io, async (services) => {
      const asked = { scheme, from, version, uri, nameEn: values.name, nameMi: values['name-mi'], files };
      return say(await bringScheme(services, 'operator', asked), values.json, io);
    });
  }),
};

function say(brought: SchemeBrought, json: boolean, io: Io): number {
  const { scheme, version, supersedes, rows, concepts, added, changed, retired, returned, unchanged, left, notTaken } = brought;
  if (json) io.out(`${JSON.stringify(brought, null, 2)}\n`);
  else {
    io.out(
      `${scheme} ${version}${supersedes === null ? '' : `, which supersedes ${supersedes}`}: ${rows} rows, ${concepts} skills; ${added} new, ${changed} changed, ${retired} retired, ${returned} returned, ${unchanged} unchanged.\n`,
    );
    for (const [code, count] of Object.entries(left)) io.out(`  not taken: ${count} (${code})\n`);
    for (const { file, row, code, message, detail } of notTaken.slice(0, SHOWN))
      io.out(`  ${file}, row ${row}: ${message}${detail === '' ? '' : ` ${detail}`} (${code})\n`);
    if (notTaken.length > SHOWN) io.out('  and more: see --json\n');
  }
  return notTaken.length > 0 ? 1 : 0;
}
