import type { SourceFile } from '../answer.ts';
import { distinct, idOf, isObject, type Json, jsonList, listOf, type ReadSource, textOf, textsOf } from './canonical.ts';

/** Spain's units of competency of a professional certificate: realisations are what is done, criteria what is assessed. */
export function readEsCertificado(file: SourceFile): ReadSource {
  const outcomes: ReadSource['outcomes'][number][] = [];
  const rejected: ReadSource['rejected'][number][] = [];
  const units = jsonList(file, 'A file of a certificate is a list of its units of competency.');
  for (const [at, unit] of units.entries()) {
    const row = at + 1;
    if (!isObject(unit)) {
      rejected.push({ row, code: 'not-an-object', detail: '' });
      continue;
    }
    const [code, name] = [textOf(unit['code']), textOf(unit['title'])];
    if (code === null) rejected.push({ row, code: 'number-missing', detail: '' });
    else if (name === null) rejected.push({ row, code: 'title-missing', detail: '' });
    else outcomes.push({ row, outcome: outcomeOf(unit, code, name) });
  }
  return { count: units.length, outcomes: distinct(outcomes), rejected, definitions: [] };
}

function outcomeOf(unit: Json, code: string, name: string): ReadSource['outcomes'][number]['outcome'] {
  const realisations = listOf(unit['realizaciones']).filter(isObject);
  // A unit's code ends with its level: UC0966_3.
  const [, level] = /_([123])$/.exec(code) ?? [];
  return {
    id: idOf('es', code),
    code,
    version: null,
    name,
    lineage: idOf('es', code),
    kind: 'unidad-de-competencia',
    levelLabel: level ?? null,
    size: null,
    subfield: null,
    domain: null,
    assessments: realisations.flatMap((one) =>
      textsOf(listOf(one['criterios']).map((criterion) => (isObject(criterion) ? criterion['text'] : null))),
    ),
    theory: [],
    practice: textsOf(realisations.map((one) => one['text'])),
    lang: 'es',
  };
}
