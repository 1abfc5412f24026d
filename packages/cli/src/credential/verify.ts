import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  answerOf,
  CredentialError,
  ERROR_SENTENCES,
  type Examination,
  examineCredential,
  headline,
  sentenceOf,
} from '@recognition/credentials';
import type { Command, Io } from '../command.ts';
import { createResolver } from './resolver.ts';
import { TrustError, trustedIssuers } from './trust.ts';

const EXIT = { verified: 0, 'not-verified': 1, inconclusive: 3 } as const;
const UNREADABLE = 2;
/** 10 MB, and one byte more so that a larger file is seen to be larger. */
const MAX_READ = 10 * 1024 * 1024 + 1;

export const command: Command = {
  help: `Usage: nzrr credential verify <file> [--offline] [--json] [--format FORM]

Verifies a credential or presentation in JSON or JSON-LD, as a JWT, SD-JWT or COSE, baked into a PNG or SVG picture, or carried by a certificate or
record of ours as PDF: who signed it, whether it was changed, withdrawn or has ended.

  --offline          open no socket; what would need one is "unknown"
  --json             the answer for a machine
  --format FORM      take only this form: ldp_vc, vc+jwt, vc+cose or dc+sd-jwt, however it is wrapped
  --trust <list>     a file or https address with issuers that you trust; may be given again
                     (else RECOGNITION_TRUSTED, else the list of the product in .data)
  --trust-signer DID take signed lists only, and only of this register; may be given again
                     (without it signed lists of the product's own issuers, and lists that nobody signed)
  --allow-private    also ask addresses of private networks
  --at <time>        judge as of a moment, such as 2026-11-24T09:00:00Z, instead of now

Exit: 0 verified, 1 not verified, 3 inconclusive, 2 unreadable.

Example: nzrr credential verify my-award.json
`,
  run,
};

/** What `format` finds for each form that can be asked for. */
const FORMS = {
  ldp_vc: ['readable-credential', 'readable-presentation'],
  'vc+jwt': ['readable-jwt-credential', 'readable-jwt-presentation'],
  'vc+cose': ['readable-cose-credential', 'readable-cose-presentation'],
  'dc+sd-jwt': ['readable-sd-jwt'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The form that was asked for: undefined for none, null for one that nobody knows. */
function formOf(asked: string | undefined): keyof typeof FORMS | undefined | null {
  if (asked === undefined) return undefined;
  return asked === 'ldp_vc' || asked === 'vc+jwt' || asked === 'vc+cose' || asked === 'dc+sd-jwt' ? asked : null;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === 'string') return refuse(io, parsed);
  const { file, offline, json, trust, registers, allowPrivate, at, format } = parsed;
  try {
    const resolver = createResolver({ allowPrivate });
    const now = at ?? new Date().toISOString();
    const { issuers: trusted, held } = await trustedIssuers({ named: trust, registers, now }, io, offline ? null : resolver);
    const examination = await examineCredential(await load(resolve(io.cwd, file)), {
      now,
      offline,
      held,
      resolver,
      trusted,
    });
    const form = format === undefined ? undefined : FORMS[format];
    const [found] = examination.checks;
    if (form !== undefined && found?.outcome === 'pass' && !form.some((code) => code === found.code))
      return refuse(io, `${file} is not in the form ${format}: it is ${found.detail}`);
    io.out(json ? `${JSON.stringify(answerOf(examination), null, 2)}\n` : inWords(examination, ''));
    return EXIT[examination.answer];
  } catch (error) {
    if (error instanceof CredentialError) return refuse(io, `${ERROR_SENTENCES[error.code].en} (${error.code})`);
    if (error instanceof TrustError) return refuse(io, error.message);
    if (error instanceof Error && 'code' in error) return refuse(io, `${file} cannot be read: ${error.message}`);
    throw error;
  }
}

function refuse(io: Io, sentence: string): number {
  io.err(`${sentence}\n`);
  return UNREADABLE;
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        offline: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        trust: { type: 'string', multiple: true, default: [] },
        'trust-signer': { type: 'string', multiple: true, default: [] },
        'allow-private': { type: 'boolean', default: false },
        at: { type: 'string' },
        format: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return 'Name one file: nzrr credential verify <file>';
    if (values.at !== undefined && !/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/u.test(values.at))
      return '--at takes a moment such as 2026-11-24T09:00:00Z';
    const format = formOf(values.format);
    if (format === null) return `A form is one of ${Object.keys(FORMS).join(', ')}`;
    return {
      file,
      offline: values.offline,
      json: values.json,
      trust: values.trust,
      registers: values['trust-signer'],
      allowPrivate: values['allow-private'],
      at: values.at,
      format,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads no more of a file than it takes to see that it is too large. */
async function load(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const buffer = new Uint8Array(Math.min(size, MAX_READ));
    let at = 0;
    while (at < buffer.length) {
      const { bytesRead } = await handle.read(buffer, at, buffer.length - at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return buffer.subarray(0, at);
  } finally {
    await handle.close();
  }
}

const MARKS = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' } as const;

function inWords(examination: Examination, indent: string): string {
  const checks = examination.checks.map((check) => {
    const { question, reason } = sentenceOf(check, 'en');
    return `${indent}  ${MARKS[check.outcome]} ${question} ${reason}\n`;
  });
  const within = examination.credentials.map((one, at) => `\n${indent}  Credential ${at + 1}\n${inWords(one, `${indent}  `)}`);
  return `${indent}${headline(examination.answer, 'en')}\n${checks.join('')}${within.join('')}`;
}
