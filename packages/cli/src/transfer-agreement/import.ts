import { parseArgs } from 'node:util';
import { loadAgreements } from '@recognition/server/credit-transfer/agreements.ts';
import { agreementsBody } from '@recognition/server/credit-transfer/schemas.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr transfer-agreement import <file.json> [--json]

Loads agreements on credit transfer: a JSON list, each as POST /api/v1/transfer-agreements takes it (docs/how-to/transfer-credit.md). The same
again changes nothing, another content under a reference changes it, and the first one that is wrong stops none of the others.

Exit 0; 1 when one was rejected; 2 when the file cannot be used.

  npx nzrr transfer-agreement import agreements.json
`;

export const transferAgreementImport: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined) {
      io.err(`It needs a file.\n\n${HELP}`);
      return 2;
    }
    const read = await readJsonFile(file, io);
    const body = agreementsBody.safeParse({ items: read.ok ? read.value : null });
    if (!body.success) {
      io.err(`${file} cannot be used: ${read.ok ? 'it is no list of agreements.' : read.message} (not-agreements)\n`);
      return 2;
    }
    return withServices(io, async (services) => {
      const loaded = await loadAgreements(services, { actor: 'operator', organisationId: null }, body.data.items);
      const { rows, created, changed, unchanged, rejected } = loaded;
      if (values.json) io.out(`${JSON.stringify(loaded)}\n`);
      else {
        io.out(
          `${rows} agreements: ${created} new, ${changed} changed, ${unchanged} there already, ${rejected.length} rejected\n`,
        );
        for (const { row, code, message } of rejected) io.out(`  ${row}  ${message} (${code})\n`);
      }
      return rejected.length === 0 ? 0 : 1;
    });
  }),
};
