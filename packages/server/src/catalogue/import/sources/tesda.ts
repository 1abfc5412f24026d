import type { SourceFile } from '../answer.ts';
import { unusableFile } from '../codes.ts';
import { decodeJson } from '../decode.ts';
import { distinct, header, idOf, isObject, type Json, listOf, part, type ReadSource, textOf } from './canonical.ts';

const CLASSES = ['basic', 'common', 'core'] as const;

/** TESDA's competencies, in classes, with their hours; each programme is a national certificate made of them. A code in two classes is one outcome. */
export function readTesda(file: SourceFile): ReadSource {
  const json = decodeJson(file);
  if (!isObject(json) || !CLASSES.every((one) => isObject(json[one])))
    throw unusableFile('not-this-format', file.name, 'It needs basic, common and core competencies.');
  const outcomes: ReadSource['outcomes'][number][] = [];
  const rejected: ReadSource['rejected'][number][] = [];
  const minutes = new Map<string, number>();
  let row = 0;
  for (const one of CLASSES.flatMap((name) => groupsOf(json[name]))) {
    row += 1;
    const [code, name] = isObject(one) ? [textOf(one['code']), textOf(one['description'])] : [null, null];
    if (!isObject(one)) rejected.push({ row, code: 'not-an-object', detail: '' });
    else if (code === null) rejected.push({ row, code: 'number-missing', detail: '' });
    else if (name === null) rejected.push({ row, code: 'title-missing', detail: '' });
    else {
      const outcome = outcomeOf(code, name, one['hours']);
      if (outcome.size !== null) minutes.set(code, outcome.size.minutes);
      outcomes.push({ row, outcome });
    }
  }
  const definitions = groupsOf(json['programs']).flatMap((one) => (isObject(one) ? definitionOf(one, minutes) : []));
  return { count: row, outcomes: distinct(outcomes), rejected, definitions };
}

const groupsOf = (value: unknown): readonly unknown[] => (isObject(value) ? Object.values(value).flatMap(listOf) : []);

function outcomeOf(code: string, name: string, hours: unknown): ReadSource['outcomes'][number]['outcome'] {
  const whole = typeof hours === 'number' && Number.isInteger(hours) && hours > 0 ? hours : null;
  return {
    id: idOf('ph', code),
    code,
    version: null,
    name,
    lineage: idOf('ph', code),
    kind: 'competency',
    levelLabel: null,
    size: whole === null ? null : { minutes: whole * 60, amount: String(whole), unit: 'hour' },
    subfield: null,
    domain: null,
    assessments: [],
    theory: [],
    practice: [],
    lang: 'en',
  };
}

function definitionOf(program: Json, minutes: ReadonlyMap<string, number>): ReadSource['definitions'] {
  const [code, title] = [textOf(program['code']), textOf(program['title'])];
  if (code === null || title === null || !isObject(program['competencies'])) return [];
  const competencies = program['competencies'];
  const id = idOf('ph', code);
  const { level } = program;
  return [
    {
      ...header,
      id,
      award: 'nc',
      title,
      level: typeof level === 'number' ? String(level) : null,
      sector: textOf(program['sector_code']),
      // The certificate's name without its level says which qualification it is.
      listing: { qualification: title.replace(/ NC [IV]+$/, '') },
      parts: CLASSES.flatMap((role) =>
        listOf(competencies[role]).flatMap((ref) =>
          typeof ref === 'string' ? [part(idOf('ph', ref), role, minutes.get(ref) ?? null, id)] : [],
        ),
      ),
    },
  ];
}
