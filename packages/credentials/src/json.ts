/** JSON as this package handles it: untrusted, so `unknown` until it has been looked at. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD lets one value stand for a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function asString(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** `value` itself if it is a string, else its `id`. */
export function idOf(value: unknown): string | null {
  return asString(isObject(value) ? value['id'] : value);
}

export function hasType(value: unknown, type: string): boolean {
  return isObject(value) && asList(value['type']).includes(type);
}

/** An absolute IRI: a scheme, then something without spaces or angle brackets. */
export function isIri(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/u.test(value);
}
