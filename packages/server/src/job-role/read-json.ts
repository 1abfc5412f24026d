import { z } from 'zod';
import { unusableFile } from '../catalogue/import/codes.ts';
import { type JobRole, MOST_SKILLS, type RoleNotTaken, type RoleReader } from './job-role.ts';

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);
const file = z.object({
  name: line(200),
  roles: z.array(
    z.object({
      code: line(200),
      title: line(300),
      sector: line(200).nullable().default(null),
      track: line(200).nullable().default(null),
      description: z.string().normalize('NFC').trim().max(20_000).default(''),
      tasks: z.array(line(1000)).max(100).default([]),
      /** Skills by their code within the scheme. */
      skills: z
        .array(z.object({ code: line(300), weight: z.enum(['essential', 'useful']) }))
        .max(MOST_SKILLS)
        .default([]),
    }),
  ),
});

/** Job roles in a form of our own, for a framework that has no other. */
export const readJsonRoles: RoleReader = (files) => {
  const read = files.map(({ name, bytes }) => {
    try {
      return file.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    } catch {
      throw unusableFile('not-this-format', name, 'It is not a JSON file of job roles.');
    }
  });
  const roles = new Map<string, JobRole>();
  const notTaken: RoleNotTaken[] = [];
  for (const [at, one] of read.entries())
    for (const [row, role] of one.roles.entries())
      if (roles.has(role.code)) notTaken.push({ file: files[at]?.name ?? '', row: row + 1, code: 'twice', detail: role.code });
      else roles.set(role.code, role);
  return {
    name: read[0]?.name ?? '',
    rows: read.reduce((sum, one) => sum + one.roles.length, 0),
    roles: [...roles.values()],
    notTaken,
  };
};
