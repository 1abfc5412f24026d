import { isLocalDate } from './local-date.ts';
import { FIELDS, type Field } from './portable-record.ts';
import { MOST_PROBLEMS, type RecordProblem, type RecordProblemCode } from './problems.ts';

export type Json = { readonly [key: string]: unknown };

const FIELD_SLUGS: ReadonlySet<string> = new Set(FIELDS);
const ID = /^[A-Za-z0-9._:-]{1,64}$/;
const BEYOND_LATIN = /[\u0300-\uffff]/;

/** A list of problems that stops growing. */
export class Problems {
  readonly found: RecordProblem[] = [];

  add(path: string, code: RecordProblemCode, message: string): void {
    if (this.found.length < MOST_PROBLEMS) this.found.push({ path, code, message });
    else if (this.found.length === MOST_PROBLEMS) {
      this.found.push({
        path: '',
        code: 'too-many-problems',
        message: `There are more than ${MOST_PROBLEMS} problems; the rest are not listed.`,
      });
    }
  }
}

/** What the keys of an object must be. */
export interface Shape {
  readonly required: readonly string[];
  readonly allowed: ReadonlySet<string>;
}

export const shape = (required: readonly string[], optional: readonly string[] = []): Shape => ({
  required,
  allowed: new Set([...required, ...optional]),
});

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object with exactly these keys, or null after saying what is wrong. */
export function object(value: unknown, keys: Shape, path: string, problems: Problems): Json | null {
  if (!isObject(value)) {
    problems.add(path, 'not-an-object', 'An object is needed here.');
    return null;
  }
  let ok = true;
  for (const key in value) {
    if (!keys.allowed.has(key)) {
      problems.add(path === '' ? printable(key) : `${path}.${printable(key)}`, 'unknown-key', 'This key is not known here.');
      ok = false;
    }
  }
  for (let at = 0; at < keys.required.length; at += 1) {
    const key = keys.required[at]!;
    if (value[key] === undefined) {
      problems.add(path === '' ? key : `${path}.${key}`, 'missing-key', 'This key is needed.');
      ok = false;
    }
  }
  return ok ? value : null;
}

const printable = (key: string): string => (key.length > 64 ? `${key.slice(0, 64)}…` : key);

export function list(value: unknown, path: string, problems: Problems): readonly unknown[] {
  if (Array.isArray(value)) return value;
  problems.add(path, 'not-a-list', 'A list is needed here.');
  return [];
}

export function text(value: unknown, path: string, problems: Problems): value is string {
  if (typeof value !== 'string' || value === '') {
    problems.add(path, 'not-text', 'Text is needed here.');
    return false;
  }
  if (BEYOND_LATIN.test(value) && value.normalize('NFC') !== value) {
    problems.add(path, 'not-nfc', 'This text is not in Unicode normal form C.');
    return false;
  }
  return true;
}

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

export function id(value: unknown, path: string, problems: Problems): value is string {
  if (isId(value)) return true;
  problems.add(path, 'bad-id', 'An id is 1 to 64 letters, digits, full stops, underscores, colons or hyphens.');
  return false;
}

export function whole(value: unknown, least: number, most: number, path: string, problems: Problems): value is number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return true;
  problems.add(path, 'bad-number', `A whole number from ${least} to ${most} is needed here.`);
  return false;
}

export function date(value: unknown, path: string, problems: Problems): value is string {
  if (isLocalDate(value)) return true;
  problems.add(path, 'bad-date', 'A date that exists, as YYYY-MM-DD, is needed here.');
  return false;
}

export function field(value: unknown, path: string, problems: Problems): value is Field {
  if (typeof value === 'string' && FIELD_SLUGS.has(value)) return true;
  problems.add(path, 'unknown-field', 'This is not one of the 17 fields.');
  return false;
}

export function oneOf(value: unknown, choices: ReadonlySet<string>, path: string, problems: Problems): boolean {
  if (typeof value === 'string' && choices.has(value)) return true;
  problems.add(path, 'bad-value', `One of ${[...choices].join(', ')} is needed here.`);
  return false;
}

export function flag(value: unknown, path: string, problems: Problems): void {
  if (typeof value !== 'boolean') problems.add(path, 'bad-value', 'True or false is needed here.');
}
