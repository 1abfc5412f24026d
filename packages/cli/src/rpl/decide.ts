import { parseArgs } from 'node:util';
import { assessApplication } from '@recognition/server/rpl/assess.ts';
import { confirmAssessment } from '@recognition/server/rpl/confirm.ts';
import { assessmentsBody, confirmationBody } from '@recognition/server/rpl/schemas.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';
import { assessorAt } from './assessor.ts';

const HELP = `nzrr rpl decide <application> <file.json> --provider ID --as MAIL

Judges an application for recognition of prior learning, as PUT /api/v1/providers/me/rpl/{id}/assessment takes it; or confirms it as the
second assessor, as POST …/confirmation does: the file's content tells which. --as names the person who decides by the address of their
sign-in: they are an assessor of the provider, and whoever assessed does not confirm.

Exit 0; 2 when it cannot be decided; nothing is changed then.

  npx nzrr rpl decide 1047 judged.json --provider demo-harakeke --as whetu@example.test
`;

export const rplDecide: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { provider: { type: 'string' }, as: { type: 'string' } },
    });
    const [id, file] = positionals;
    const { provider, as: mail } = values;
    if (id === undefined || !/^[0-9]{1,15}$/u.test(id) || file === undefined || provider === undefined || mail === undefined) {
      io.err(`It needs an application, a file, --provider and --as.\n\n${HELP}`);
      return 2;
    }
    const read = await readJsonFile(file, io);
    const value = read.ok ? read.value : null;
    const [assessed, confirmed] = [assessmentsBody.safeParse(value), confirmationBody.safeParse(value)];
    if (!assessed.success && !confirmed.success) {
      const why = read.ok
        ? assessed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')
        : read.message;
      io.err(`${file} cannot be used: ${why} (not-a-decision)\n`);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await assessorAt(services, provider, mail);
      if ('trouble' in by) {
        io.err(`${by.trouble}\n`);
        return 2;
      }
      const { status } = assessed.success
        ? await assessApplication(services, by, id, assessed.data.outcomes)
        : confirmed.success
          ? await confirmAssessment(services, by, id, confirmed.data)
          : { status: 'applied' };
      io.out(`${id}  ${status}\n`);
      return 0;
    });
  }),
};
