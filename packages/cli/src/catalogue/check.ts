import { parseArgs } from 'node:util';
import { checkListing, parseCatalogue } from '@recognition/recognition';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';

const HELP = `nzrr catalogue check <catalogue.json> [--developer ID] [--json]

Runs the checks that every definition keeps to before it is listed, the same for every developer: among them that it names the skills that it earns,
makes competent in or showcases. Every finding is written out with the rule that it comes from. No database is opened, and nothing is kept.

  --developer ID  only what this organisation answers for
  --json          the answer for a machine: [{ id, ready, findings }]

Exit 0 when all may be listed; 1 when something stands in the way of one; 2 when the file cannot be read.

  npx nzrr catalogue check catalogue.json
`;

export const catalogueCheck: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { developer: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      io.err(`It needs one catalogue file.\n\n${HELP}`);
      return 2;
    }
    const read = await readJsonFile(file, io);
    const parsed = read.ok ? parseCatalogue(read.value) : null;
    if (!read.ok || parsed?.ok !== true) {
      const problem = read.ok ? (parsed?.ok === false ? parsed.problems[0] : undefined) : read;
      io.err(`${file}: ${problem?.message ?? 'The file cannot be read.'} (${problem?.code ?? 'not-readable'})\n`);
      return 2;
    }
    const { outcomes } = parsed.catalogue;
    const checked = outcomes
      .filter(({ developer }) => values.developer === undefined || developer === values.developer)
      .map((one) => {
        const findings = checkListing(one, { others: outcomes.filter((other) => other !== one) });
        return { id: one.id, name: one.name, ready: findings.every(({ severity }) => severity !== 'error'), findings };
      });
    if (values.json) io.out(`${JSON.stringify(checked, null, 2)}\n`);
    else
      for (const { id, name, ready, findings } of checked) {
        io.out(`${id}  ${name}: ${ready ? 'may be listed' : 'cannot be listed yet'}\n`);
        for (const { severity, path, text, source } of findings) io.out(`  ${severity}: ${path}: ${text.en} (${source})\n`);
      }
    return checked.every(({ ready }) => ready) ? 0 : 1;
  }),
};
