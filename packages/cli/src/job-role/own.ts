import { parseArgs } from 'node:util';
import { addRole, changeRole, listRoles, putAway } from '@recognition/server/employer/roles.ts';
import { roleBody, roleChange, type RoleView } from '@recognition/server/employer/schemas.ts';
import { jobRoleWithSkills } from '@recognition/server/job-role/find.ts';
import { formed, formedFile, forStaff } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from '../rpl/number.ts';
import { jobNamed } from './named.ts';

/** Who writes in an employer's workspace. */
export const EMPLOYER_ROLES = ['administrator', 'registrar'];

const LIST_HELP = `nzrr job-role list --employer ID --as MAIL [--json]

Lists the roles that an employer has described, those in use first. --as names somebody of its workspace by the address of their sign-in.

Exit 0; 1 when there is none; 2 when they cannot be listed.

  npx nzrr job-role list --employer demo-lantern --as edith@example.test
`;

export const jobRoleList: Command = {
  help: LIST_HELP,
  run: guarded(LIST_HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { employer: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return forStaff(io, whoOf(values, LIST_HELP), async (services, by) => {
      const items = await listRoles(services, by);
      if (values.json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
      else for (const one of items) io.out(lineOf(one));
      return items.length > 0 ? 0 : 1;
    });
  }),
};

const DESCRIBE_HELP = `nzrr job-role describe --employer ID --as MAIL [--begin-as NUMBER|SOURCE/CODE] [--title TEXT] [--description TEXT]
  [--region SLUG] [--essential URI]... [--useful URI]... [--not-counted]

Describes a role of an employer by the skills that it needs. --begin-as takes the title, what it does and the skills of a job role of a public
framework ("nzrr job-role find"); what else is said takes their place. "nzrr skill suggest" names skills for words of one's own. The role counts in the
figures of demand, which name no employer, unless it is --not-counted. Answers its number.

Exit 0; 2 when it is refused, with why.

  npx nzrr job-role describe --employer demo-lantern --as edith@example.test --begin-as demo-roles/home-carer --region wellington
`;

export const jobRoleDescribe: Command = {
  help: DESCRIBE_HELP,
  run: guarded(DESCRIBE_HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        employer: { type: 'string' },
        as: { type: 'string' },
        'begin-as': { type: 'string' },
        title: { type: 'string' },
        description: { type: 'string' },
        region: { type: 'string' },
        essential: { type: 'string', multiple: true, default: [] },
        useful: { type: 'string', multiple: true, default: [] },
        'not-counted': { type: 'boolean', default: false },
      },
    });
    const known = jobNamed(values['begin-as']);
    if (values['begin-as'] !== undefined && known === null) {
      io.err(`A job role is a number, or a source and its code.\n\n${DESCRIBE_HELP}`);
      return 2;
    }
    return forStaff(io, whoOf(values, DESCRIBE_HELP), async (services, by) => {
      const began = known === null ? null : await jobRoleWithSkills(services, known);
      const said = [
        ...values.essential.map((uri) => ({ uri, weight: 'essential' })),
        ...values.useful.map((uri) => ({ uri, weight: 'useful' })),
      ];
      const role = formed(roleBody, {
        title: values.title ?? began?.title,
        description: values.description ?? began?.description.slice(0, 4000),
        region: values.region,
        beganAs: began === null ? null : `${began.source}/${began.code}`,
        counted: !values['not-counted'],
        skills: said.length > 0 ? said : began?.skills.map(({ uri, weight }) => ({ uri, weight })),
      });
      const { id } = await addRole(services, by, role);
      io.out(`${id}  ${role.title}: ${role.skills.length} skills\n`);
      return 0;
    });
  }),
};

const CHANGE_HELP = `nzrr job-role change <role> (<role.json> | --archive | --restore) --employer ID --as MAIL

Changes a role of an employer, as PUT /api/v1/employers/me/roles/{id} takes it, with the revision that it was written on ("nzrr job-role list
--json"): what somebody else has changed since is not overwritten. Or puts it away, or brings it back.

Exit 0; 2 when it is refused, with why; nothing is changed then.
`;

export const jobRoleChange: Command = {
  help: CHANGE_HELP,
  run: guarded(CHANGE_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        employer: { type: 'string' },
        as: { type: 'string' },
        archive: { type: 'boolean', default: false },
        restore: { type: 'boolean', default: false },
      },
    });
    const [id, file] = positionals;
    const { archive, restore } = values;
    if (!isNumber(id) || [file !== undefined, archive, restore].filter(Boolean).length !== 1) {
      io.err(`It needs a role, and a file or --archive or --restore.\n\n${CHANGE_HELP}`);
      return 2;
    }
    return forStaff(io, whoOf(values, CHANGE_HELP), async (services, by) => {
      const changed =
        file === undefined
          ? await putAway(services, by, id, archive)
          : await changeRole(services, by, id, await formedFile(io, file, roleChange));
      io.out(lineOf(changed));
      return 0;
    });
  }),
};

const whoOf = (
  { employer, as: mail }: { readonly employer?: string | undefined; readonly as?: string | undefined },
  help: string,
) => ({ kind: 'employer', organisation: employer, mail, roles: EMPLOYER_ROLES, help }) as const;

const lineOf = ({ id, title, region, skills, archived }: RoleView): string =>
  `${id}  ${title}${region === null ? '' : `, ${region}`}: ${skills.map(({ en }) => en).join(', ')}${archived ? '; put away' : ''}\n`;
