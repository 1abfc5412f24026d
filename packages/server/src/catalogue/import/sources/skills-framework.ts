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
          levelLabel: proficiencyOf(code, type),
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

const CORE = new Map([
  ['B', 'basic'],
  ['I', 'intermediate'],
  ['A', 'advanced'],
]);

/** The first figure of the serial is the proficiency level, such as 4 in ACC-AUD-4003-1.1; of a critical core skill it is a letter. */
function proficiencyOf(code: string, type: 'tsc' | 'ccs'): string | null {
  const [, mark] = /^[A-Z0-9&]+-[A-Z0-9&]+-([1-6BIA])\d{3}-/.exec(code) ?? [];
  if (mark === undefined) return null;
  return type === 'ccs' ? (CORE.get(mark) ?? null) : /\d/.test(mark) ? mark : null;
}
