import type { Draft } from './draft.ts';

/** What was typed and not yet kept by the service, in this tab: it outlives a reload, a lost session and a way back. */
export interface KeptDraft {
  readonly draft: Draft;
  /** The revision that it was written on. */
  readonly revision: number;
}

const place = (id: string): string => `definition:${id}`;

export function keepDraft(id: string, kept: KeptDraft | null): void {
  if (kept === null) sessionStorage.removeItem(place(id));
  else sessionStorage.setItem(place(id), JSON.stringify(kept));
}

/** What this tab kept of a definition, or null when there is nothing that this version of the form can read. */
export function readKeptDraft(id: string): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place(id)) ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptDraft {
  return isObject(value) && typeof value['revision'] === 'number' && isDraft(value['draft']);
}

function isDraft(value: unknown): value is Draft {
  return (
    isObject(value) &&
    ['name', 'credits', 'excludes', 'previousUntil'].every((key) => typeof value[key] === 'string') &&
    ['field', 'subfield', 'domain', 'kind'].every((key) => value[key] === null || typeof value[key] === 'string') &&
    (value['level'] === null || typeof value['level'] === 'number') &&
    (value['group'] === null || isObject(value['group'])) &&
    ['assessments', 'theory', 'practice'].every((key) => isList(value[key], ['text', 'lang'])) &&
    isList(value['skills'], ['uri', 'scheme', 'label', 'relation']) &&
    Array.isArray(value['gradesAvailable'])
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown, keys: readonly string[]): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && keys.every((key) => typeof one[key] === 'string'));
}
