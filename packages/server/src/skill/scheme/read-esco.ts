import { unusableFile } from '../../catalogue/import/codes.ts';
import { textOf } from '../../catalogue/import/sources/canonical.ts';
import {
  conceptOf,
  hasColumns,
  type NotTaken,
  pieces,
  type ReadScheme,
  type Row,
  type SchemeReader,
  tableOf,
} from './concept.ts';

/** ESCO as CSV: skills (`conceptUri`), groups of skills (`ORIGINURI`) and how groups lie in each other (`PARENTID`, `CHILDID`). */
export const readEsco: SchemeReader = (files) => {
  const concepts: { file: string; row: number; cells: Row; uri: string; id: string | null }[] = [];
  const edges: { file: string; row: number; parent: string; child: string }[] = [];
  const notTaken: NotTaken[] = [];
  let rows = 0;
  for (const file of files) {
    const table = tableOf(file);
    rows += table.count;
    notTaken.push(...table.notTaken);
    const at = { file: file.name };
    if (hasColumns(table.columns, 'PARENTID', 'CHILDID'))
      for (const { row, cells } of table.rows)
        edges.push({ ...at, row, parent: cells['PARENTID'] ?? '', child: cells['CHILDID'] ?? '' });
    else if (
      hasColumns(table.columns, 'conceptUri', 'preferredLabel') ||
      hasColumns(table.columns, 'ORIGINURI', 'PREFERREDLABEL')
    )
      for (const { row, cells } of table.rows) {
        const uri = textOf(cells['conceptUri'] ?? cells['ORIGINURI']);
        const label = textOf(cells['preferredLabel'] ?? cells['PREFERREDLABEL']);
        if (uri === null) notTaken.push({ ...at, row, code: 'address-missing', detail: '' });
        else if (label === null) notTaken.push({ ...at, row, code: 'label-missing', detail: uri });
        else concepts.push({ ...at, row, cells, uri, id: textOf(cells['ID']) });
      }
    else
      throw unusableFile(
        'not-this-format',
        file.name,
        'ESCO has the columns conceptUri and preferredLabel, ORIGINURI and PREFERREDLABEL, or PARENTID and CHILDID.',
      );
  }
  const byId = new Map(concepts.flatMap(({ id, uri }) => (id === null ? [] : [[id, uri] as const])));
  const broader = new Map<string, string[]>();
  for (const { file, row, parent, child } of edges) {
    const [up, down] = [byId.get(parent), byId.get(child)];
    if (up === undefined || down === undefined) notTaken.push({ file, row, code: 'link-unknown', detail: `${child} ${parent}` });
    else broader.set(down, [...(broader.get(down) ?? []), up]);
  }
  return {
    about: { uri: 'http://data.europa.eu/esco/concept-scheme/skills', name: 'ESCO', version: null },
    rows,
    concepts: concepts.map(({ file, row, cells, uri }) => ({
      file,
      row,
      concept: conceptOf({
        uri,
        label: cells['preferredLabel'] ?? cells['PREFERREDLABEL'] ?? '',
        notation: textOf(cells['CODE']),
        altLabels: pieces(cells['altLabels'], /\n/u),
        description: textOf(cells['description'] ?? cells['DESCRIPTION']),
        sourceKind: textOf(cells['reuseLevel']) ?? (cells['ID'] === undefined ? null : 'skill-group'),
        links: (broader.get(uri) ?? []).map((to) => ({ kind: 'broader' as const, to })),
      }),
    })),
    notTaken,
  } satisfies ReadScheme;
};
