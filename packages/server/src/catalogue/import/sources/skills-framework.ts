import type { SourceFile } from '../answer.ts';
import { csvRows, distinct, idOf, type ReadSource, textOf } from './canonical.ts';

const DEFINITION = ['TSC Code', 'Sector', 'TSC_CCS Category', 'TSC_CCS Title', 'TSC_CCS Description', 'TSC_CCS Type'];

/** Singapore's technical skills and competencies and critical core skills: each code, which holds its proficiency level, is an outcome. */
export function readSkillsFramework(file: SourceFile): ReadSource {
  const outcomes: ReadSource['outcomes'][number][] = [];
  const rejected: ReadSource['rejected'][number][] = [];
  const rows = csvRows(file, DEFINITION);
  for (const [at, one] of rows.entries()) {
    const row = at + 1;
    if (typeof one === 'string') {
      rejected.push({ row, code: one, detail: '' });
      continue;
    }
    const [code, name, type] = [textOf(one['TSC Code']), textOf(one['TSC_CCS Title']), textOf(one['TSC_CCS Type'])];
    if (code === null) rejected.push({ row, code: 'number-missing', detail: '' });
    else if (name === null) rejected.push({ row, code: 'title-missing', detail: '' });
    else if (type !== 'tsc' && type !== 'ccs')
      rejected.push({ row, code: 'value-not-valid', detail: ' The type is tsc or ccs.' });
    else {
      const description = textOf(one['TSC_CCS Description']);
      outcomes.push({
        row,
        outcome: {
          id: idOf('sg', code),
          code,
          version: null,
          name,
          lineage: idOf('sg', code),
          kind: type === 'tsc' ? 'technical-skill' : 'critical-core-skill',
          levelLabel: proficiencyOf(code),
          size: null,
          subfield: textOf(one['Sector']),
          domain: textOf(one['TSC_CCS Category']),
          assessments: [],
          theory: [],
          practice: description === null ? [] : [description],
          lang: 'en',
        },
      });
    }
  }
  return { count: rows.length, outcomes: distinct(outcomes), rejected, definitions: [] };
}

const WORDS = new Map([
  ['B', 'basic'],
  ['BAS', 'basic'],
  ['I', 'intermediate'],
  ['INT', 'intermediate'],
  ['A', 'advanced'],
  ['ADV', 'advanced'],
]);

/**
 * The proficiency level that a code holds: the first figure of its serial, such as 4 in ACC-AUD-4003-1.1; a letter there, or a word
 * before a serial that begins with 0 (ACC-ADV-0001-1.1), for the three levels of critical core skills.
 */
function proficiencyOf(code: string): string | null {
  const [, word, mark] = /^[A-Z0-9&]+-([A-Z0-9&]+)-([0-6BIA])\d{3}-/.exec(code) ?? [];
  if (word === undefined || mark === undefined) return null;
  if (mark === '0') return WORDS.get(word) ?? null;
  return WORDS.get(mark) ?? mark;
}
