import { parseArgs } from 'node:util';
import {
  decide,
  DecisionError,
  decideSelection,
  explain,
  explainError,
  explainSelectionProblem,
  isLocalDate,
  type Language,
  nz,
  parseRecord,
  type RecognitionRecord,
  type RecordProblem,
} from '@recognition/recognition';
import { frameworkNamed, languagesOf, type Spoken, SPOKEN } from '@recognition/recognition/frameworks';
import type { Command, Io } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { assessAward } from './assess-award.ts';

const ELIGIBLE = 0;
const NOT_ELIGIBLE = 1;
const UNUSABLE = 2;

export const command: Command = {
  help: `Usage: nzrr award assess <record.json>... [options]

Decides a portable record by the rules alone: no database, no clock, no network.

  --framework <id>      whose rules decide, such as in; default the record's own (nz). Another's reads the record for comparison only
  --award <id>          the award, default alq
  --definitions <file>  definitions of awards that are made of named parts
  --definition <id>     which of them to decide
  --institution <id>    who makes the award, where shares of other institutions are capped
  --policy <version>    the rule to decide by, such as nz-alq@2025.1; default the latest
  --as-of <date>        the day of the decision; default the latest date that counts in the file
  --select <id,...>     decide this selection instead of looking for the best
  --supersedes <award>  treat what this award has spent as free
  --language en|mi      the language of the sentences, default en; a framework's own as well, such as es
  --json                the decision for a machine; one line a file when there are several

Exit: 0 eligible (or the selection is valid), 1 not, 2 a file is unusable; with several files the worst.

Example: nzrr award assess my-record.json --as-of 2026-11-24
`,
  run,
};

interface Asked {
  readonly files: readonly string[];
  readonly framework: string | undefined;
  readonly award: string;
  readonly definitions: string | undefined;
  readonly definition: string | undefined;
  readonly institution: string | undefined;
  readonly policy: string | undefined;
  readonly asOf: string | undefined;
  readonly select: readonly string[] | undefined;
  readonly supersedes: string | undefined;
  readonly language: Spoken;
  readonly json: boolean;
}

/** Why a file has no answer: a stable code, a sentence, and where. */
interface Unusable {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly problems?: readonly RecordProblem[];
}

type Answer =
  | { readonly ok: true; readonly exit: number; readonly answer: object; readonly sentences: readonly string[] }
  | { readonly ok: false; readonly error: Unusable };

async function run(args: readonly string[], io: Io): Promise<number> {
  const asked = read(args);
  if (typeof asked === 'string') {
    io.err(`${asked}\n"nzrr award assess --help" says more.\n`);
    return UNUSABLE;
  }
  let worst = ELIGIBLE;
  const several = asked.files.length > 1;
  for (const file of asked.files) {
    const answer = await assess(file, asked, io);
    const exit = answer.ok ? answer.exit : UNUSABLE;
    worst = Math.max(worst, exit);
    if (asked.json) sayJson(answer, file, several, io);
    else sayWords(answer, file, several, io);
  }
  return worst;
}

