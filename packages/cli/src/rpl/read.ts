import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askLearner } from '@recognition/server/rpl/assess.ts';
import { wordsBody } from '@recognition/server/rpl/schemas.ts';
import { readSent, readSentFile } from '@recognition/server/rpl/shown.ts';
import { formed } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { assessorAt } from './assessor.ts';
import { isNumber } from './number.ts';

const options = { provider: { type: 'string' }, as: { type: 'string' } } as const;

const READ_HELP = `nzrr rpl read <application> --provider ID --as MAIL [--evidence ITEM --out FILE]

Opens an application as an assessor of the provider: the story, the evidence, and the criteria of each outcome, as
GET /api/v1/providers/me/rpl/{id} answers it. With --evidence it writes one of its files instead. --as names who reads by the address of their
sign-in; the learner sees each reading.

Exit 0; 2 when it cannot be read.

  npx nzrr rpl read 1047 --provider demo-harakeke --as whetu@example.test
`;

export const rplRead: Command = {
  help: READ_HELP,
  run: guarded(READ_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, evidence: { type: 'string' }, out: { type: 'string' } },
    });
    const [id] = positionals;
    const { provider, as: mail, evidence, out } = values;
    const whole = evidence === undefined && out === undefined;
    if (!isNumber(id) || provider === undefined || mail === undefined || (!whole && (!isNumber(evidence) || out === undefined))) {
      io.err(`It needs an application, --provider and --as; a piece of evidence goes with --out.\n\n${READ_HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await assessorAt(services, provider, mail);
      if ('trouble' in by) {
        io.err(`${by.trouble}\n`);
        return 2;
      }
      if (evidence === undefined || out === undefined) {
        io.out(`${JSON.stringify(await readSent(services, by, id), null, 2)}\n`);
        return 0;
      }
      const { title, mediaType, content } = await readSentFile(services, by, id, evidence);
      await writeFile(resolve(io.cwd, out), content);
      io.out(`${title}  ${mediaType}, ${content.length} bytes\n`);
      return 0;
    });
  }),
};

const ASK_HELP = `nzrr rpl ask <application> --provider ID --as MAIL --words TEXT

Asks the learner something, as an assessor of the provider; the application waits until they have answered.

Exit 0; 2 when it is refused, with why.
`;

export const rplAsk: Command = {
  help: ASK_HELP,
  run: guarded(ASK_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, words: { type: 'string' } },
    });
    const [id] = positionals;
    const { provider, as: mail, words } = values;
    if (!isNumber(id) || provider === undefined || mail === undefined || words === undefined) {
      io.err(`It needs an application, --provider, --as and --words.\n\n${ASK_HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await assessorAt(services, provider, mail);
      if ('trouble' in by) {
        io.err(`${by.trouble}\n`);
        return 2;
      }
      await askLearner(services, by, id, formed(wordsBody, { words }).words);
      io.out(`${id}  asked\n`);
      return 0;
    });
  }),
};
