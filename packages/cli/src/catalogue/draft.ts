import { parseArgs } from 'node:util';
import { decide, draftFor, listDrafts } from '@recognition/server/drafting/draft.ts';
import { decisionBody, draftAsked } from '@recognition/server/drafting/schemas.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr catalogue draft ask <outcome> --kind skills|summary [--lang en|mi] [--json]
       nzrr catalogue draft list <outcome> [--json]
       nzrr catalogue draft accept <outcome> <draft> [--text TEXT] [--skill N=URI]...
       nzrr catalogue draft refuse <outcome> <draft>

Has the language model of LANGUAGE_MODEL_URL draft the skills or a plain summary of a definition. What it wrote is kept beside the definition
with its mark, and counts for nothing until a person accepts it: a summary as it is or as --text says it; of skills those that are named, by
the number of the statement and one of the addresses that were offered for it. Everything can be written without a model.

Exit 0; 1 when there is no draft; 2 when it was refused, with why.

  npx nzrr catalogue draft ask HE01-v1 --kind summary
`;

type Draft = Awaited<ReturnType<typeof listDrafts>>[number];

export const catalogueDraft: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        text: { type: 'string' },
        skill: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, outcome, draft] = positionals;
    const { json } = values;
    if (outcome === undefined) return wrong(io);
    if (verb === 'ask') {
      const asked = draftAsked.safeParse({ kind: values.kind, lang: values.lang });
      if (!asked.success) return wrong(io);
      return withServices(io, async (services) => {
        say(io, await draftFor(services, 'operator', outcome, asked.data.kind, asked.data.lang), json);
        return 0;
      });
    }
    if (verb === 'list')
      return withServices(io, async (services) => {
        const drafts = await listDrafts(services, 'operator', outcome);
        for (const one of drafts) say(io, one, json);
        return drafts.length === 0 ? 1 : 0;
      });
    const decision = decisionBody.safeParse({
      accepted: verb === 'accept',
      ...(values.text === undefined ? {} : { text: values.text }),
      ...(values.skill === undefined ? {} : { skills: values.skill.map(skillOf) }),
    });
    if ((verb !== 'accept' && verb !== 'refuse') || !/^[0-9]{1,15}$/u.test(draft ?? '') || !decision.success) return wrong(io);
    return withServices(io, async (services) => {
      say(io, await decide(services, 'operator', outcome, Number(draft), decision.data), json);
      return 0;
    });
  }),
};

/** "1=https://…": the second statement, counted from 0, and the skill that is taken for it. */
function skillOf(said: string): { readonly statement: number; readonly uri: string } {
  const [, at = 'none', uri = ''] = /^(\d{1,2})=(.*)$/u.exec(said) ?? [];
  return { statement: Number(at), uri };
}

function say(io: Io, draft: Draft, json: boolean): void {
  if (json) {
    io.out(`${JSON.stringify(draft)}\n`);
    return;
  }
  const { id, kind, lang, model, status, text, skills, accepted } = draft;
  io.out(`${id}  ${kind} in ${lang}, drafted by ${model}, a language model: ${status}\n`);
  if (text !== null) io.out(`  ${text}\n`);
  for (const [at, { statement, relation, candidates }] of skills.entries()) {
    io.out(`  ${at}: ${relation} ${statement}\n`);
    for (const { uri, label } of candidates) io.out(`     ${label}  ${uri}\n`);
  }
  for (const { uri } of accepted) io.out(`  taken: ${uri}\n`);
}

function wrong(io: Io): number {
  io.err(HELP);
  return 2;
}
