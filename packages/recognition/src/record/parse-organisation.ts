import { date, field, id, type Json, list, object, oneOf, type Problems, shape, text, whole } from './reader.ts';

const ORGANISATION = shape(['id', 'name', 'kind', 'accreditations']);
const ACCREDITATION = shape(['from', 'to', 'scope']);
const SCOPES = new Set(['all', 'field', 'subfield', 'domain', 'outcome']);
const SCOPE_KEYS = {
  all: shape(['kind']),
  field: shape(['kind', 'field'], ['maxLevel']),
  subfield: shape(['kind', 'subfield'], ['maxLevel']),
  domain: shape(['kind', 'domain'], ['maxLevel']),
  outcome: shape(['kind', 'lineage']),
} as const;

/** Checks one organisation with its dated accreditations; answers its id, or null when it has none. */
export function checkOrganisation(value: unknown, path: string, problems: Problems): string | null {
  const given = object(value, ORGANISATION, path, problems);
  if (given === null) return null;
  text(given['name'], `${path}.name`, problems);
  text(given['kind'], `${path}.kind`, problems);
  const accreditations = list(given['accreditations'], `${path}.accreditations`, problems);
  for (let at = 0; at < accreditations.length; at += 1)
    checkAccreditation(accreditations[at], `${path}.accreditations[${at}]`, problems);
  return id(given['id'], `${path}.id`, problems) ? given['id'] : null;
}

function checkAccreditation(value: unknown, path: string, problems: Problems): void {
  const given = object(value, ACCREDITATION, path, problems);
  if (given === null) return;
  const { from, to } = given;
  const begins = date(from, `${path}.from`, problems);
  if (to !== null && date(to, `${path}.to`, problems) && begins && to < from) {
    problems.add(`${path}.to`, 'period-backwards', 'This period ends before it begins.');
  }
  const scope = list(given['scope'], `${path}.scope`, problems);
  for (let at = 0; at < scope.length; at += 1) checkScope(scope[at], `${path}.scope[${at}]`, problems);
}

const hasKind = (value: unknown): value is { readonly kind: unknown } =>
  typeof value === 'object' && value !== null && 'kind' in value;

function checkScope(value: unknown, path: string, problems: Problems): void {
  const kind = hasKind(value) ? value.kind : undefined;
  if (!oneOf(kind, SCOPES, `${path}.kind`, problems)) return;
  switch (kind) {
    case 'all':
      object(value, SCOPE_KEYS.all, path, problems);
      return;
    case 'outcome': {
      const given = object(value, SCOPE_KEYS.outcome, path, problems);
      if (given !== null) id(given['lineage'], `${path}.lineage`, problems);
      return;
    }
    case 'field': {
      const given = object(value, SCOPE_KEYS.field, path, problems);
      if (given === null) return;
      field(given['field'], `${path}.field`, problems);
      checkMaxLevel(given, path, problems);
      return;
    }
    case 'subfield':
    case 'domain': {
      const given = object(value, SCOPE_KEYS[kind], path, problems);
      if (given === null) return;
      text(given[kind], `${path}.${kind}`, problems);
      checkMaxLevel(given, path, problems);
    }
  }
}

function checkMaxLevel(given: Json, path: string, problems: Problems): void {
  if (given['maxLevel'] !== undefined) whole(given['maxLevel'], 1, 10, `${path}.maxLevel`, problems);
}
