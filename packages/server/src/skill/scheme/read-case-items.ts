import type { SourceFile } from '../../catalogue/import/answer.ts';
import { unusableFile } from '../../catalogue/import/codes.ts';
import { textOf } from '../../catalogue/import/sources/canonical.ts';
import { addressOf, conceptOf, hasColumns, type NotTaken, pieces, type ReadScheme, tableOf } from './concept.ts';

/**
 * The items of a CASE framework as CSV, as OpenSALT exports them: CFItem's own names as columns. The file has no address and no version of the
 * framework: items are addressed under `base`. `smartLevel` (1.2.3) is the place in the tree: what stands at 1.2 is the broader one.
 */
export function readCaseItems(file: SourceFile, base: string): Pick<ReadScheme, 'rows' | 'concepts' | 'notTaken'> {
  const table = tableOf(file);
  if (!hasColumns(table.columns, 'identifier', 'fullStatement'))
    throw unusableFile('not-this-format', file.name, 'It needs the columns identifier and fullStatement.');
  const at = new Map(
    table.rows.flatMap(({ cells }) => {
      const [place, id] = [textOf(cells['smartLevel']), textOf(cells['identifier'])];
      return place == null || id == null ? [] : [[place, id] as const];
    }),
  );
  const concepts: ReadScheme['concepts'][number][] = [];
  const notTaken: NotTaken[] = [...table.notTaken];
  for (const { row, cells } of table.rows) {
    const where = { file: file.name, row };
    const [id, full, short, place] = [
      cells['identifier'],
      cells['fullStatement'],
      cells['abbreviatedStatement'],
      cells['smartLevel'],
    ].map(textOf);
    const label = short ?? full;
    const above = place == null ? undefined : at.get(place.split('.').slice(0, -1).join('.'));
    if (id == null) notTaken.push({ ...where, code: 'address-missing', detail: '' });
    else if (label == null) notTaken.push({ ...where, code: 'label-missing', detail: id });
    else
      concepts.push({
        ...where,
        concept: conceptOf({
          uri: addressOf(base, id),
          label,
          lang: textOf(cells['language']) ?? 'en',
          notation: textOf(cells['humanCodingScheme']) ?? null,
          description: [short == null ? null : full, textOf(cells['notes'])].filter((one) => one != null).join('\n') || null,
          keywords: pieces(cells['conceptKeywords'], /[,;|]/u),
          sourceKind: textOf(cells['CFItemType']) ?? null,
          links: above === undefined ? [] : [{ kind: 'broader', to: addressOf(base, above) }],
        }),
      });
  }
  return { rows: table.count, concepts, notTaken };
}
