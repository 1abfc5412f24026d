import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import {
  awardForOperator,
  claimBest,
  claimMadeFor,
  claimMany,
  type ClaimOrder,
  generatedLearners,
  threadsFor,
} from '@recognition/server/award/index.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Command, Io } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr award claim --learner ID [--major SLUG|none] [--name-on-award] [--out FILE] [--json]
nzrr award claim --learner ID --definition DEFINITION [--framework nz] [--award micro-credential] [--name-on-award] [--out FILE] [--json]
nzrr award claim --generated N [--major SLUG|none] [--threads T] [--out FOLDER] [--json]

Issues the best award that a record allows, and spends the learning in it. Only on the learner's own request: an award is never made for
somebody who did not ask for it. The id is the learner's number in this repository, never an NSN.

  --learner ID      the learner who asked
  --definition ID   an award that is made of named parts, such as a listed micro-credential; "nzrr award claimable" lists them.
                    It uses up what it counts only where its rule says so
  --framework ID    whose definition it is; nz without it
  --award ID        which award of the framework; micro-credential without it
  --generated N     instead: the first N invented learners of generated results files whose record allows an award, to try things out
  --major SLUG      a field, or none; without it the major with the highest share, where there is one
  --threads T       with --generated, in how many threads of their own; without it, as many as are worth it
  --name-on-award   the award names the learner, as the record does; without it, it names nobody
  --out PATH        write the credential to this file; with --generated, each into this folder
  --json            answer with one line of JSON an award

Exit 0 claimed; 1 the record allows no award, or fewer than N do; 2 refused, with the reason, or the options are off.

  npx nzrr award claim --learner 1049600 --out award.json
`;

interface Asked {
  readonly learner: number | null;
  readonly generated: number;
  readonly major: string | null | undefined;
  readonly named: boolean;
  readonly out: string | null;
  readonly json: boolean;
  readonly threads: number;
  /** An award that is made of named parts. */
  readonly made: { readonly framework: string; readonly award: string; readonly definition: string } | null;
}

export const awardClaim: Command = {
  help: HELP,
  run: async (args, io) => {
    const asked = parse(args);
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`);
      return 2;
    }
    return withServices(io, (services) =>
      asked.learner === null ? claimForGenerated(services, asked, io) : claimForOne(services, asked.learner, asked, io),
    );
  },
};

function parse(args: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        generated: { type: 'string' },
        major: { type: 'string' },
        'name-on-award': { type: 'boolean', default: false },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        threads: { type: 'string' },
        definition: { type: 'string' },
        framework: { type: 'string' },
        award: { type: 'string' },
      },
    });
    if ((values.learner === undefined) === (values.generated === undefined)) return 'Name a learner, or how many generated ones.';
    const count = Number(values.learner ?? values.generated);
    if (!/^[1-9][0-9]{0,15}$/u.test(values.learner ?? values.generated ?? '') || !Number.isSafeInteger(count))
      return 'A learner, and how many, is a whole number above 0.';
    const { definition, framework, award } = values;
    if (definition === undefined && (framework !== undefined || award !== undefined))
      return 'A framework and its award go with a definition.';
    if (definition !== undefined && (values.learner === undefined || values.major !== undefined))
      return 'A definition is claimed for one learner, and has no major.';
    const threads = values.threads === undefined ? threadsFor(count) : Number(values.threads);
    if (!Number.isSafeInteger(threads) || threads < 0 || threads > 4 * availableParallelism())
      return 'There are too many threads.';
    return {
      learner: values.learner === undefined ? null : count,
      generated: values.generated === undefined ? 0 : count,
      major: values.major === 'none' ? null : values.major,
      named: values['name-on-award'],
      out: values.out ?? null,
      json: values.json,
      threads,
      made: definition === undefined ? null : { framework: framework ?? 'nz', award: award ?? 'micro-credential', definition },
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function claimForOne(services: Services, learner: number, asked: Asked, io: Io): Promise<number> {
  if (asked.made !== null) return claimByDefinition(services, learner, asked, asked.made, io);
  const claimed = await claimBest(services, learner, asked);
  if (claimed === null) {
    io.err('The record of this learner does not allow an award.\n');
    return 1;
  }
  say(claimed, asked.json, io);
  return asked.out === null ? 0 : keep(services, claimed.id, resolve(io.cwd, asked.out), io);
}

async function claimByDefinition(
  services: Services,
  learner: number,
  { named, json, out }: Asked,
  made: NonNullable<Asked['made']>,
  io: Io,
): Promise<number> {
  const { id } = await claimMadeFor(services, learner, named, made);
  const award = (await awardForOperator(services, id))?.award;
  io.out(json ? `${JSON.stringify({ id, ...made })}\n` : `${id}  ${award?.title.en ?? ''}  ${award?.size?.en ?? ''}\n`);
  return out === null ? 0 : keep(services, id, resolve(io.cwd, out), io);
}

/**
 * A record that allows an award, and not the major that is asked for, is passed over. Once a credential cannot be written, no further award is
 * begun: those under way are made, and each of them is said.
 */
async function claimForGenerated(services: Services, asked: Asked, io: Io): Promise<number> {
  const met = { refusal: false, unwritten: false };
  const made = await claimMany(
    { services, place: { env: io.env, cwd: io.cwd }, threads: asked.threads },
    orders(services, asked, () => met.unwritten),
    {
      most: asked.generated,
      onOutcome: async (outcome) => {
        if (outcome.kind === 'refused' && outcome.code !== 'major-not-held') {
          io.err(`${outcome.message} (${outcome.code})\n`);
          met.refusal = true;
        }
        if (outcome.kind !== 'claimed') return;
        const { id, major, credits } = outcome;
        say({ id, major, credits }, asked.json, io);
        if (asked.out === null) return;
        const kept = await keep(services, id, join(resolve(io.cwd, asked.out), `award-${id}.json`), io);
        if (kept !== 0) met.unwritten = true;
      },
    },
  );
  if (met.unwritten) return 2;
  if (made < asked.generated) io.err(`Only ${made} of the generated learners could claim.\n`);
  if (met.refusal) return 2;
  return made < asked.generated ? 1 : 0;
}

async function* orders(services: Services, { major, named }: Asked, ended: () => boolean): AsyncGenerator<ClaimOrder> {
  for await (const learner of generatedLearners(services)) {
    if (ended()) return;
    yield { learner, major, named };
  }
}

function say(claimed: NonNullable<Awaited<ReturnType<typeof claimBest>>>, json: boolean, io: Io): void {
  const { id, credits, major } = claimed;
  io.out(json ? `${JSON.stringify(claimed)}\n` : `${id}  ${credits} credits  ${major ?? 'no major'}\n`);
}

async function keep(services: Services, id: string, path: string, io: Io): Promise<number> {
  const found = await awardForOperator(services, id);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(found?.credential, null, 2)}\n`);
    return 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.err(`Award ${id} is issued, but ${path} cannot be written: ${why}\n"nzrr award show ${id} --credential" shows it.\n`);
    return 2;
  }
}
