import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FORMATS, type Format, takeForOperator, type Wanted } from '@recognition/server/award/index.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import type { Command, Io } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr credential issue --award CODE [--format FORM] [--out FILE]
       nzrr credential issue --learner ID --achievement ID [--format FORM] [--out FILE]
       nzrr credential issue --learner ID --record [--only ID,...] [--named] [--format FORM] [--out FILE]

Writes the credential of an award, of one achievement, or of a whole record (a Comprehensive Learner Record), for the learner who asked for
it. The learner's id is their number in this repository, never an NSN. The same credential in another form is revoked with it.

  --format FORM       ldp_vc (JSON with an embedded proof, the default), vc+jwt, dc+sd-jwt (parts can be kept back),
                      png or svg (a picture with the credential baked in); of a record: ldp_vc or vc+jwt
  --only ID,...       of a record: only these achievements and awards
  --named             of a record: it names the learner, as the record does
  --holder-key FILE   of a dc+sd-jwt: a public key (JWK) that whoever presents it must sign with
  --out FILE          write to this file instead of the terminal; a png always needs one

Exit: 0 written, 1 there is no such credential, 2 refused with the reason, or the options are off.

Example: nzrr credential issue --award 26-4K7Q-MX2P-9D3H --format vc+jwt --out award.jwt
`;

interface Asked {
  readonly wanted: Wanted;
  readonly format: Format;
  readonly holderKey: string | null;
  readonly out: string | null;
}

export const credentialIssue: Command = {
  help: HELP,
  run: async (args, io) => {
    const asked = parse(args);
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`);
      return 2;
    }
    return issue(asked, io);
  },
};

async function issue({ wanted, format, holderKey, out }: Asked, io: Io): Promise<number> {
  let holder: unknown;
  try {
    holder = holderKey === null ? undefined : JSON.parse(await readFile(resolve(io.cwd, holderKey), 'utf8'));
  } catch (error) {
    io.err(`${holderKey ?? ''} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  return withServices(io, async (services) => {
    try {
      const { body } = await takeForOperator(services, wanted, format, holder);
      if (out === null) io.out(`${String(body)}\n`);
      else await writeFile(resolve(io.cwd, out), body);
      return 0;
    } catch (error) {
      if (error instanceof Problem) {
        io.err(`${error.message} (${error.code})\n`);
        return error.status === 404 ? 1 : 2;
      }
      if (!(error instanceof Error) || !('syscall' in error)) throw error;
      io.err(`${out ?? ''} cannot be written: ${error.message}\n`);
      return 2;
    }
  });
}

function parse(args: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        award: { type: 'string' },
        learner: { type: 'string' },
        achievement: { type: 'string' },
        record: { type: 'boolean', default: false },
        only: { type: 'string' },
        named: { type: 'boolean', default: false },
        format: { type: 'string', default: 'ldp_vc' },
        'holder-key': { type: 'string' },
        out: { type: 'string' },
      },
    });
    const format = FORMATS.find((one) => one === values.format);
    if (format === undefined) return `A form is one of ${FORMATS.join(', ')}.`;
    const wanted = wantedOf(values);
    if (typeof wanted === 'string') return wanted;
    if (wanted.kind === 'record' && format !== 'ldp_vc' && format !== 'vc+jwt') return 'A record is written as ldp_vc or vc+jwt.';
    if (format === 'png' && values.out === undefined) return 'A picture needs --out.';
    if (values['holder-key'] !== undefined && format !== 'dc+sd-jwt') return 'Only a dc+sd-jwt is bound to a key.';
    return { wanted, format, holderKey: values['holder-key'] ?? null, out: values.out ?? null };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wantedOf(values: {
  readonly award?: string;
  readonly learner?: string;
  readonly achievement?: string;
  readonly record: boolean;
  readonly only?: string;
  readonly named: boolean;
}): Wanted | string {
  const { award, learner, achievement, record, only, named } = values;
  const which = [award !== undefined, achievement !== undefined, record].filter(Boolean).length;
  if (which !== 1) return 'Name an award, an achievement, or a record.';
  if ((only !== undefined || named) && !record) return '--only and --named are for a record.';
  if (award !== undefined) return learner === undefined ? { kind: 'award', award } : 'An award needs no learner.';
  if (learner === undefined || !/^[1-9][0-9]{0,15}$/u.test(learner)) return 'A learner is a whole number above 0.';
  if (achievement === undefined)
    return {
      kind: 'record',
      learner: Number(learner),
      only: only === undefined ? null : only.split(',').filter((id) => id !== ''),
      named,
    };
  return /^[0-9]{1,16}$/u.test(achievement)
    ? { kind: 'achievement', learner: Number(learner), achievement }
    : 'An achievement is a number.';
}
