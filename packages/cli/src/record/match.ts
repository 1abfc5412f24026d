import { parseArgs } from 'node:util';
import { type Match, matchSkills, type NeededSkill, type ShownSkill } from '@recognition/recognition';
import { seeRole } from '@recognition/server/employer/roles.ts';
import { jobRoleWithSkills } from '@recognition/server/job-role/find.ts';
import { skillsOfLearner } from '@recognition/server/record/skills.ts';
import type { Services } from '@recognition/server/services.ts';
import { openShare } from '@recognition/server/sharing/index.ts';
import { type Closing, closingOf } from '@recognition/server/skill/closing.ts';
import type { StaffAtMachine } from '@recognition/server/account/at-machine.ts';
import { townNamed } from '@recognition/recognition/places';
import { forLearner, forStaff } from '../behalf.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { EMPLOYER_ROLES } from '../job-role/own.ts';
import { jobNamed } from '../job-role/named.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr record match --link LINK [--pin PIN] --job NUMBER|SOURCE/CODE [--near TOWN] [--json]
nzrr record match --link LINK [--pin PIN] --role NUMBER --employer ID --as MAIL [--near TOWN] [--json]
nzrr record match --learner ID --job NUMBER|SOURCE/CODE [--near TOWN] [--json]

Sets what somebody shared beside a role, skill by skill: shown, with the outcomes that it comes through, or not shown; then what would close each
gap, the cheapest open offering first, or the nearest to a town. The role is a job role of a public framework (--job), or an employer's own (--role), as
somebody of its workspace, by the address of their sign-in. Whoever gave the link sees that it was opened. A learner's own record is matched on the
learner's own request. Nothing but skills is compared, and there is no score.

Exit 0 when all that is essential is shown; 1 when something is not; 2 when the link or the role cannot be opened.

  npx nzrr record match --link https://recognition.example/s/… --job demo-roles/home-carer --near porirua
`;

export const recordMatch: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        link: { type: 'string' },
        pin: { type: 'string' },
        learner: { type: 'string' },
        job: { type: 'string' },
        role: { type: 'string' },
        employer: { type: 'string' },
        as: { type: 'string' },
        near: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { link, pin = null, learner, role, near = null, employer, as: mail, json } = values;
    const job = jobNamed(values.job);
    if (
      (link === undefined) === (learner === undefined) ||
      (job === null) === (role === undefined) ||
      (role !== undefined && (link === undefined || !/^[0-9]{1,16}$/u.test(role))) ||
      (near !== null && townNamed(near) === null)
    ) {
      io.err(`It needs a link or a learner, one role, and a town that there is.\n\n${HELP}`);
      return 2;
    }
    const answer = (services: Services, needed: readonly NeededSkill[], shown: readonly ShownSkill[]): Promise<number> =>
      say(services, io, { match: matchSkills(needed, shown), near, json });
    const opened = async (services: Services, by: StaffAtMachine | null): Promise<readonly ShownSkill[]> =>
      (await openShare(services, { caller: by?.actor ?? 'operator', signedIn: by }, link ?? '', pin)).content.skills;
    if (role !== undefined) {
      const who = { kind: 'employer', organisation: employer, mail, roles: EMPLOYER_ROLES, help: HELP } as const;
      return forStaff(io, who, async (services, by) =>
        answer(services, (await seeRole(services, by, role)).skills, await opened(services, by)),
      );
    }
    if (job === null) return 2;
    if (learner !== undefined)
      return forLearner(io, { learner, help: HELP }, async (services, { learnerId }) => {
        const needed = (await jobRoleWithSkills(services, job)).skills;
        const held = await skillsOfLearner(services, learnerId);
        const through = (one: (typeof held)[number]) => [...new Set(one.evidence.map(({ name }) => name))];
        return answer(
          services,
          needed,
          held.map((one) => ({ uri: one.uri, relation: one.relation, through: through(one), latest: one.latest })),
        );
      });
    return withServices(io, async (services) =>
      answer(services, (await jobRoleWithSkills(services, job)).skills, await opened(services, null)),
    );
  }),
};

async function say(
  services: Services,
  io: Io,
  { match, near, json }: { readonly match: Match; readonly near: string | null; readonly json: boolean },
): Promise<number> {
  const { essential, useful, skills } = match;
  const gaps = skills.filter(({ shown }) => shown === null).map(({ uri }) => uri);
  const order = near === null ? 'cheapest' : 'nearest';
  const closing = gaps.length === 0 ? [] : await closingOf(services, { skills: gaps, near, order, audience: 'adult' });
  if (json) io.out(`${JSON.stringify({ ...match, closing }, null, 2)}\n`);
  else {
    io.out(`${essential.met} of ${essential.of} essential skills are shown, ${useful.met} of ${useful.of} useful ones\n`);
    for (const { uri, weight, en, shown, as } of skills) {
      const through = shown === null ? 'not shown' : ['shown', ...shown.through].join('; ');
      io.out(`  ${weight}: ${en}: ${through}${as === null ? '' : ` (as ${as.en} of ${as.scheme})`}\n`);
      for (const one of closing.filter(({ skill }) => skill === uri)) io.out(gapOf(one));
    }
  }
  return essential.met === essential.of ? 0 : 1;
}

function gapOf({ outcomes, offerings }: Closing): string {
  const named = outcomes.slice(0, 3).map(({ code, name }) => `    outcome ${code} ${name}\n`);
  const open = offerings.slice(0, 3).map(({ provider, town, delivery, begins, cents, km }) => {
    const price = cents === null ? '' : `, $${(cents / 100).toFixed(2)}`;
    return `    offered by ${provider.name}, ${town ?? delivery}${km === null ? '' : `, ${km} km`}, ${begins ?? 'any day'}${price}\n`;
  });
  return [...named, ...open].join('');
}
