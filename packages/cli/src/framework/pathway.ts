import { parseArgs } from 'node:util';
import { parseRecord } from '@recognition/recognition';
import { type Held, holding, type Pathway, pathway, type Step } from '@recognition/recognition/frameworks';
import { heldIn, ownPathways } from '@recognition/server/framework/content/own-pathways.ts';
import { exportRecord } from '@recognition/server/record/read-record.ts';
import { readLearner } from '../bank/place.ts';
import type { Command, Io } from '../command.ts';
import { composing, definitionsIn, frameworkOf, Unusable } from '../compose/read.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr framework pathway <definitions.json> --framework <id> (--record <record.json> | --held <ref,...>) [--json]
       nzrr framework pathway --framework <id> --learner <id> [--json]

The ladder of awards as the page draws it, in words: of every award and unit whether it is held, given by what is held, completed by one
more, or further away; each way in which it is made with how far it has come; and what is still missing.

  --framework <id>        whose rules
  --record <record.json>  a portable record: what was achieved and is confirmed is held
  --held <ref,...>        or these lineages of outcomes and ids of awards, assessed
  --learner <id>          instead of files: what a learner holds in this repository, of the awards that the framework is filled with
  --json                  columns, steps and what one more completes, for a machine

Exit: 0 something is given, 1 nothing yet, 2 a file cannot be used, or there is no such learner.

Example: npx nzrr framework pathway certificates.json --framework es --record record.json
`;

const SAID: Readonly<Record<Step['state'], string>> = {
  earned: 'held',
  given: 'given by what is held',
  next: 'one more completes it',
  open: 'not yet',
};

export const frameworkPathway: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      const { file, framework: id, record, held, learner } = asked(args);
      const framework = frameworkOf(id);
      if (learner !== null)
        return withServices(io, async (services) => {
          const kept = await exportRecord(services, learner);
          const own = (await ownPathways(services, kept)).find((one) => one.framework === id);
          return say(pathway(framework, own?.definitions ?? [], heldIn(kept)), args, io, own?.names);
        });
      const definitions = await definitionsIn(file, io);
      return say(pathway(framework, definitions, record === undefined ? holding(held) : await heldBy(record, io)), args, io);
    }),
};

function say(made: Pathway, args: readonly string[], io: Io, names: Readonly<Record<string, string>> = {}): number {
  if (args.includes('--json')) io.out(`${JSON.stringify({ ...made, completes: Object.fromEntries(made.completes) }, null, 2)}\n`);
  else io.out(inWords(made, names));
  return made.steps.some(({ award, state }) => award !== null && (state === 'given' || state === 'earned')) ? 0 : 1;
}

async function heldBy(file: string, io: Io): Promise<Held> {
  const read = await readJsonFile(file, io);
  if (!read.ok) throw new Unusable(read.code, `${file}: ${read.message}`);
  const parsed = parseRecord(read.value);
  if (parsed.ok) return heldIn(parsed.record);
  throw new Unusable('record-not-usable', `${file}: ${parsed.problems[0]?.path ?? ''}: ${parsed.problems[0]?.message ?? ''}`);
}

function inWords({ columns, steps, completes }: Pathway, names: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  for (const [at, award] of [...columns.entries()].reverse()) {
    const own = steps.filter(({ column }) => column === at);
    if (own.length === 0) continue;
    lines.push(award ?? 'units');
    for (const { ref, title, state, ways, lacks } of own) {
      const name = title ?? names[ref] ?? null;
      lines.push(
        `  ${ref}${name === null ? '' : ` ${name}`}: ${SAID[state]}${lacks.length === 0 ? '' : `; missing ${lacks.join(', ')}`}`,
      );
      for (const way of ways) if (ways.length > 1) lines.push(`    by ${way.id ?? 'its parts'}: ${way.have} of ${way.need}`);
      const gives = completes.get(ref);
      if (gives !== undefined) lines.push(`    completes ${gives.join(', ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function asked(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        record: { type: 'string' },
        held: { type: 'string' },
        learner: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  const { framework, record } = values;
  const held = values.held?.split(',').filter((ref) => ref !== '') ?? [];
  if (values.learner !== undefined) {
    const learner = readLearner(values.learner);
    if (framework === undefined || learner === null || file !== undefined || (record ?? values.held) !== undefined)
      throw new Unusable('usage', 'Say --framework and --learner, a number, and no file.');
    return { file: '', framework, record, held, learner };
  }
  if (file === undefined || more.length > 0) throw new Unusable('usage', 'Name one file of definitions.');
  if (framework === undefined || (record === undefined) === (values.held === undefined))
    throw new Unusable('usage', 'Say --framework, and one of --record and --held.');
  return { file, framework, record, held, learner: null };
}
