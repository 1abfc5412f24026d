import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { elmOfRecord } from '@recognition/server/elm/elm-record.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import { exportWithStatements, toDecisionInput } from '@recognition/server/record/read-record.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr record export --learner <id> [--to json|elm] [--out FILE]

Writes the portable record of a learner: all that a decision needs, in one file that "nzrr award assess" reads. The id is the learner's
number in this repository, never an NSN; the file names nobody.

  --learner ID   the learner's number here
  --to elm       an unsigned European Digital Credential (European Learning Model 3) of all that was achieved, instead of the record
  --out FILE     write there instead of to the screen

Where the learner put statements of correction beside lines, they are written beside it as NAME.statements.json:
the form of the record itself is fixed.

Exit 0; 1 when --to elm finds nothing that was achieved; 2 when the learner's number is not one or the file cannot be written.

  npx nzrr record export --learner 1049600 --out record.json
`;

export const recordExport: Command = {
  help: HELP,
  run: async (args, io) => {
    let learnerId: number;
    let out: string | undefined;
    let to: string;
    try {
      const { values } = parseArgs({
        args: [...args],
        options: { learner: { type: 'string' }, out: { type: 'string' }, to: { type: 'string', default: 'json' } },
      });
      learnerId = /^[1-9][0-9]{0,15}$/.test(values.learner ?? '') ? Number(values.learner) : Number.NaN;
      out = values.out;
      to = values.to;
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    if (!Number.isSafeInteger(learnerId)) {
      io.err(`Name the learner by number.\n\n${HELP}`);
      return 2;
    }
    if (to !== 'json' && to !== 'elm') {
      io.err(`Say --to json or --to elm.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const { record, statements } = await exportWithStatements(services, learnerId);
      let exported: unknown = toDecisionInput(record);
      if (to === 'elm') {
        try {
          exported = await elmOfRecord(services, (work) => services.db.asBatch(work), learnerId, record, null);
        } catch (error) {
          if (!(error instanceof Problem && error.code === 'nothing-achieved')) throw error;
          io.err(`${error.message} (${error.code})\n`);
          return 1;
        }
      }
      const text = `${JSON.stringify(exported, null, 2)}\n`;
      if (out === undefined) {
        io.out(text);
        return 0;
      }
      try {
        await writeFile(resolve(io.cwd, out), text);
        if (statements.length > 0) await writeFile(resolve(io.cwd, besideOf(out)), fileOf(statements));
        return 0;
      } catch (error) {
        io.err(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
        return 2;
      }
    });
  },
};

function besideOf(out: string): string {
  return `${out.replace(/\.json$/i, '')}.statements.json`;
}

function fileOf(statements: Awaited<ReturnType<typeof exportWithStatements>>['statements']): string {
  return `${JSON.stringify({ type: 'StatementsOfCorrection', version: 1, statements }, null, 2)}\n`;
}
