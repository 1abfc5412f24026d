import { unusableFile } from '../catalogue/import/codes.ts';
import { hasColumns, tableOf } from '../skill/scheme/concept.ts';
import type { JobRole, RoleNotTaken, RoleReader } from './job-role.ts';

/**
 * Singapore's Skills Frameworks as CSV: sector, track, role, what it is and what is expected of it. The release says nowhere which skills a
 * role needs, so none are claimed: they are suggested from the words when a role is opened.
 */
export const readSingaporeRoles: RoleReader = (files) => {
  const roles = new Map<string, JobRole>();
  const notTaken: RoleNotTaken[] = [];
  let rows = 0;
  for (const file of files) {
    const table = tableOf(file);
    rows += table.count;
    notTaken.push(
      ...table.notTaken.map(({ row, detail }) => ({ file: file.name, row, code: 'row-not-readable' as const, detail })),
    );
    if (!hasColumns(table.columns, 'Sector', 'Track', 'Job Role', 'Job Role Description'))
      throw unusableFile('not-this-format', file.name, 'It is not the table of job roles of Singapore’s Skills Frameworks.');
    for (const { row, cells } of table.rows) {
      const cell = (name: string): string => (cells[name] ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
      const [title, sector, track] = [cell('Job Role'), cell('Sector'), cell('Track')];
      if (title === '') {
        notTaken.push({ file: file.name, row, code: 'title-missing', detail: sector });
        continue;
      }
      const code = [sector, track, title].map(slugOf).join('.');
      if (roles.has(code)) {
        notTaken.push({ file: file.name, row, code: 'twice', detail: code });
        continue;
      }
      const expected = cell('Performance Expectation');
      roles.set(code, {
        code,
        title: title.slice(0, 300),
        sector: sector === '' ? null : sector,
        track: track === '' ? null : track,
        description: cell('Job Role Description'),
        tasks: expected === '' || /^(na|nil|-)$/iu.test(expected) ? [] : [expected],
        skills: [],
      });
    }
  }
  return { name: 'SkillsFuture Singapore Skills Framework', rows, roles: [...roles.values()], notTaken };
};

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
