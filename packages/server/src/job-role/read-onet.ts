import { unusableFile } from '../catalogue/import/codes.ts';
import { hasColumns, type Row, tableOf } from '../skill/scheme/concept.ts';
import { type JobRole, MOST_SKILLS, type ReadRoles, type RoleNotTaken, type RoleReader } from './job-role.ts';

/** O*NET rates importance from 1 to 5: 3 is "important", 4 "very important". */
const IMPORTANT = 3;
const VERY_IMPORTANT = 4;

interface Needed {
  readonly code: string;
  readonly importance: number;
}

/**
 * O*NET as CSV: occupations; where their tables are given, which skills are important to them, which detailed work activities their core
 * tasks are part of, and which technology is both hot and in demand for them. Very important skills are essential, all else is useful.
 */
export const readOnetRoles: RoleReader = (files) => {
  const found = new Map<string, Pick<JobRole, 'title' | 'description'>>();
  const skills = new Map<string, Needed[]>();
  const activities = new Map<string, Set<string>>();
  const technology = new Map<string, Set<string>>();
  const tasks = new Map<string, Map<string, string>>();
  const partOf: { readonly occupation: string; readonly task: string; readonly activity: string }[] = [];
  const notTaken: RoleNotTaken[] = [];
  let rows = 0;
  for (const file of files) {
    const table = tableOf(file);
    rows += table.count;
    notTaken.push(
      ...table.notTaken.map(({ row, detail }) => ({ file: file.name, row, code: 'row-not-readable' as const, detail })),
    );
    const has = (...names: readonly string[]): boolean => hasColumns(table.columns, 'O*NET-SOC Code', ...names);
    const each = (take: (occupation: string, cell: (name: string) => string, row: number) => void): void => {
      for (const { row, cells } of table.rows) {
        const occupation = cellOf(cells, 'O*NET-SOC Code');
        if (occupation === '') notTaken.push({ file: file.name, row, code: 'code-missing', detail: '' });
        else take(occupation, (name) => cellOf(cells, name), row);
      }
    };
    if (has('Title', 'Description'))
      each((occupation, cell, row) => {
        const title = cell('Title');
        if (title === '') notTaken.push({ file: file.name, row, code: 'title-missing', detail: occupation });
        else if (found.has(occupation)) notTaken.push({ file: file.name, row, code: 'twice', detail: occupation });
        else found.set(occupation, { title: title.slice(0, 300), description: cell('Description') });
      });
    else if (has('Element ID', 'importance'))
      each((occupation, cell) => {
        const importance = Number(cell('importance'));
        if (importance >= IMPORTANT) push(skills, occupation, { code: cell('Element ID'), importance });
      });
    else if (has('Task ID', 'DWA ID'))
      each((occupation, cell) => void partOf.push({ occupation, task: cell('Task ID'), activity: cell('DWA ID') }));
    else if (has('Task ID', 'Task', 'Task Type'))
      each((occupation, cell) => {
        if (cell('Task Type') === 'Core') within(tasks, occupation).set(cell('Task ID'), cell('Task'));
      });
    else if (has('Example', 'Hot Technology', 'In Demand'))
      each((occupation, cell) => {
        if (cell('Hot Technology') !== 'Y' || cell('In Demand') !== 'Y') return;
        const held = technology.get(occupation) ?? new Set();
        technology.set(occupation, held.add(`technology-${cell('Example').toLowerCase()}`));
      });
    else throw unusableFile('not-this-format', file.name, 'It is none of the tables of O*NET that speak of occupations.');
  }
  if (found.size === 0)
    throw unusableFile('not-this-format', files[0]?.name ?? '', 'The occupations themselves are not among these files.');
  for (const { occupation, task, activity } of partOf) {
    if (tasks.size > 0 && tasks.get(occupation)?.has(task) !== true) continue;
    activities.set(occupation, (activities.get(occupation) ?? new Set()).add(activity));
  }
  const unknown = new Set([...skills.keys(), ...partOf.map(({ occupation }) => occupation)].filter((code) => !found.has(code)));
  for (const code of unknown) notTaken.push({ file: '', row: 0, code: 'role-unknown', detail: code });
  const roles = [...found].map(([code, { title, description }]): JobRole => {
    const rated = (skills.get(code) ?? []).toSorted(
      (one, other) => other.importance - one.importance || (one.code < other.code ? -1 : 1),
    );
    const needed: JobRole['skills'] = [
      ...rated.map((one) => ({
        code: one.code,
        weight: one.importance >= VERY_IMPORTANT ? ('essential' as const) : ('useful' as const),
      })),
      ...[...(activities.get(code) ?? []), ...(technology.get(code) ?? [])].map((one) => ({
        code: one,
        weight: 'useful' as const,
      })),
    ];
    const core = [...(tasks.get(code)?.values() ?? [])].slice(0, 30);
    return { code, title, sector: null, track: null, description, tasks: core, skills: needed.slice(0, MOST_SKILLS) };
  });
  return { name: 'O*NET', rows, roles, notTaken } satisfies ReadRoles;
};

const cellOf = (cells: Row, name: string): string => (cells[name] ?? '').trim();

function push<T>(into: Map<string, T[]>, key: string, one: T): void {
  const held = into.get(key);
  if (held === undefined) into.set(key, [one]);
  else held.push(one);
}

function within(into: Map<string, Map<string, string>>, key: string): Map<string, string> {
  const held = into.get(key) ?? new Map<string, string>();
  into.set(key, held);
  return held;
}
