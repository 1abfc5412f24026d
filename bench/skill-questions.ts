import { z } from 'zod';
import { csvReader } from '../packages/recognition/src/results/index.ts';
import { seeded } from '../packages/server/src/demonstration/random.ts';
import { dataFile } from './skill-scene.ts';

/** A text, and the skills of a scheme that people said are its. */
export interface Question {
  readonly text: string;
  readonly uris: ReadonlySet<string>;
}

export interface LabelledSet {
  readonly name: string;
  readonly scheme: string;
  readonly questions: readonly Question[];
  readonly what: string;
}

function table(path: string): readonly Readonly<Record<string, string>>[] {
  const reader = csvReader();
  const [header, ...rows] = [...reader.push(dataFile(path)), ...reader.end()];
  return rows.map(({ cells }) =>
    Object.fromEntries((header?.cells ?? []).map((name, at) => [name.replace(/^\uFEFF/u, ''), cells[at] ?? ''])),
  );
}

const at = (scheme: string, code: string): string => `https://bench.example/${scheme}/${encodeURIComponent(code)}`;
const slug = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');

/** `count` of the questions, chosen by a fixed seed. */
function some(questions: readonly Question[], count: number): readonly Question[] {
  const random = seeded(26);
  const left = [...questions];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.int(0, left.length - 1), 1)[0]!);
}

/** The three sets of what people tagged by hand, of real files. */
export function labelledSets(count: number): readonly LabelledSet[] {
  const dwas = Map.groupBy(table('us-onet/tasks_to_dwas.csv'), (row) => row['Task ID'] ?? '');
  const tasks = table('us-onet/task_statements.csv').flatMap((row): readonly Question[] => {
    const of = dwas.get(row['Task ID'] ?? '') ?? [];
    return of.length === 0 ? [] : [{ text: row['Task'] ?? '', uris: new Set(of.map((one) => at('onet', one['DWA ID'] ?? ''))) }];
  });
  const unique = new Set(table('sg-skills-framework/unique_skills_list.csv').map((row) => slug(row['skill_title'] ?? '')));
  const titles = Map.groupBy(table('sg-skills-framework/tsc_to_unique_skill_mapping.csv'), (row) => row['tsc_code'] ?? '');
  const seen = new Set<string>();
  const codes = table('sg-skills-framework/skill_definitions.csv').flatMap((row): readonly Question[] => {
    const title = row['TSC_CCS Title'] ?? '';
    const text = `${title}. ${row['TSC_CCS Description'] ?? ''}`;
    const of = (titles.get(row['TSC Code'] ?? '') ?? [])
      .map((one) => slug(one['skill_2k_title'] ?? ''))
      .filter((one) => unique.has(one));
    // Of a skill with the same title the answer stands in the question, and the levels of one skill are one question.
    if (of.length === 0 || of.includes(slug(title)) || seen.has(text)) return [];
    seen.add(text);
    return [{ text, uris: new Set(of.map((one) => at('sg-unique', one))) }];
  });
  const units = new Map(
    table('au-training-gov-au/ict_units_by_aqf_type.csv').map((row) => [row['unit'] ?? '', row['title'] ?? '']),
  );
  const tagged = Map.groupBy(table('au-training-gov-au/national_skills_taxonomy_unit_tagged.csv'), (row) => row['units'] ?? '');
  const titled = [...tagged].flatMap(([unit, rows]): readonly Question[] => {
    const text = units.get(unit);
    return text === undefined
      ? []
      : [{ text, uris: new Set(rows.map((row) => `https://test.linked.data.gov.au/def/nst/${row['skill_id'] ?? ''}`)) }];
  });
  return [
    {
      name: 'O*NET',
      scheme: 'onet',
      questions: some(tasks, count),
      what: 'a task; its detailed work activities among 2,087 and the activities above them',
    },
    {
      name: 'Singapore',
      scheme: 'sg-unique',
      questions: some(codes, count),
      what: 'a skill’s title and description; its unique skill among 2,182, where the titles differ',
    },
    { name: 'Australia', scheme: 'au', questions: titled, what: 'a unit’s title alone; the skills tagged to it among 365' },
  ];
}

const unit = z.object({
  title: z.string(),
  elements: z.array(z.object({ element: z.string(), performanceCriteria: z.array(z.string()) })),
});

/** Texts as people write and type them, for the time that an answer takes. */
export function writings(): { readonly definitions: readonly string[]; readonly typed: readonly string[] } {
  const units = dataFile('au-training-gov-au/units_of_competency.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => {
      const { title, elements } = unit.parse(JSON.parse(line));
      return [title, ...elements.flatMap(({ element, performanceCriteria }) => [element, ...performanceCriteria])]
        .join('. ')
        .slice(0, 2000);
    });
  const tasks = some(
    table('us-onet/task_statements.csv').map((row) => ({ text: row['Task'] ?? '', uris: new Set<string>() })),
    200,
  );
  return {
    definitions: [...units, ...tasks.map(({ text }) => text)],
    typed: tasks.map(({ text }, n) => text.slice(0, 4 + (n % 20))),
  };
}
