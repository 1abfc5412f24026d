import { parseArgs } from 'node:util';
import { coverage, type Definition, unbundle } from '@recognition/recognition/frameworks';
import type { Command, Io } from '../command.ts';
import { composing, definitionsIn, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose unbundle <definition.json> [--into <pieces.json> [--role ROLE]] [--json]

Takes an award apart: every unit of it, with its identity, in one order. Bundled again, it is the award that it was. With --into: whether
smaller awards cover all of it, and which units are in none of them.

  --into <file>   the smaller awards that it is taken apart into
  --role ROLE     only its units of this role, such as core
  --json          the units for a machine; with --into { pieces, covered, open }

Exit: 0; 1 when a unit is in none of the smaller awards; 2 when a file cannot be used.

Example: nzrr compose unbundle certificate.json --into pieces.json --role core
`;

export const composeUnbundle: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      const { file, into, role, json } = asked(args);
      const [definition, ...more] = await definitionsIn(file, io);
      if (definition === undefined || more.length > 0) throw new Unusable('usage', 'Name one file with one definition.');
      if (into !== undefined) return covered(definition, await definitionsIn(into, io), role, json, io);
      const units = unbundle(definition);
      if (json) io.out(`${JSON.stringify(units, null, 2)}\n`);
      else
        for (const { ref, role: own, minutes } of units)
          io.out(`${ref}  ${own}${minutes === null ? '' : `  ${minutes} minutes`}\n`);
      return 0;
    }),
};

/** What of an award its pieces cover. A piece that is a part of it as a whole, such as a certificate, is no unit of it. */
function covered(whole: Definition, pieces: readonly Definition[], role: string | undefined, json: boolean, io: Io): number {
  const ids = new Set(pieces.map(({ id }) => id));
  const units = { ...whole, parts: whole.parts.filter(({ ref }) => !ids.has(ref)) };
  const roles = [...new Set(units.parts.map((part) => part.role))].filter((one) => role === undefined || one === role);
  if (roles.length === 0)
    throw new Unusable('usage', `The award has no units${role === undefined ? '' : ` of the role ${role}`}.`);
  const each = roles.map((one) =>
    coverage(
      pieces.flatMap((piece) => unbundle(piece)),
      units,
      one,
    ),
  );
  const [all, open] = [each.flatMap((one) => one.covered), each.flatMap((one) => one.open)];
  if (json) {
    io.out(`${JSON.stringify({ pieces: pieces.map(({ id }) => id), covered: all, open }, null, 2)}\n`);
    return open.length === 0 ? 0 : 1;
  }
  const own = new Set(units.parts.map(({ ref }) => ref));
  for (const piece of pieces)
    io.out(
      `${piece.id}: ${unbundle(piece)
        .flatMap(({ ref }) => (own.has(ref) ? [ref] : []))
        .join(', ')}\n`,
    );
  io.out(open.length === 0 ? `All ${all.length} units are covered.\n` : `In none of them: ${open.join(', ')}\n`);
  return open.length === 0 ? 0 : 1;
}

function asked(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { into: { type: 'string' }, role: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Unusable('usage', 'Name one file with one definition.');
  if (values.role !== undefined && values.into === undefined) throw new Unusable('usage', '--role goes with --into.');
  return { file, ...values };
}
