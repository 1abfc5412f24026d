import { parseArgs } from 'node:util';
import { DecisionError, isLocalDate, parseCatalogue } from '@recognition/recognition';
import {
  type CheckOptions,
  checkMicroCredential,
  creditsOf,
  type MicroCredential,
  overlapsOf,
  partFacts,
  readDocument,
  refsOf,
  ruleOf,
  toDefinition,
} from '@recognition/recognition/micro-credential';
import { type Definition, readDefinitions } from '@recognition/recognition/frameworks';
import { systemClock } from '@recognition/server/services.ts';
import type { Command, Io } from '../command.ts';
import { readJsonFile } from '../json-file.ts';

const HELP = `Usage: nzrr micro-credential check <document.json> --catalogue <catalogue.json> [--others <definitions.json>]
       [--as-of DATE | --rule VERSION] [--json]

Checks a micro-credential as a document, by the code that the service and the workshop's page run. Opens no database and no socket.

  <document.json>     what a developer writes: the fields of POST /api/v1/micro-credentials/check, with the code and the developer
  --catalogue <file>  the outcomes that it is made of (nzrr catalogue export)
  --others <file>     listed ones that overlaps are measured against (GET /api/v1/micro-credentials/definitions)
  --as-of <date>      by the rule in force on a day; the latest rule when it is left out
  --rule <version>    by a version of the rule, such as 2018.1
  --json              { rule, ready, credits, findings, overlaps } for a machine

Exit: 0 nothing stands between it and its listing, 1 something does, 2 a file or an option cannot be used.

Example: nzrr micro-credential check care.json --catalogue catalogue.json --rule 2018.1
`;

interface Asked {
  readonly file: string;
  readonly catalogue: string;
  readonly others: string | undefined;
  readonly options: CheckOptions;
  readonly json: boolean;
}

/** A file or an option that cannot be used, with the sentence that says why. */
class Unusable extends Error {}

export const microCredentialCheck: Command = {
  help: HELP,
  run: async (args, io) => {
    let asked: Asked;
    try {
      asked = read(args);
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    try {
      return await check(asked, io);
    } catch (error) {
      if (!(error instanceof Unusable) && !(error instanceof DecisionError)) throw error;
      if (asked.json) io.out(`${JSON.stringify({ error: error.message })}\n`);
      else io.err(`${error.message}\n`);
      return 2;
    }
  },
};

function read(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      catalogue: { type: 'string' },
      others: { type: 'string' },
      'as-of': { type: 'string' },
      rule: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  const { catalogue, others, rule, 'as-of': asOf } = values;
  if (file === undefined || positionals.length > 1) throw new Error('Name one document.');
  if (catalogue === undefined) throw new Error('Name the catalogue that its parts are in: --catalogue.');
  if (asOf !== undefined && rule !== undefined) throw new Error('Name a day or a version of the rule, not both.');
  if (asOf !== undefined && !isLocalDate(asOf)) throw new Error('--as-of takes a date that exists, as YYYY-MM-DD.');
  const options = { ...(asOf === undefined ? {} : { asOf }), ...(rule === undefined ? {} : { version: rule }) };
  return { file, catalogue, others, options, json: values.json };
}

async function check({ file, catalogue, others, options, json }: Asked, io: Io): Promise<number> {
  const document = readDocument(await valueOf(file, io));
  if (!document.ok) throw new Unusable(`${file}: ${document.path}: ${document.message}`);
  const parsed = parseCatalogue(await valueOf(catalogue, io));
  if (!parsed.ok) throw new Unusable(`${catalogue}: ${parsed.problems[0]?.path ?? ''}: ${parsed.problems[0]?.message ?? ''}`);
  const { code, developer, content } = document;
  const rule = ruleOf(options);
  // Whether a part may still be assessed is asked of the day that is named, else of today.
  const day = options.asOf ?? systemClock.today();
  const facts = refsOf(content).flatMap((ref) => partFacts(ref, parsed.catalogue.outcomes, day) ?? []);
  const one: MicroCredential = { id: code, code, developer, content, facts };
  const listed = others === undefined ? [] : await definitionsIn(others, code, io);
  const findings = checkMicroCredential(one, { ...options, others: listed });
  const overlaps = overlapsOf(toDefinition(one), listed);
  const ready = findings.every(({ severity }) => severity !== 'error');
  if (json) io.out(`${JSON.stringify({ rule: rule.version, ready, credits: creditsOf(one), findings, overlaps }, null, 2)}\n`);
  else {
    const credits = creditsOf(one);
    const size = credits === null ? 'its size is not known' : `${credits} credit${credits === 1 ? '' : 's'}`;
    io.out(`${file}: ${ready ? 'it may be listed' : 'it may not be listed yet'} by the rule ${rule.version}; ${size}.\n`);
    for (const { severity, path, text, check: name, source } of findings)
      io.out(`${severity === 'advice' ? 'advice ' : ''}${path}: ${text.en} (${name}; ${source})\n`);
    for (const { id, title, percent } of overlaps) io.out(`${percent}% of it is in ${id}, “${title}”.\n`);
  }
  return ready ? 0 : 1;
}

async function valueOf(file: string, io: Io): Promise<unknown> {
  const found = await readJsonFile(file, io);
  if (!found.ok) throw new Unusable(`${file}: ${found.message} (${found.code})`);
  return found.value;
}

/** Listed definitions: a list, or the answer of the API with its items; other versions of the same code are no overlap. */
async function definitionsIn(file: string, code: string, io: Io): Promise<readonly Definition[]> {
  const value = await valueOf(file, io);
  const list = typeof value === 'object' && value !== null && 'items' in value ? value.items : value;
  const found = readDefinitions(list);
  if (!found.ok) throw new Unusable(`${file}: ${found.problems[0]?.path ?? ''}: ${found.problems[0]?.message ?? ''}`);
  const own = new RegExp(`^${code.replaceAll(/[.\\]/g, '\\$&')}(-v[0-9]+)?$`);
  return found.definitions.filter(({ id }) => !own.test(id));
}
