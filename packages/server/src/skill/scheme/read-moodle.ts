import { unusableFile } from '../../catalogue/import/codes.ts';
import { textOf } from '../../catalogue/import/sources/canonical.ts';
import { addressOf, conceptOf, hasColumns, type NotTaken, type ReadScheme, type SchemeReader, tableOf } from './concept.ts';

/** Moodle's export of a competency framework as CSV. The row of the framework names the scheme; parents are named by their ID number. */
export const readMoodle: SchemeReader = (files, base) => {
  const concepts: ReadScheme['concepts'][number][] = [];
  const notTaken: NotTaken[] = [];
  let about: ReadScheme['about'] = { uri: null, name: null, version: null };
  let rows = 0;
  for (const file of files) {
    const table = tableOf(file);
    if (!hasColumns(table.columns, 'Parent ID number', 'ID number', 'Shortname'))
      throw unusableFile('not-this-format', file.name, 'It needs the columns Parent ID number, ID number and Shortname.');
    rows += table.count;
    notTaken.push(...table.notTaken);
    for (const { row, cells } of table.rows) {
      const [code, label, parent] = [cells['ID number'], cells['Shortname'], cells['Parent ID number']].map(textOf);
      if (cells['Is framework'] === '1') {
        about = { ...about, name: label ?? null };
        continue;
      }
      if (code == null) notTaken.push({ file: file.name, row, code: 'address-missing', detail: '' });
      else if (label == null) notTaken.push({ file: file.name, row, code: 'label-missing', detail: code });
      else {
        const description = textOf((cells['Description'] ?? '').replaceAll(/<[^>]*>/gu, ' '));
        concepts.push({
          file: file.name,
          row,
          concept: conceptOf({
            uri: addressOf(base, code),
            notation: code,
            label,
            description: description === label ? null : description,
            links: parent == null ? [] : [{ kind: 'broader', to: addressOf(base, parent) }],
          }),
        });
      }
    }
  }
  return { about, rows, concepts, notTaken };
};
