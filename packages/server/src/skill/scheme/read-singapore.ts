import { unusableFile } from '../../catalogue/import/codes.ts';
import { textOf } from '../../catalogue/import/sources/canonical.ts';
import {
  addressOf,
  conceptOf,
  hasColumns,
  type Link,
  type NotTaken,
  type ReadScheme,
  type SchemeReader,
  tableOf,
} from './concept.ts';

type Taken = ReadScheme['concepts'][number];

/**
 * Singapore's skills framework as CSV: technical skills and critical core skills by code, the list of unique skills by title, and which
 * code is which unique skill, which becomes a link to the broader one. The code holds the level and the release, so each is a skill.
 */
export const readSingapore: SchemeReader = (files, base) => {
  const codes: (Taken & { readonly code: string })[] = [];
  const unique: Taken[] = [];
  const mapped: { file: string; row: number; code: string; title: string }[] = [];
  const notTaken: NotTaken[] = [];
  let rows = 0;
  for (const { name: file, bytes } of files) {
    const table = tableOf({ name: file, bytes });
    rows += table.count;
    notTaken.push(...table.notTaken);
    const lacking = (row: number, code: 'address-missing' | 'label-missing') => notTaken.push({ file, row, code, detail: '' });
    if (hasColumns(table.columns, 'TSC Code', 'TSC_CCS Title'))
      for (const { row, cells } of table.rows) {
        const [code, label] = [textOf(cells['TSC Code']), textOf(cells['TSC_CCS Title'])];
        if (code === null) lacking(row, 'address-missing');
        else if (label === null) lacking(row, 'label-missing');
        else
          codes.push({
            file,
            row,
            code,
            concept: conceptOf({
              uri: addressOf(base, code),
              notation: code,
              label,
              description: textOf(cells['TSC_CCS Description']),
              keywords: [textOf(cells['Sector']), textOf(cells['TSC_CCS Category'])].flatMap((one) => one ?? []),
              sourceKind: textOf(cells['TSC_CCS Type']),
              level: levelOf(code),
            }),
          });
      }
    else if (hasColumns(table.columns, 'tsc_code', 'skill_2k_title'))
      for (const { row, cells } of table.rows)
        mapped.push({ file, row, code: cells['tsc_code'] ?? '', title: (cells['skill_2k_title'] ?? '').trim() });
    else if (hasColumns(table.columns, 'skill_title', 'skill_description'))
      for (const { row, cells } of table.rows) {
        const label = textOf(cells['skill_title']);
        if (label === null) lacking(row, 'label-missing');
        else
          unique.push({
            file,
            row,
            concept: conceptOf({
              uri: titled(base, label),
              label,
              description: textOf(cells['skill_description']),
              sourceKind: textOf(cells['skill_type']),
            }),
          });
      }
    else
      throw unusableFile(
        'not-this-format',
        file,
        'It needs the columns of the skill definitions, of the unique skills or of their mapping.',
      );
  }
  const known = new Set(codes.map(({ code }) => code));
  const titles = new Set(unique.map(({ concept }) => concept.uri));
  const broader = new Map<string, readonly Link[]>();
  for (const { file, row, code, title } of mapped) {
    const to = titled(base, title);
    if (!known.has(code) || !titles.has(to)) notTaken.push({ file, row, code: 'link-unknown', detail: `${code}: ${title}` });
    else if (broader.get(code)?.some((link) => link.to === to) !== true)
      broader.set(code, [...(broader.get(code) ?? []), { kind: 'broader', to }]);
  }
  return {
    about: { uri: null, name: 'SkillsFuture Singapore Skills Framework', version: null },
    rows,
    concepts: [
      ...unique,
      ...codes.map(({ file, row, code, concept }) => ({ file, row, concept: { ...concept, links: broader.get(code) ?? [] } })),
    ],
    notTaken,
  };
};

const titled = (base: string, title: string): string =>
  addressOf(
    base,
    title
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/gu, ''),
  );

/** The first figure of a code's serial: 4 in ACC-AUD-4003-1.1. A letter there is one of three levels; nothing else is one. */
const levelOf = (code: string): string | null => /-([1-6BIA])\d{3}-/u.exec(code)?.[1] ?? null;
