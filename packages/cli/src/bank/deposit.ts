import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEPOSIT_COLUMNS, readDepositFile } from '@recognition/recognition/deposit-file';
import { type DepositAnswer, deposit } from '@recognition/server/bank/deposit.ts';
import { depositRow } from '@recognition/server/bank/schemas.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { readPlace } from './place.ts';

const HELP = `nzrr bank deposit <file> --bank FRAMEWORK/BANK --institution ID [--json]

Deposits credits in a bank of credits in the name of an institution that takes part in it. The file is CSV with a header; columns:
${DEPOSIT_COLUMNS.join(', ')}.
The same row again changes nothing; another row under a reference that is taken is refused. The first bad row stops nothing.

  --bank in/abc      the framework and its bank
  --institution ID   who deposits
  --json             the answer as JSON

Exit 0; 1 when rows were rejected; 2 when the file cannot be used.

  npx nzrr bank deposit credits.csv --bank in/abc --institution demo-bulbul
`;

const AT_ONCE = 500;

export const bankDeposit: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { bank: { type: 'string' }, institution: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const place = readPlace(values.bank);
    const [file, ...more] = positionals;
    const { institution } = values;
    if (file === undefined || more.length > 0 || place === null || institution === undefined) {
      io.err(HELP);
      return 2;
    }
    const text = await readFile(resolve(io.cwd, file), 'utf8').catch(() => null);
    const read = text === null ? null : readDepositFile(text);
    if (read === null || !read.ok) {
      io.err(`${file} cannot be used${read === null ? '' : `: ${read.code} ${read.at}`}.\n`);
      return 2;
    }
    return withServices(io, async (services) => {
      const totals = { rows: read.rows.length, deposited: 0, duplicates: 0 };
      const rejected: { row: number; code: string; message: string }[] = [];
      for (let from = 0; from < read.rows.length; from += AT_ONCE) {
        const rows = read.rows.slice(from, from + AT_ONCE);
        const parsed = rows.map((row) => depositRow.safeParse(row));
        for (const [at, one] of parsed.entries())
          if (!one.success)
            rejected.push({
              row: from + at + 1,
              code: 'invalid-row',
              message: one.error.issues.map(({ path }) => path.join('.')).join(', '),
            });
        const good = parsed.flatMap((one, at) => (one.success ? [{ at, row: one.data }] : []));
        if (good.length === 0) continue;
        const answer: DepositAnswer = await deposit(
          services,
          { actor: 'operator', institution: { publicId: institution }, run: services.db.asBatch },
          { framework: place.framework, bank: place.name },
          good.map(({ row }) => row),
        );
        totals.deposited += answer.deposited;
        totals.duplicates += answer.duplicates;
        for (const one of answer.rejected) rejected.push({ ...one, row: from + (good[one.row - 1]?.at ?? 0) + 1 });
      }
      rejected.sort((a, b) => a.row - b.row);
      if (values.json) io.out(`${JSON.stringify({ ...totals, rejected }, null, 2)}\n`);
      else {
        io.out(
          `${totals.rows} rows: ${totals.deposited} deposited, ${totals.duplicates} duplicates, ${rejected.length} rejected.\n`,
        );
        for (const { row, code, message } of rejected) io.out(`  row ${row}: ${code}: ${message}\n`);
      }
      return rejected.length > 0 ? 1 : 0;
    });
  }),
};
