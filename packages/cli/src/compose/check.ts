import { parseArgs } from 'node:util';
import { DecisionError, explainError, isLocalDate } from '@recognition/recognition';
import { checkDefinition, type Definition } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';
import { readLanguage } from '../named-version.ts';
import { composing, definitionsIn, frameworkOf, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose check <definitions.json>... --framework ID [--others <definitions.json>] [--as-of DATE | --rule VERSION]
       [--language en|mi] [--json]

Checks definitions of awards by a framework's rules before they are listed: the same checks, by the same code, for every developer. Opens no
database. Each finding has the rule that it comes from.

  --framework ID     whose rules, such as ph
  --others <file>    listed ones that overlaps are measured against, beside those of the files
  --as-of DATE       by the rule in force on a day; the latest rule when it is left out
  --rule VERSION     by a version of the rule, such as 2024.1
  --language en|mi   of the findings, default en
  --json             the findings for a machine, as "do": "check" of POST /api/v1/frameworks/{framework}/compositions answers them

Exit: 0 nothing stands in the way, 1 something does, 2 a file or an option cannot be used.

Example: npx nzrr compose check tailored.json --framework ph
`;

export const composeCheck: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      const { files, framework: id, others, asOf, version, language, json } = asked(args);
      const framework = frameworkOf(id);
      const definitions: Definition[] = [];
      for (const file of files) definitions.push(...(await definitionsIn(file, io)));
      const beside = others === undefined ? [] : await definitionsIn(others, io);
      const options = {
        others: [...definitions, ...beside],
        ...(asOf === undefined ? {} : { asOf }),
        ...(version === undefined ? {} : { version }),
      };
      let findings;
      try {
        findings = definitions.flatMap((definition) =>
          checkDefinition(framework, definition, options).map((one) => ({ definition: definition.id, ...one })),
        );
      } catch (error) {
        if (error instanceof DecisionError) throw new Unusable(error.code, explainError(error.code, language));
        throw error;
      }
      if (json) io.out(`${JSON.stringify({ ok: findings.length === 0, findings }, null, 2)}\n`);
      else {
        for (const { definition, check, path, text, source } of findings)
          io.out(`${definition}: ${path}: ${text[language]} (${check}; ${source})\n`);
        if (findings.length === 0) io.out(`${definitions.map((one) => one.id).join(', ')}: nothing stands in the way.\n`);
      }
      return findings.length === 0 ? 0 : 1;
    }),
};

function asked(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        others: { type: 'string' },
        'as-of': { type: 'string' },
        rule: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
  const { values, positionals: files } = parsed;
  const { framework, others, rule: version, 'as-of': asOf, json } = values;
  const language = readLanguage(values.language);
  if (files.length === 0) throw new Unusable('usage', 'Name at least one file of definitions.');
  if (framework === undefined) throw new Unusable('usage', 'Say --framework.');
  if (language === null) throw new Unusable('usage', '--language takes en or mi.');
  if (asOf !== undefined && version !== undefined) throw new Unusable('usage', 'Name a day or a version of the rule, not both.');
  if (asOf !== undefined && !isLocalDate(asOf)) throw new Unusable('usage', '--as-of takes a date, YYYY-MM-DD.');
  return { files, framework, others, asOf, version, language, json };
}
