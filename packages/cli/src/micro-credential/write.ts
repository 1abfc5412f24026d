import { parseArgs } from 'node:util';
import { readDocument } from '@recognition/recognition/micro-credential';
import { Problem } from '@recognition/server/http/problem.ts';
import { submit } from '@recognition/server/micro-credential/review.ts';
import { writeFor } from '@recognition/server/micro-credential/write-for.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr micro-credential write <document.json> --developer ID [--hand-in] [--json]

Keeps a micro-credential that a developer wrote, as "nzrr micro-credential check" reads it, with its code: a new code is begun, a draft is
replaced, and what is listed gets its next version. The same document again changes nothing. A steward lists it, on their page.

  --developer ID   the organisation that answers for it
  --hand-in        hand it to the stewards, where nothing stands in the way
  --json           { id, status } for a machine

Exit: 0; 1 when it is kept, and something stands in the way of handing it in, which is said; 2 when it was refused, with the reason, or the
file or an option cannot be used.

Example: npx nzrr micro-credential write care.json --developer isb-health-and-community --hand-in
`;

export const microCredentialWrite: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        developer: { type: 'string' },
        'hand-in': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    const { developer, json } = values;
    if (file === undefined || more.length > 0 || developer === undefined) {
      io.err(HELP);
      return 2;
    }
    const read = await readJsonFile(file, io);
    const document = read.ok ? readDocument(read.value) : null;
    if (!read.ok || document?.ok !== true) {
      io.err(`${file}: ${read.ok ? (document?.ok === false ? `${document.path}: ${document.message}` : '') : read.message}\n`);
      return 2;
    }
    const { code, content } = document;
    return withServices(io, async (services) => {
      const kept = await writeFor(services, { code, developer, content });
      const again = kept.status !== 'draft' || !values['hand-in'];
      const { status } = again ? kept : await orKept(io, kept.id, () => submit(services, 'operator', kept.id));
      const said = kept.written ? 'written' : 'as it was';
      io.out(
        json
          ? `${JSON.stringify({ id: kept.id, status: status ?? 'draft' })}\n`
          : `${kept.id} is ${said}, ${status ?? 'draft'}.\n`,
      );
      return status === null ? 1 : 0;
    });
  }),
};

/** Hands in, or says what stands in the way, each with its rule; what was written is kept. */
async function orKept(
  io: Io,
  id: string,
  work: () => Promise<{ readonly status: string }>,
): Promise<{ readonly status: string | null }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-ready') throw error;
    io.err(`${id}: ${error.message} (${error.code})\n`);
    const { findings } = error.extra;
    if (Array.isArray(findings))
      for (const one of findings) if (isFinding(one)) io.err(`  ${one.path}: ${one.text.en} (${one.source})\n`);
    return { status: null };
  }
}

const isFinding = (
  one: unknown,
): one is { readonly path: string; readonly text: { readonly en: string }; readonly source: string } =>
  typeof one === 'object' && one !== null && 'path' in one && 'source' in one && 'text' in one;
