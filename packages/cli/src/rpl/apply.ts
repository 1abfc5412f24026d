import { parseArgs } from 'node:util';
import { endRplConsent, sendApplication, withdrawApplication } from '@recognition/server/rpl/apply.ts';
import { keepDraft } from '@recognition/server/rpl/draft.ts';
import { draftBody } from '@recognition/server/rpl/schemas.ts';
import { FOR_A_LEARNER, forLearner, formedFile } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from './number.ts';

const DRAFT_HELP = `nzrr rpl draft <application> <draft.json> --learner ID

Writes a draft over, whole, as PUT /api/v1/learners/me/rpl/{id} takes it: the story, who is to assess, and each outcome with what shows it:

  { "story": "…", "provider": "demo-harakeke", "outcomes": [ { "outcome": "HE01-v1", "words": "…", "evidence": ["2051"] } ] }

"nzrr rpl match" names outcomes and providers, and "nzrr evidence list" what is kept.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why; nothing is changed then.
`;

export const rplDraft: Command = {
  help: DRAFT_HELP,
  run: guarded(DRAFT_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' } },
    });
    const [id, file] = positionals;
    if (!isNumber(id) || file === undefined) {
      io.err(`It needs an application and a file.\n\n${DRAFT_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: DRAFT_HELP }, async (services, by) => {
      await keepDraft(services, by, id, await formedFile(io, file, draftBody));
      io.out(`${id}  draft\n`);
      return 0;
    });
  }),
};

const APPLY_HELP = `nzrr rpl apply <application> --learner ID --consent

Sends a draft to the provider that it names. --consent is the learner's: that this provider reads this story and this evidence, to assess these
outcomes, and nothing else of the record; each reading stands in the learner's list of who looked.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why; the draft stays as it was then.

  npx nzrr rpl apply 1047 --learner 1049600 --consent
`;

export const rplApply: Command = {
  help: APPLY_HELP,
  run: guarded(APPLY_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' }, consent: { type: 'boolean', default: false } },
    });
    const [id] = positionals;
    if (!isNumber(id)) {
      io.err(`It needs an application.\n\n${APPLY_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: APPLY_HELP }, async (services, by) => {
      await sendApplication(services, by, id, values.consent);
      io.out(`${id}  applied\n`);
      return 0;
    });
  }),
};

const WITHDRAW_HELP = `nzrr rpl withdraw <application> --learner ID [--end-consent]

Takes an application back until it is decided: the provider reads nothing of it any more. Of one that is decided, --end-consent ends the
consent: the decision stays, and nobody reads the story and the evidence any more. Doing it again changes nothing.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.
`;

export const rplWithdraw: Command = {
  help: WITHDRAW_HELP,
  run: guarded(WITHDRAW_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' }, 'end-consent': { type: 'boolean', default: false } },
    });
    const [id] = positionals;
    if (!isNumber(id)) {
      io.err(`It needs an application.\n\n${WITHDRAW_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: WITHDRAW_HELP }, async (services, by) => {
      const ends = values['end-consent'];
      await (ends ? endRplConsent(services, by, id) : withdrawApplication(services, by, id));
      io.out(`${id}  ${ends ? 'consent ended' : 'withdrawn'}\n`);
      return 0;
    });
  }),
};
