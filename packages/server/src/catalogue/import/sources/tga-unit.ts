import type { SourceFile } from '../answer.ts';
import { unusableFile } from '../codes.ts';
import { decodeText } from '../decode.ts';
import { distinct, idOf, isObject, type Json, listOf, type ReadSource, textOf, textsOf } from './canonical.ts';

/** Australia's units of competency, one JSON object a line. They have no credit and no level. */
export function readTgaUnits(file: SourceFile): ReadSource {
  const lines = decodeText(file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const units = lines.map(parsed);
  if (!units.some((unit) => isObject(unit) && 'elements' in unit && 'performanceEvidence' in unit))
    throw unusableFile('not-this-format', file.name, 'Each line is a unit with elements and performanceEvidence.');
  const outcomes: ReadSource['outcomes'][number][] = [];
  const rejected: ReadSource['rejected'][number][] = [];
  for (const [at, unit] of units.entries()) {
    const row = at + 1;
    if (!isObject(unit)) rejected.push({ row, code: 'not-an-object', detail: '' });
    else if (textOf(unit['code']) === null) rejected.push({ row, code: 'number-missing', detail: '' });
    else if (textOf(unit['title']) === null) rejected.push({ row, code: 'title-missing', detail: '' });
    else outcomes.push({ row, outcome: outcomeOf(unit, textOf(unit['code']) ?? '', textOf(unit['title']) ?? '') });
  }
  return { count: lines.length, outcomes: distinct(outcomes), rejected, definitions: [] };
}

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return null;
  }
}

function outcomeOf(unit: Json, code: string, name: string): ReadSource['outcomes'][number]['outcome'] {
  const [, release] = /^Release (\d{1,4})$/.exec(textOf(unit['release']) ?? '') ?? [];
  return {
    id: idOf('au', code),
    code,
    version: release === undefined ? null : Number(release),
    name,
    lineage: idOf('au', code),
    kind: 'unit-of-competency',
    levelLabel: null,
    size: null,
    subfield: null,
    domain: null,
    assessments: textsOf([unit['performanceEvidence']]),
    theory: textsOf([unit['knowledgeEvidence']]),
    practice: listOf(unit['elements']).flatMap((element) => {
      if (!isObject(element)) return [];
      const said = textOf(element['element']);
      return textsOf(listOf(element['performanceCriteria'])).map((text) => (said === null ? text : `${said}: ${text}`));
    }),
    lang: 'en',
  };
}
