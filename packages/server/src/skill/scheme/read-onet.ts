import { unusableFile } from '../../catalogue/import/codes.ts';
import { textOf } from '../../catalogue/import/sources/canonical.ts';
import {
  addressOf,
  conceptOf,
  hasColumns,
  type Link,
  type NotTaken,
  type ReadScheme,
  type Row,
  type SchemeReader,
  tableOf,
} from './concept.ts';

/** The branches of the content model that are skills: abilities, basic and cross-functional skills, knowledge, work activities. */
const BRANCHES: Readonly<Record<string, string>> = {
  '1.A': 'ability',
  '2.A': 'skill',
  '2.B': 'skill',
  '2.C': 'knowledge',
  '4.A': 'work-activity',
};
const branchOf = (id: string): string | undefined => BRANCHES[id.slice(0, 3)];

interface Said {
  readonly id: string;
  readonly label: string | undefined;
  readonly kind: string;
  readonly up?: string | undefined;
  readonly description?: string | undefined;
}

/**
 * O*NET as CSV: the content model's elements, intermediate and detailed work activities, technology skills, and, where their file is
 * given, tasks with the activities that they are part of. Occupations, interests, values and conditions of work are not skills.
 */
export const readOnet: SchemeReader = (files, base) => {
  const found = new Map<string, { file: string; row: number; said: Said & { readonly label: string } }>();
  const notTaken: NotTaken[] = [];
  const broader: { file: string; row: number; id: string; up: string }[] = [];
  let rows = 0;
  for (const file of files) {
    const table = tableOf(file);
    rows += table.count;
    notTaken.push(...table.notTaken);
    const read = readerOf(table.columns);
    if (read === null) throw unusableFile('not-this-format', file.name, 'It is none of the tables of O*NET that hold skills.');
    for (const { row, cells } of table.rows) {
      const at = { file: file.name, row };
      for (const said of read(cells)) {
        const label = textOf(said.label);
        if (said.kind === 'link') broader.push({ ...at, id: said.id, up: said.up ?? '' });
        else if (said.kind === '') notTaken.push({ ...at, code: 'not-a-skill', detail: said.id });
        else if (textOf(said.id) === null) notTaken.push({ ...at, code: 'address-missing', detail: '' });
        else if (label === null) notTaken.push({ ...at, code: 'label-missing', detail: said.id });
        else if (!found.has(said.id)) found.set(said.id, { ...at, said: { ...said, label } });
        if (said.up !== undefined && said.kind !== 'link') broader.push({ ...at, id: said.id, up: said.up });
      }
    }
  }
  const up = new Map<string, Set<string>>();
  for (const { file, row, id, up: to } of broader) {
    if (!found.has(id)) continue;
    if (!found.has(to)) notTaken.push({ file, row, code: 'link-unknown', detail: `${id} ${to}` });
    else up.set(id, (up.get(id) ?? new Set()).add(to));
  }
  return {
    about: { uri: null, name: 'O*NET', version: null },
    rows,
    concepts: [...found.values()].map(({ file, row, said: { id, label, kind, description } }) => ({
      file,
      row,
      concept: conceptOf({
        uri: addressOf(base, id),
        notation: id,
        label: label.replace(/\.$/u, ''),
        description: textOf(description),
        sourceKind: kind,
        links: [...(up.get(id) ?? [])].map((to): Link => ({ kind: 'broader', to: addressOf(base, to) })),
      }),
    })),
    notTaken: distinctLinks(notTaken),
  } satisfies ReadScheme;
};

/** What a row of each table says; null for a table that holds none. */
function readerOf(columns: ReadonlySet<string>): ((cells: Row) => readonly Said[]) | null {
  const cell = (cells: Row, name: string): string => (cells[name] ?? '').trim();
  if (hasColumns(columns, 'DWA ID', 'DWA Title', 'IWA ID'))
    return (cells) => [
      { id: cell(cells, 'IWA ID'), label: cells['IWA Title'], kind: 'intermediate-activity', up: cell(cells, 'Element ID') },
      { id: cell(cells, 'DWA ID'), label: cells['DWA Title'], kind: 'detailed-activity', up: cell(cells, 'IWA ID') },
    ];
  if (hasColumns(columns, 'Task ID', 'DWA ID'))
    return (cells) => [{ id: `task-${cell(cells, 'Task ID')}`, label: '', kind: 'link', up: cell(cells, 'DWA ID') }];
  if (hasColumns(columns, 'Task ID', 'Task'))
    return (cells) => [{ id: `task-${cell(cells, 'Task ID')}`, label: cells['Task'], kind: 'task' }];
  if (hasColumns(columns, 'Example', 'Commodity Title'))
    return (cells) => {
      const commodity = `technology-${cell(cells, 'Commodity Code')}`;
      return [
        { id: commodity, label: cells['Commodity Title'], kind: 'technology' },
        { id: `technology-${cell(cells, 'Example').toLowerCase()}`, label: cells['Example'], kind: 'technology', up: commodity },
      ];
    };
  if (hasColumns(columns, 'Element ID', 'Element Name', 'Description'))
    return (cells) => {
      const id = cell(cells, 'Element ID');
      const parent = id.slice(0, Math.max(0, id.lastIndexOf('.')));
      const kind = branchOf(id) ?? '';
      const above = kind !== '' && branchOf(parent) !== undefined ? { up: parent } : {};
      return [{ id, label: cells['Element Name'], description: cells['Description'], kind, ...above }];
    };
  return null;
}

/** A link that many rows name is told of once. */
function distinctLinks(notTaken: readonly NotTaken[]): readonly NotTaken[] {
  const seen = new Set<string>();
  return notTaken.filter(({ code, detail }) => code !== 'link-unknown' || (!seen.has(detail) && seen.add(detail)));
}
