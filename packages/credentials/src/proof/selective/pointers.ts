import { CredentialError } from '../../errors/codes.ts';
import { isObject, type JsonObject } from '../../json.ts';

/** The keys and places of a JSON pointer (RFC 6901). Throws `invalid-pointer`. */
export function pathOf(pointer: string): readonly string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/u.test(pointer))
    throw new CredentialError('invalid-pointer', `not a JSON pointer: ${pointer}`);
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

type Mutable = { [key: string]: unknown };

/**
 * The part of a document that these pointers name, with the id and type of every object on the way (vc-di-ecdsa 1.0, 3.4.13), or null when
 * there is no pointer. Throws `invalid-pointer` where the document has no such part.
 */
export function select(document: JsonObject, pointers: readonly string[]): JsonObject | null {
  if (pointers.length === 0) return null;
  const selection: Mutable = { '@context': structuredClone(document['@context']), ...start(document) };
  const arrays: unknown[][] = [];
  for (const pointer of pointers) place(document, pathOf(pointer), pointer, selection, arrays);
  // Places that no pointer names are left out, and those after them move up.
  for (const array of arrays) array.splice(0, array.length, ...array.filter((one) => one !== undefined));
  return selection;
}

function place(document: JsonObject, path: readonly string[], pointer: string, selection: Mutable, arrays: unknown[][]): void {
  let value: unknown = document;
  let selected: Mutable = selection;
  for (const [at, part] of path.entries()) {
    value = child(value, part);
    if (value === undefined) throw new CredentialError('invalid-pointer', `the document has no ${pointer}`);
    if (at === path.length - 1) {
      selected[part] = whole(value, selected[part]);
      return;
    }
    selected[part] ??= Array.isArray(value) ? begin(arrays) : start(value);
    const next = selected[part];
    if (!isMutable(next)) throw new CredentialError('invalid-pointer', `the document has no ${pointer}`);
    selected = next;
  }
  Object.assign(selected, structuredClone(document));
}

function begin(arrays: unknown[][]): unknown[] {
  const array: unknown[] = [];
  arrays.push(array);
  return array;
}

function child(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/u.test(part) ? value[Number(part)] : undefined;
  return isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

/** All of a value, over what was selected of it before. */
function whole(value: unknown, before: unknown): unknown {
  return isObject(value) && isObject(before) ? { ...before, ...structuredClone(value) } : structuredClone(value);
}

function start(value: unknown): Mutable {
  if (!isObject(value)) return {};
  const { id, type } = value;
  return {
    ...(typeof id === 'string' && !id.startsWith('_:') ? { id } : {}),
    ...(type === undefined ? {} : { type: structuredClone(type) }),
  };
}

function isMutable(value: unknown): value is Mutable {
  return typeof value === 'object' && value !== null;
}
