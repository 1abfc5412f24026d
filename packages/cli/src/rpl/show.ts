import { parseArgs } from 'node:util';
import { listOwn, seeOwn } from '@recognition/server/rpl/view.ts';
import { forLearner } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from './number.ts';

const HELP = `nzrr rpl show [<application>] --learner ID [--json]

Lists a learner's applications for recognition of prior learning, the newest first; or shows one whole, as its learner sees it: the story, what
was asked and answered, and each decision with its criteria and why. What an assessor proposed is shown once it is decided.

Exit 0; 1 when there is none; 2 when it cannot be shown.

  npx nzrr rpl show 1047 --learner 1049600
`;

export const rplShow: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [id] = positionals;
    if (id !== undefined && !isNumber(id)) {
      io.err(`An application is a number.\n\n${HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: HELP }, async (services, by) => {
      if (id === undefined) {
        const { items } = await listOwn(services, by);
        if (values.json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
        else
          for (const one of items)
            io.out(
              `${one.id}  ${one.appealed ? 'appealed' : one.status}  ${one.provider?.id ?? '-'}  ${one.outcomes.map(({ outcome }) => outcome).join(' ')}\n`,
            );
        return items.length > 0 ? 0 : 1;
      }
      const one = await seeOwn(services, by, id);
      io.out(values.json ? `${JSON.stringify(one, null, 2)}\n` : linesOf(one));
      return 0;
    });
  }),
};

function linesOf({ id, status, provider, consent, story, asked, history }: Awaited<ReturnType<typeof seeOwn>>): string {
  const outcomes = asked.map(({ outcome, name, words, evidence, decision, reason, rubric, reviewed }) =>
    [
      `${outcome}  ${name}${decision === null ? '' : `: ${decision}${reviewed ? ' on appeal' : ''}, ${reason ?? ''}`}`,
      ...(words === '' ? [] : [`  ${words}`]),
      ...evidence.map(({ item, title, kind, gone }) => `  ${item}  ${title} (${gone ? 'removed' : kind})`),
      ...rubric.map((one) => `  ${one.judgement}: ${one.words}. ${one.reason}`),
    ].join('\n'),
  );
  const said = history.map(({ at, by, kind, words }) => `${at.slice(0, 10)}  ${by} ${kind}${words === null ? '' : `: ${words}`}`);
  return `${[`${id}  ${status}, to ${provider?.name ?? 'nobody yet'}; consent ${consent}`, story, ...outcomes, ...said].join('\n')}\n`;
}
