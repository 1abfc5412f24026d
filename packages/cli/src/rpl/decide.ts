import { parseArgs } from 'node:util';
import { assessApplication } from '@recognition/server/rpl/assess.ts';
import { confirmAssessment } from '@recognition/server/rpl/confirm.ts';
import { reviewOutcome } from '@recognition/server/rpl/review.ts';
import { assessmentBody, assessmentsBody, confirmationBody } from '@recognition/server/rpl/schemas.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Assessor } from '@recognition/server/rpl/assessor.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';
import { assessorAt } from './assessor.ts';

const HELP = `nzrr rpl decide <application> <file.json> --provider ID --as MAIL

Judges an application for recognition of prior learning, as PUT /api/v1/providers/me/rpl/{id}/assessment takes it; or confirms it as the
second assessor, as POST …/confirmation does; or reviews one outcome after an appeal, as POST …/reviews does: the file's content tells which.
--as names the person who decides by the address of their sign-in: they are an assessor of the provider; whoever assessed does not confirm, and
who did either does not review. "nzrr rpl read" shows the criteria.

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
    const decision = read.ok ? decisionOf(read.value) : read.message;
    if (typeof decision === 'string') {
      io.err(`${file} cannot be used: ${decision} (not-a-decision)\n`);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await assessorAt(services, provider, mail);
      if ('trouble' in by) {
        io.err(`${by.trouble}\n`);
        return 2;
      }
      io.out(`${id}  ${await decision(services, by, id)}\n`);
      return 0;
    });
  }),
};

type Decision = (services: Services, by: Assessor, id: string) => Promise<string>;

/** What a file decides, as a thing to do that answers where the application stands; or why it is none. */
function decisionOf(value: unknown): Decision | string {
  const [assessed, confirmed, reviewed] = [
    assessmentsBody.safeParse(value),
    confirmationBody.safeParse(value),
    assessmentBody.safeParse(value),
  ];
  if (assessed.success)
    return async (services, by, id) => (await assessApplication(services, by, id, assessed.data.outcomes)).status;
  if (confirmed.success) return async (services, by, id) => (await confirmAssessment(services, by, id, confirmed.data)).status;
  if (reviewed.success)
    return async (services, by, id) => {
      await reviewOutcome(services, by, id, reviewed.data);
      return 'reviewed';
    };
  return assessed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
}
