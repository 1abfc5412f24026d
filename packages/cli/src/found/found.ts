import { parseArgs } from 'node:util';
import { staffNamed } from '@recognition/server/account/staff.ts';
import { loadSnapshot } from '@recognition/server/catalogue/snapshot.ts';
import { approachPeople, listApproaches } from '@recognition/server/found/approach.ts';
import { approachBody, searchBody } from '@recognition/server/found/schemas.ts';
import { type ForEmployer, searchPeople } from '@recognition/server/found/search.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr found search --employer ID --as MAIL --skill URI... [--region SLUG] [--json]
       nzrr found ask --employer ID --as MAIL --skill URI... [--group URI]... [--region SLUG] --title TEXT --words TEXT [--most N]
       nzrr found list --employer ID [--json]

Searches, for an employer, among people who chose to be found: groups of people who look the same, none of fewer than five, and nobody's
name. Asks people of a group whether they would talk: those of all the skills, or of --group where it is said. Lists what was asked and who
accepted. --as names whoever searches by the address of their sign-in. A search is counted and shown to those who were among them, as from
the page. Only a learner themself, signed in, chooses to be found or answers: no command does that for them.

Exit 0; 1 when there is nothing; 2 when something was refused, with why.

  npx nzrr found search --employer demo-lantern --as edith@example.test --skill https://recognition.example/skills/support-dementia --region wellington
`;

export const found: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        employer: { type: 'string' },
        as: { type: 'string' },
        skill: { type: 'string', multiple: true, default: [] },
        group: { type: 'string', multiple: true },
        region: { type: 'string' },
        title: { type: 'string' },
        words: { type: 'string' },
        most: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { employer, as: mail, json, skill: skills, region = null } = values;
    const [verb] = positionals;
    if (employer === undefined || (verb !== 'list' && mail === undefined)) {
      io.err(`It needs --employer and --as.\n\n${HELP}`);
      return 2;
    }
    if (verb === 'list') return forEmployer(io, employer, null, (services, by) => list(io, services, by, json));
    if (verb === 'search') {
      const asked = searchBody.safeParse({ skills, region });
      if (!asked.success) return wrong(io, asked.error);
      return forEmployer(io, employer, mail ?? null, async (services, by) => {
        const groups = await searchPeople(services, by, asked.data);
        if (json) io.out(`${JSON.stringify({ groups }, null, 2)}\n`);
        else for (const { people, skills: held } of groups) io.out(`${bandOf(people)} people hold ${held.join(' ')}\n`);
        return groups.length === 0 ? 1 : 0;
      });
    }
    if (verb === 'ask') {
      const { title, words, group = skills, most } = values;
      const asked = approachBody.safeParse({
        skills,
        region,
        group,
        title,
        words,
        ...(most === undefined ? {} : { most: Number(most) }),
      });
      if (!asked.success) return wrong(io, asked.error);
      return forEmployer(io, employer, mail ?? null, async (services, by) => {
        io.out(`${(await approachPeople(services, by, asked.data)).id}  asked\n`);
        return 0;
      });
    }
    io.err(HELP);
    return 2;
  }),
};

async function list(io: Io, services: Services, by: ForEmployer, json: boolean): Promise<number> {
  const items = await listApproaches(services, by);
  if (json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
  else
    for (const { id, title, people, until, accepted } of items)
      io.out(
        `${id}  ${title}  ${bandOf(people)} people, until ${until}; accepted: ${accepted.map(({ label }) => label).join(', ') || 'nobody yet'}\n`,
      );
  return items.length === 0 ? 1 : 0;
}

const bandOf = ({ from, to }: { readonly from: number; readonly to: number | null }): string =>
  to === null ? `${from} or more` : `${from} to ${to}`;

function wrong(
  io: Io,
  { issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] },
): number {
  io.err(`${issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`.trim()).join('; ')}\n\n${HELP}`);
  return 2;
}

/** Works for an employer: as a person of its workspace where one is named, as nobody in particular where one only looks at what was asked. */
async function forEmployer(
  io: Io,
  employer: string,
  mail: string | null,
  work: (services: Services, by: ForEmployer) => Promise<number>,
): Promise<number> {
  return withServices(io, async (services) => {
    const organisationId = (await loadSnapshot(services)).organisationByPublicId(employer)?.organisation_id;
    if (organisationId === undefined) {
      io.err(`There is no organisation ${employer}. (organisation-not-found)\n`);
      return 2;
    }
    if (mail === null) return work(services, { acting: 'operator', organisationId, actor: 'operator' });
    for (const role of ['administrator', 'registrar']) {
      const accountId = await staffNamed(services, { mail, organisationId, role });
      if (accountId !== null) return work(services, { acting: 'operator', organisationId, actor: `account:${accountId}` });
    }
    io.err(`Nobody with the address ${mail} may act for ${employer}. (role-needed)\n`);
    return 2;
  });
}
