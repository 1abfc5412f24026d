import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type CaseFile,
  checkFrameworkFile,
  FRAMEWORK_IDS,
  frameworkNamed,
  readCases,
  type RecognitionFramework,
  runCase,
} from '@recognition/recognition/frameworks';
import type { Command, Io } from '../command.ts';
import { readJsonFile } from '../json-file.ts';

const HELP = `Usage: nzrr framework cases [id] [--file cases.json [--framework framework.json]] [--list] [--json]

Runs the worked cases of a framework, or of all: invented inputs, each with the rule that it tests and what must come out. New
Zealand's own award has its cases in another form, which the tests run.

  --file <cases.json>   these cases instead of those of the folder; the framework is the one that the file names
  --framework <framework.json>
                        with --file: this framework, such as one that is not among ours yet
  --list                say every case and the rule that it tests, instead of only those that differ
  --json                every case for a machine

Exit: 0 all agree, 1 some do not, 2 a file cannot be read.

Example: nzrr framework cases es
`;
const FOLDER = new URL('../../../../frameworks/', import.meta.url);

export const frameworkCases: Command = {
  help: HELP,
  run: async (args, io) => {
    let asked: {
      readonly id: string | undefined;
      readonly file: string | undefined;
      readonly framework: string | undefined;
      readonly list: boolean;
      readonly json: boolean;
    };
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          file: { type: 'string' },
          framework: { type: 'string' },
          list: { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
        },
      });
      const [id, ...more] = positionals;
      if (more.length > 0) throw new Error('Name one framework, or none for all.');
      if (id !== undefined && frameworkNamed(id) === null) throw new Error(`There is no framework "${id}".`);
      if (values.framework !== undefined && values.file === undefined) throw new Error('--framework goes with --file.');
      asked = { id, file: values.file, framework: values.framework, list: values.list, json: values.json };
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    const files = asked.file !== undefined ? [asked.file] : (asked.id === undefined ? FRAMEWORK_IDS : [asked.id]).map(pathOf);
    let worst = 0;
    const all: object[] = [];
    for (const file of files) {
      const read = await casesOf(file, io);
      if (typeof read === 'string') {
        io.err(`${file}: ${read}\n`);
        return 2;
      }
      const framework = asked.framework === undefined ? frameworkNamed(read.framework) : await frameworkIn(asked.framework, io);
      if (typeof framework === 'string') {
        io.err(`${asked.framework}: ${framework}\n`);
        return 2;
      }
      if (framework === null) {
        io.err(`${file}: there is no framework "${read.framework}".\n`);
        return 2;
      }
      const ran = read.cases.map(({ name, rule, reading }, at) => ({
        name,
        rule,
        ...(reading === undefined ? {} : { reading }),
        differs: runCase(framework, read.cases[at]!),
      }));
      const broken = ran.filter(({ differs }) => differs.length > 0);
      if (broken.length > 0) worst = 1;
      all.push({ framework: framework.id, cases: ran });
      if (!asked.json) {
        io.out(`${framework.id}: ${ran.length - broken.length} of ${ran.length} cases agree.\n`);
        if (asked.list)
          for (const { name, rule, differs, ...more } of ran)
            io.out(
              `  ${differs.length === 0 ? 'agrees ' : 'differs'}  ${name}. ${rule}${'reading' in more ? ' (a reading of ours)' : ''}\n`,
            );
        for (const { name, differs } of broken) io.out(`  ${name}: ${differs.join('; ')}\n`);
      }
    }
    if (asked.json) io.out(`${JSON.stringify(all, null, 2)}\n`);
    return worst;
  },
};

function pathOf(id: string): string {
  const [own, usual] = [new URL(`${id}/awards.cases.json`, FOLDER), new URL(`${id}/cases.json`, FOLDER)];
  return fileURLToPath(existsSync(own) ? own : usual);
}

async function frameworkIn(file: string, io: Io): Promise<RecognitionFramework | string> {
  const read = await readJsonFile(file, io);
  if (!read.ok) return `${read.message} (${read.code})`;
  const checked = checkFrameworkFile(read.value);
  if (checked.ok) return checked.framework;
  return checked.problems.map(({ path, code, message }) => `${path}: ${message} (${code})`).join('\n');
}

async function casesOf(file: string, io: Io): Promise<CaseFile | string> {
  const read = await readJsonFile(file, io);
  if (!read.ok) return `${read.message} (${read.code})`;
  try {
    return readCases(read.value);
  } catch (error) {
    return `This is not a file of worked cases. ${error instanceof Error ? error.message.slice(0, 500) : ''}`;
  }
}
