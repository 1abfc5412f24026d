import { createHash } from 'node:crypto';
import type { SourceFile } from '../../catalogue/import/answer.ts';
import { decodeText } from '../../catalogue/import/decode.ts';
import { csvRows, textOf } from '../../catalogue/import/sources/canonical.ts';
import type { JobRoleEntry } from './form.ts';

const COLUMNS = ['Sector', 'Track', 'Job Role', 'Job Role Description', 'Performance Expectation'];

/** Whether a file of the Skills Frameworks is its list of job roles, by its header. */
export const isJobRoles = (file: SourceFile): boolean => {
  const [header = ''] = decodeText(file).split(/\r?\n/, 1);
  return header.includes('Job Role') && !header.includes('TSC Code');
};

/**
 * Singapore's job roles: sector, track, role, what it does and is expected to. The release at hand has no critical work functions and no
 * matrix of skills, so that those stay empty. A role of the same sector and track that stands twice is one.
 */
export function readJobRoles(file: SourceFile): {
  readonly rows: number;
  readonly jobRoles: JobRoleEntry[];
  readonly rejected: readonly { readonly row: number; readonly code: string }[];
} {
  const rows = csvRows(file, COLUMNS);
  const roles = new Map<string, JobRoleEntry>();
  const rejected: { row: number; code: string }[] = [];
  for (const [at, one] of rows.entries()) {
    if (typeof one === 'string') {
      rejected.push({ row: at + 1, code: one });
      continue;
    }
    const [sector, track, title] = [textOf(one['Sector']), textOf(one['Track']), textOf(one['Job Role'])];
    if (sector === null || track === null || title === null) {
      rejected.push({ row: at + 1, code: 'title-missing' });
      continue;
    }
    const id = idOf(sector, track, title);
    if (!roles.has(id))
      roles.set(id, {
        id,
        title,
        sector,
        track,
        description: textOf(one['Job Role Description']),
        expectation: textOf(one['Performance Expectation']),
        functions: [],
        skills: [],
      });
  }
  return { rows: rows.length, jobRoles: [...roles.values()], rejected };
}

/** The source gives its roles no codes: what names one, in short and always the same. */
const idOf = (...named: readonly string[]): string =>
  `sg-role-${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 20)}`;
