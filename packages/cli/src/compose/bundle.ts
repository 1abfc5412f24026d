import { parseArgs } from 'node:util';
import { bundle, bundlingOf, type Bundled, type Definition, rebundle } from '@recognition/recognition/frameworks';
import type { Command, Io } from '../command.ts';
import { composing, definitionsIn, Unusable } from './read.ts';

const COMMON = `  --id <id>         the id of the new award
  --title <title>   its title
  --award <kind>    what it is in its framework, such as micro-credential
  --json            the answer for a machine

Exit: 0 made, 1 refused, 2 a file cannot be used.
`;
const BUNDLE = `Usage: nzrr compose bundle <definitions.json>... --id <id> --title <title> --award <kind> [--json]

Puts the units of all definitions together as one award. A unit that stands in several counts once, and is named. Of two that name their
qualification it says whether the bundle is vertical (one qualification across levels) or horizontal (one sector and level).

${COMMON}
Example: nzrr compose bundle part-a.json part-b.json --id mc-7 --title "Safe work" --award micro-credential
`;
const REBUNDLE = `Usage: nzrr compose rebundle <definitions.json>... --id <id> --title <title> --award <kind> [--sources <n>] [--json]

Puts units of several sources, such as training regulations, together as a new award; each unit keeps its identity.

  --sources <n>     at least so many sources, default 2
${COMMON}
Example: nzrr compose rebundle tr-1.json tr-2.json --id t-1 --title "Tailored" --award tailored
`;

export const composeBundle: Command = {
  help: BUNDLE,
  run: (args, io) =>
    made(args, io, BUNDLE, (header, from) =>
      bundle(
        header,
        from.map(({ parts }) => parts),
      ),
    ),
};

export const composeRebundle: Command = {
  help: REBUNDLE,
  run: (args, io) => made(args, io, REBUNDLE, (header, from, sources) => rebundle(header, from, () => true, sources)),
};

const WAYS = {
  vertical: 'Vertical bundling: one qualification across levels.',
  horizontal: 'Horizontal bundling: qualifications of one sector and level.',
} as const;

type Make = (header: Parameters<typeof bundle>[0], from: readonly Definition[], sources: number) => Bundled;

function made(args: readonly string[], io: Io, help: string, make: Make): Promise<number> {
  return composing(help, args.includes('--json'), io, async () => {
    const { values, positionals } = parsed(args);
    const { id, title, award, sources, json } = values;
    if (positionals.length === 0) throw new Unusable('usage', 'Name at least one file of definitions.');
    if (id === undefined || title === undefined || award === undefined)
      throw new Unusable('usage', 'Say --id, --title and --award.');
    if (!/^[1-9][0-9]?$/.test(sources)) throw new Unusable('usage', '--sources takes a whole number.');
    const from: Definition[] = [];
    for (const file of positionals) from.push(...(await definitionsIn(file, io)));
    const header = { id, title, award, level: null, sector: null, electives: 0, reviewYears: null, withdrawn: null, listing: {} };
    const answer = make(header, from, Number(sources));
    if (json) io.out(`${JSON.stringify(answer, null, 2)}\n`);
    else if (!answer.ok) io.out(`${answer.message.en} (${answer.code}${answer.ref === null ? '' : `, ${answer.ref}`})\n`);
    else {
      io.out(
        `${title}: ${answer.definition.parts.length} units${answer.definition.minutes === null ? '' : `, ${answer.definition.minutes} minutes`}.\n`,
      );
      for (const { ref } of answer.definition.parts)
        io.out(`  ${ref}${answer.once.includes(ref) ? ' (in several, counted once)' : ''}\n`);
      const [a, b, ...more] = from;
      const way = help === BUNDLE && a !== undefined && b !== undefined && more.length === 0 ? bundlingOf(a, b) : null;
      if (way !== null) io.out(`${WAYS[way]}\n`);
    }
    return answer.ok ? 0 : 1;
  });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        title: { type: 'string' },
        award: { type: 'string' },
        sources: { type: 'string', default: '2' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
}
