import { parseArgs } from 'node:util';
import { parseCatalogue } from '@recognition/recognition';
import { checkWording } from '@recognition/recognition/wording';
import { listWording } from '@recognition/server/catalogue/wording.ts';
import type { Command, Io } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr catalogue wording [catalogue.json] [--developer ID] [--worst N] [--json]

Says how well people and machines can read definitions: a score of 100 for each, lowest first. With a catalogue file every finding is
written out, with better words where a rule gives them, and no database is opened; without one it reads the catalogue that everybody sees.

  --developer ID  only what this organisation answers for
  --worst N       at most so many (20 when you say nothing else)
  --json          the answer for a machine: { total, mean, items: [{ id, score, ... }] }

Exit: 0; 2 when the file cannot be read. A low score is advice, and no failure.

Example: nzrr catalogue wording catalogue.json --worst 5
`;

export const catalogueWording: Command = {
  help: HELP,
  run: async (args, io) => {
    let file: string | undefined;
    let developer: string | undefined;
    let worst: number;
    let json: boolean;
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          developer: { type: 'string' },
          worst: { type: 'string', default: '20' },
          json: { type: 'boolean', default: false },
        },
      });
      [file, developer, worst, json] = [positionals[0], values.developer, Number(values.worst), values.json];
      if (positionals.length > 1) throw new Error('Name one catalogue file at most.');
      if (!Number.isInteger(worst) || worst < 1 || worst > 100_000) throw new Error('--worst is a whole number from 1.');
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    if (file !== undefined) return readFileOf(io, { file, developer, worst, json });
    return withServices(io, async (services) => {
      const page = await listWording(services, 'operator', { limit: worst, ...(developer === undefined ? {} : { developer }) });
      if (json)
        io.out(`${JSON.stringify({ total: page.total, mean: page.mean, left: page.left, items: page.items }, null, 2)}\n`);
      else {
        for (const { score, code, version, name, found } of page.items)
          io.out(`${line(score, code, version, name)}${found.length === 0 ? '' : `  (${found.join(', ')})`}\n`);
        io.out(sumOf(page.total, page.mean));
        if (page.left > 0)
          io.out(`${page.left} more are left out: written for another country, or in a language that the rules do not know.\n`);
      }
      return 0;
    });
  },
};

interface Asked {
  readonly file: string;
  readonly developer: string | undefined;
  readonly worst: number;
  readonly json: boolean;
}

async function readFileOf(io: Io, { file, developer, worst, json }: Asked): Promise<number> {
  const read = await readJsonFile(file, io);
  const parsed = read.ok ? parseCatalogue(read.value) : null;
  if (!read.ok || parsed?.ok !== true) {
    const problem = read.ok ? (parsed?.ok === false ? parsed.problems[0] : undefined) : read;
    const [code, message] = [problem?.code ?? 'not-readable', problem?.message ?? 'The file cannot be read.'];
    if (json) io.out(`${JSON.stringify({ error: { code, message } })}\n`);
    else io.err(`${file}: ${message} (${code})\n`);
    return 2;
  }
  const all = parsed.catalogue.outcomes
    .filter((outcome) => developer === undefined || outcome.developer === developer)
    .map((outcome) => ({
      ...checkWording(outcome),
      id: outcome.id,
      code: outcome.code,
      version: outcome.version,
      name: outcome.name,
    }))
    .sort((one, other) => one.score - other.score || (one.id < other.id ? -1 : 1));
  const mean = all.length === 0 ? null : Math.round(all.reduce((sum, { score }) => sum + score, 0) / all.length);
  const items = all.slice(0, worst);
  if (json) io.out(`${JSON.stringify({ total: all.length, mean, items }, null, 2)}\n`);
  else {
    for (const { score, code, version, name, findings } of items) {
      io.out(`${line(score, code, version, name)}\n`);
      for (const { path, text, better } of findings)
        io.out(`     ${path}: ${text.en}${better === null ? '' : ` Better: “${better.to}”.`}\n`);
    }
    io.out(sumOf(all.length, mean));
  }
  return 0;
}

function line(score: number, code: string, version: number | null, name: string): string {
  return `${String(score).padStart(3)}  ${code}${version === null ? '' : ` version ${version}`}  ${name}`;
}

function sumOf(total: number, mean: number | null): string {
  return mean === null ? 'There are no definitions.\n' : `${total} definitions, on average ${mean} of 100.\n`;
}
