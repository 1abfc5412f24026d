import { parseArgs } from 'node:util';
import { act, propose } from '@recognition/server/course-package/act.ts';
import { seeCoursePackage } from '@recognition/server/course-package/see.ts';
import { Problem, problem } from '@recognition/server/http/problem.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { partyNamed, readId } from './party.ts';
import { linesOf } from './read.ts';

const VERBS = {
  propose: [
    'proposed',
    'provider',
    'Proposes what a provider wrote of a package as its next version, which does not change again.',
  ],
  'ask-change': ['change-asked', 'employer', 'Asks, as the employer, for a change of the version that was proposed.'],
  agree: ['agreed', 'employer', 'Agrees, as the employer, to the version that was proposed.'],
  decline: ['declined', 'employer', 'Declines a package, as the employer.'],
  withdraw: ['withdrawn', 'provider', 'Withdraws a package, as its provider.'],
} as const;
type Verb = keyof typeof VERBS;

const helpOf = (
  verb: Verb,
): string => `Usage: nzrr package ${verb} <package> --organisation ID --as MAIL${verb === 'propose' ? '' : ' [--version N]'} [--words TEXT] [--json]

${VERBS[verb][2]} --as names whoever does it by the address of their sign-in. Done twice, it stands once.

${verb === 'propose' ? '' : '  --version N    the version that they read; the one in force when it is left out\n'}  --words TEXT   what the other party is told
  --json         the package as the API answers it

Exit: 0; 1 when something stands in the way, which is said; 2 when it was refused, with the reason, or the options are off.

Example: npx nzrr package ${verb} 2 --organisation ${VERBS[verb][1] === 'provider' ? 'demo-harakeke --as ngaio' : 'demo-lantern --as edith'}@example.test
`;

function acting(verb: Verb): Command {
  const help = helpOf(verb);
  return {
    help,
    run: guarded(help, async (args, io) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          organisation: { type: 'string' },
          as: { type: 'string' },
          version: { type: 'string' },
          words: { type: 'string', default: '' },
          json: { type: 'boolean', default: false },
        },
      });
      const [text, ...more] = positionals;
      const id = readId(text);
      const { organisation, as: mail, words, json } = values;
      const version = values.version === undefined ? null : Number(readId(values.version) ?? Number.NaN);
      if (id === null || more.length > 0 || organisation === undefined || mail === undefined || Number.isNaN(version)) {
        io.err(help);
        return 2;
      }
      return withServices(io, (services) =>
        orInTheWay(io, async () => {
          const by = await partyNamed(services, organisation, mail);
          const [kind, side] = VERBS[verb];
          if (by.side !== side) throw problem('role-needed', 403, `Only the ${side} of a package does this.`);
          const before = await seeCoursePackage(services, by, id);
          const made =
            kind === 'proposed'
              ? await propose(services, by, id, { revision: before.draft?.revision ?? 0, words })
              : await act(services, by, id, kind, { version: version ?? before.version, words });
          io.out(json ? `${JSON.stringify(made, null, 2)}\n` : `${linesOf(made).join('\n')}\n`);
          return 0;
        }),
      );
    }),
  };
}

/** Says what stands in the way, each with its rule, where a package was refused for that. */
async function orInTheWay(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || !Array.isArray(error.extra['findings'])) throw error;
    io.err(`${error.message} (${error.code})\n`);
    for (const finding of error.extra['findings']) if (isFinding(finding)) io.err(`  ${finding.text.en} (${finding.source})\n`);
    return 1;
  }
}

const isFinding = (one: unknown): one is { readonly text: { readonly en: string }; readonly source: string } =>
  typeof one === 'object' &&
  one !== null &&
  'source' in one &&
  'text' in one &&
  typeof one.text === 'object' &&
  one.text !== null &&
  'en' in one.text;

export const packagePropose = acting('propose');
export const packageAskChange = acting('ask-change');
export const packageAgree = acting('agree');
export const packageDecline = acting('decline');
export const packageWithdraw = acting('withdraw');
