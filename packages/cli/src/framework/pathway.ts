import { parseArgs } from 'node:util';
import { parseRecord } from '@recognition/recognition';
import { type Held, holding, type Pathway, pathway, type Step } from '@recognition/recognition/frameworks';
import { heldIn } from '@recognition/server/framework/content/own-pathways.ts';
import type { Command, Io } from '../command.ts';
import { composing, definitionsIn, frameworkOf, Unusable } from '../compose/read.ts';
import { readJsonFile } from '../json-file.ts';

const HELP = `Usage: nzrr framework pathway <definitions.json> --framework <id> (--record <record.json> | --held <ref,...>) [--json]

The ladder of awards as the page draws it, in words: of every award and unit whether it is held, given by what is held, completed by one
more, or further away; each way in which it is made with how far it has come; and what is still missing.

  --framework <id>        whose rules
  --record <record.json>  a portable record: what was achieved and is confirmed is held
  --held <ref,...>        or these lineages of outcomes and ids of awards, assessed
  --json                  columns, steps and what one more completes, for a machine

Exit: 0 something is given, 1 nothing yet, 2 a file cannot be used.

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
      const { file, framework: id, record, held } = asked(args);
      const framework = frameworkOf(id);
      const definitions = await definitionsIn(file, io);
      const made = pathway(framework, definitions, record === undefined ? holding(held) : await heldBy(record, io));
      if (args.includes('--json'))
        io.out(`${JSON.stringify({ ...made, completes: Object.fromEntries(made.completes) }, null, 2)}\n`);
      else io.out(inWords(made));
      return made.steps.some(({ award, state }) => award !== null && (state === 'given' || state === 'earned')) ? 0 : 1;
    }),
};

async function heldBy(file: string, io: Io): Promise<Held> {
  const read = await readJsonFile(file, io);
  if (!read.ok) throw new Unusable(read.code, `${file}: ${read.message}`);
  const parsed = parseRecord(read.value);
  if (parsed.ok) return heldIn(parsed.record);
  throw new Unusable('record-not-usable', `${file}: ${parsed.problems[0]?.path ?? ''}: ${parsed.problems[0]?.message ?? ''}`);
}

function inWords({ columns, steps, completes }: Pathway): string {
  const lines: string[] = [];
  for (const [at, award] of [...columns.entries()].reverse()) {
    const own = steps.filter(({ column }) => column === at);
    if (own.length === 0) continue;
    lines.push(award ?? 'units');
    for (const { ref, title, state, ways, lacks } of own) {
      lines.push(
        `  ${ref}${title === null ? '' : ` ${title}`}: ${SAID[state]}${lacks.length === 0 ? '' : `; missing ${lacks.join(', ')}`}`,
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
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Unusable('usage', 'Name one file of definitions.');
  if (values.framework === undefined || (values.record === undefined) === (values.held === undefined))
    throw new Unusable('usage', 'Say --framework, and one of --record and --held.');
  const held = values.held?.split(',').filter((ref) => ref !== '') ?? [];
  return { file, framework: values.framework, record: values.record, held };
}
