import type { SourceFile } from '../answer.ts';
import {
  distinct,
  header,
  idOf,
  isObject,
  type Json,
  jsonList,
  listOf,
  part,
  type ReadSource,
  textOf,
  textsOf,
  versionOf,
} from './canonical.ts';

const KINDS = ['theory', 'practical', 'project', 'viva'] as const;
const NAMES: Readonly<Record<(typeof KINDS)[number], string>> = {
  theory: 'Theory',
  practical: 'Practical',
  project: 'Project',
  viva: 'Viva',
};
/** 30 notional hours (National Credit Framework). */
const CREDIT = 1800;

/** India's qualification packs: each national occupational standard is an outcome with its criteria and its marks; each pack is made of them. */
export function readNsqfPacks(file: SourceFile): ReadSource {
  const outcomes: ReadSource['outcomes'][number][] = [];
  const rejected: ReadSource['rejected'][number][] = [];
  const definitions: ReadSource['definitions'][number][] = [];
  let row = 0;
  for (const pack of jsonList(file, 'A file of packs is a list of qualification packs.')) {
    if (!isObject(pack)) {
      row += 1;
      rejected.push({ row, code: 'not-an-object', detail: '' });
      continue;
    }
    for (const nos of listOf(pack['nos'])) {
      row += 1;
      const outcome = isObject(nos) ? outcomeOf(nos) : 'not-an-object';
      if (typeof outcome === 'string') rejected.push({ row, code: outcome, detail: '' });
      else outcomes.push({ row, outcome });
    }
    const made = definitionOf(pack);
    if (made !== null) definitions.push(made);
  }
  return { count: row, outcomes: distinct(outcomes), rejected, definitions };
}

function outcomeOf(nos: Json): ReadSource['outcomes'][number]['outcome'] | 'number-missing' | 'title-missing' {
  const [code, name] = [textOf(nos['code']), textOf(nos['title'])];
  if (code === null) return 'number-missing';
  if (name === null) return 'title-missing';
  const parameters = isObject(nos['parameters']) ? nos['parameters'] : {};
  const credits = creditsOf(parameters['Credits']);
  return {
    id: idOf('in', code),
    code,
    version: versionOf(parameters['Version']),
    name,
    lineage: idOf('in', code),
    kind: 'national-occupational-standard',
    levelLabel: textOf(parameters['NSQF Level']),
    size: credits === null ? null : { minutes: credits * CREDIT, amount: String(credits), unit: 'credit' },
    subfield: textOf(parameters['Sector']),
    domain: textOf(parameters['Sub-Sector']),
    assessments: marksOf(nos['marks']),
    theory: textsOf(listOf(nos['knowledge_and_understanding']).map((one) => (isObject(one) ? one['text'] : null))),
    practice: listOf(nos['elements']).flatMap(criteriaOf),
    lang: 'en',
  };
}

/** "TBD", "NA" and "0" are no number of credits: the size stays missing. */
function creditsOf(value: unknown): number | null {
  const text = textOf(value) ?? '';
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}

/** The marks of the whole standard, by kind; a kind without marks is not named. */
function marksOf(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  const totals = listOf(value['nos_total']);
  const columns = listOf(value['columns']);
  return KINDS.flatMap((kind) => {
    const marks = totals[columns.indexOf(kind)];
    return typeof marks === 'number' && marks > 0 ? [`${NAMES[kind]}: ${marks} marks`] : [];
  });
}

function criteriaOf(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  const element = textOf(value['element']);
  return textsOf(listOf(value['performance_criteria']).map((one) => (isObject(one) ? one['text'] : null))).map((text) =>
    element === null ? text : `${element}: ${text}`,
  );
}

const ROLES = new Map([
  ['compulsory', 'core'],
  ['elective', 'elective'],
  ['option', 'option'],
]);

function definitionOf(pack: Json): ReadSource['definitions'][number] | null {
  const [code, title] = [textOf(pack['code']), textOf(pack['title'])];
  if (code === null || title === null) return null;
  const id = idOf('in', code);
  const parts = new Map<string, ReturnType<typeof part>>();
  for (const one of listOf(pack['applicable_nos'])) {
    const ref = isObject(one) ? textOf(one['code']) : null;
    const role = isObject(one) ? ROLES.get(textOf(one['mode']) ?? '') : undefined;
    if (ref !== null && role !== undefined && !parts.has(ref)) parts.set(ref, part(idOf('in', ref), role, null, id));
  }
  const level = pack['nsqf_level'];
  return {
    ...header,
    id,
    award: 'qualification-pack',
    title,
    level: typeof level === 'number' ? String(level) : null,
    parts: [...parts.values()],
  };
}
