import { parseArgs } from 'node:util';
import { csvLine, safeCell } from '@recognition/recognition/results';
import { decideCrosswalk, listCrosswalk, proposeCrosswalk } from '@recognition/server/skill/crosswalk.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr skill crosswalk list [--from SCHEME] [--to SCHEME] [--status proposed|confirmed|refused] [--limit N] [--json]
       nzrr skill crosswalk propose --from SCHEME --to SCHEME [--least 0.6] [--json]
       nzrr skill crosswalk confirm|refuse <skill> <skill> [--relation exact|close|broader|narrower] [--note TEXT]
       nzrr skill crosswalk export [--from SCHEME] [--to SCHEME]

Which skills of two schemes are the same: pairs are proposed by what the schemes say and by what their labels share, and count for nothing
until a person confirms them. A skill is given by its address. Export writes the confirmed pairs as CSV.

Exit: 0; 1 when there is none; 2 when something was refused, with why.

Example: npx nzrr skill crosswalk propose --from nzrr-skills --to esco
`;

const STATUSES = ['proposed', 'confirmed', 'refused'] as const;
const RELATIONS = ['exact', 'close', 'broader', 'narrower'] as const;
/** A page of the list that is read whole. */
const PAGE = 200;

type Asked = Parameters<typeof listCrosswalk>[2];
type Pair = Awaited<ReturnType<typeof listCrosswalk>>['items'][number];

export const skillCrosswalk: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        status: { type: 'string' },
        least: { type: 'string', default: '0.6' },
        limit: { type: 'string', default: '20' },
        relation: { type: 'string' },
        note: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, one, other] = positionals;
    const { from, to } = values;
    const status = STATUSES.find((known) => known === values.status);
    const relation = RELATIONS.find((known) => known === values.relation);
    const [limit, least] = [Number(values.limit), Number(values.least)];
    const whole = Number.isInteger(limit) && limit >= 1 && least >= 0.3 && least <= 1;
    const known =
      (values.status === undefined) === (status === undefined) && (values.relation === undefined) === (relation === undefined);
    if (!whole || !known) return wrong(io);
    if (verb === 'list')
      return withServices(io, async (services) => {
        const pairs = await pairsOf(services, { from, to, status, limit });
        io.out(values.json ? `${JSON.stringify(pairs, null, 2)}\n` : pairs.map(said).join(''));
        return pairs.length === 0 ? 1 : 0;
      });
    if (verb === 'export')
      return withServices(io, async (services) => {
        const pairs = await pairsOf(services, { from, to, status: 'confirmed', limit: Number.POSITIVE_INFINITY });
        io.out(
          [['from', 'from_label', 'relation', 'to', 'to_label', 'score'], ...pairs.map(rowOf)]
            .map((row) => `${csvLine(row.map(safeCell))}\n`)
            .join(''),
        );
        return pairs.length === 0 ? 1 : 0;
      });
    if (verb === 'propose' && from !== undefined && to !== undefined)
      return withServices(io, async (services) => {
        const answer = await proposeCrosswalk(services, 'operator', { from, to, least });
        io.out(values.json ? `${JSON.stringify(answer)}\n` : `${answer.found} pairs found, ${answer.proposed} of them new.\n`);
        return answer.found === 0 ? 1 : 0;
      });
    if ((verb === 'confirm' || verb === 'refuse') && one !== undefined && other !== undefined)
      return withServices(io, async (services) => {
        const decided = verb === 'confirm' ? 'confirmed' : 'refused';
        await decideCrosswalk(services, 'operator', { from: one, to: other, status: decided, relation, note: values.note });
        io.out(`${decided}: ${one} and ${other}\n`);
        return 0;
      });
    return wrong(io);
  }),
};

function wrong(io: Io): number {
  io.err(HELP);
  return 2;
}

async function pairsOf(services: Services, asked: Omit<Asked, 'cursor'>): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCrosswalk(services, 'operator', {
      ...asked,
      cursor,
      limit: Math.min(PAGE, asked.limit - pairs.length),
    });
    pairs.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && pairs.length < asked.limit);
  return pairs;
}

const said = ({ from, to, relation, score, status, words }: Pair): string =>
  `${score.toFixed(2)}  ${status}  ${from.en} (${from.scheme}) ${relation} ${to.en} (${to.scheme})${words.length === 0 ? '' : `: ${words.join(', ')}`}\n      ${from.uri}\n      ${to.uri}\n`;

const rowOf = ({ from, to, relation, score }: Pair): readonly string[] => [
  from.uri,
  from.en,
  relation,
  to.uri,
  to.en,
  score.toFixed(4),
];