function read(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        award: { type: 'string', default: 'alq' },
        definitions: { type: 'string' },
        definition: { type: 'string' },
        institution: { type: 'string' },
        policy: { type: 'string' },
        'as-of': { type: 'string' },
        select: { type: 'string' },
        supersedes: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const { framework, award, definitions, definition, institution, policy, select, supersedes, json } = values;
    const language = SPOKEN.find((one) => one === values.language);
    const asOf = values['as-of'];
    if (positionals.length === 0) return 'Name at least one record.';
    if (asOf !== undefined && !isLocalDate(asOf)) return `"${values['as-of']}" is not a date: --as-of takes YYYY-MM-DD.`;
    if (language === undefined) return `"${values.language}" is not a language: --language takes ${SPOKEN.join(', ')}.`;
    const ids = select?.split(',').filter((id) => id !== '');
    return {
      files: positionals,
      framework,
      award,
      definitions,
      definition,
      institution,
      policy,
      asOf,
      select: ids,
      supersedes,
      language,
      json,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function assess(path: string, asked: Asked, io: Io): Promise<Answer> {
  const json = await readJsonFile(path, io);
  if (!json.ok) return unusable(json.code, '', json.message);
  const parsed = parseRecord(json.value);
  if (!parsed.ok) {
    const first = parsed.problems[0];
    return unusable(
      first?.code ?? 'not-an-object',
      first?.path ?? '',
      first?.message ?? 'This is not a record.',
      parsed.problems,
    );
  }
  const { record } = parsed;
  const own = record.framework ?? nz.id;
  const framework = frameworkNamed(asked.framework ?? own);
  const language = asked.language === 'mi' ? 'mi' : 'en';
  if (frameworkNamed(own) === null || framework === null)
    return unusable('unknown-framework', 'framework', explainError('unknown-framework', language));
  if (!languagesOf(framework).includes(asked.language))
    return unusable('unknown-language', '', `${framework.id} is not explained in ${asked.language}.`);
  try {
    if (framework.id === nz.id && own === nz.id && asked.award === 'alq') return answer(record, { ...asked, language });
    if (asked.select !== undefined)
      return unusable('not-selectable', '', 'Only the Applied Learning Qualification takes --select.');
    const made = await assessAward(framework, record, asked, io);
    return 'error' in made
      ? unusable(made.error.code, '', made.error.message)
      : { ok: true, exit: made.eligible ? ELIGIBLE : NOT_ELIGIBLE, ...made };
  } catch (error) {
    if (error instanceof DecisionError) return unusable(error.code, '', explainError(error.code, language));
    throw error;
  }
}

function answer(
  record: RecognitionRecord,
  { award, policy, asOf, select, supersedes, language }: Asked & { readonly language: Language },
): Answer {
  const options = {
    ...(policy === undefined ? {} : { policy }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(supersedes === undefined ? {} : { supersedes }),
  };
  if (select !== undefined) {
    const decided = decideSelection(nz, award, record, { ...options, select });
    const { valid, credits, problems } = decided.selection;
    const sentences = [
      language === 'en'
        ? `This selection of ${credits} credits ${valid ? 'makes the award' : 'does not make the award'}.`
        : `${valid ? 'Ka whiwhi i te tohu' : 'Kāore e whiwhi i te tohu'} mā tēnei tīpakohanga, e ${credits} ngā whiwhinga.`,
      ...problems.map(({ code, achievements }) => `${achievements.join(', ')}: ${explainSelectionProblem(code, language)}`),
    ];
    return { ok: true, exit: valid ? ELIGIBLE : NOT_ELIGIBLE, answer: decided, sentences };
  }
  const decided = decide(nz, award, record, options);
  const sentences = explain(decided, record, language).map(({ text }) => text);
  return { ok: true, exit: decided.eligible ? ELIGIBLE : NOT_ELIGIBLE, answer: decided, sentences };
}

const unusable = (
  code: string,
  path: string,
  message: string,
  problems?: readonly RecordProblem[],
): Extract<Answer, { ok: false }> => ({
  ok: false,
  error: { code, path, message, ...(problems === undefined ? {} : { problems }) },
});

function sayJson(given: Answer, file: string, several: boolean, io: Io): void {
  const said = given.ok ? given.answer : { error: given.error };
  if (several || !given.ok) io.out(`${JSON.stringify({ file, ...said })}\n`);
  else io.out(`${JSON.stringify(said, null, 2)}\n`);
}

function sayWords(given: Answer, file: string, several: boolean, io: Io): void {
  if (!given.ok) {
    const { code, path, message, problems } = given.error;
    const where = path === '' ? '' : `${path}: `;
    const more = (problems?.length ?? 1) - 1;
    io.err(`${file}: ${where}${message} (${code})${more > 0 ? ` And ${more} more.` : ''}\n`);
    return;
  }
  if (several) io.out(`${file}\n`);
  io.out(`${given.sentences.join('\n')}\n${several ? '\n' : ''}`);
}
