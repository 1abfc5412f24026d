import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSnapshot } from '@recognition/server/catalogue/snapshot.ts';
import { generateResults } from '@recognition/server/demonstration/generated-results.ts';
import { offersOf } from '@recognition/server/demonstration/offers.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr results generate <file> [--rows N] [--seed N] [--first N]

Writes a results file of invented learners (contracts 6) to try the import with: CSV, the same for the same
seed and catalogue. NSNs are ten digits beginning 0000, which no real learner has.

  --rows N    how many results (default 1000000)
  --seed N    another seed makes other people and results (default 1)
  --first N   the number of the first learner, at least 1000 (default 100000)

Exit 0; 2 when nothing in the catalogue may be assessed by anybody, or the options are off.

  npx nzrr results generate results.csv --rows 1000000
`;

export const resultsGenerate: Command = {
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rows: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
        first: { type: 'string', default: '100000' },
      },
    });
    const [path] = positionals;
    const [rows, seed, firstLearner] = [values.rows, values.seed, values.first].map(Number);
    if (path === undefined || !isCount(rows, 1, 1e9) || !isCount(seed, 0, 2 ** 32 - 1) || !isCount(firstLearner, 1000, 900_000)) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const offers = offersOf(await loadSnapshot(services), services.clock.today());
      if (offers.length === 0) {
        io.err('Nothing in the catalogue may be assessed by any provider: add accreditations first.\n');
        return 2;
      }
      const file = createWriteStream(resolve(io.cwd, path));
      let chunk: string[] = [];
      for (const line of generateResults({ seed, rows, offers, firstLearner })) {
        chunk.push(line);
        if (chunk.length < 2000) continue;
        if (!file.write(chunk.join(''))) await once(file, 'drain');
        chunk = [];
      }
      file.end(chunk.join(''));
      await once(file, 'finish');
      io.out(`Wrote ${rows.toLocaleString('en-NZ')} results to ${path}.\n`);
      return 0;
    });
  },
};

function isCount(value: number | undefined, from: number, to: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= from && value <= to;
}
