import { documentLoader } from '../contexts/index.ts';
import { CredentialError } from '../errors/codes.ts';
import { isObject, type JsonObject } from '../json.ts';

/**
 * What jsonld.js asks for contexts (its `contextResolver`), in place of its own. Most of an expansion by jsonld.js goes into copying what a
 * context defines, term by term, and into collecting the copies: for each node with a type, and again on the way out of it. A definition is
 * never changed once it is made, so here a copy has definitions in common with what it was copied from. All else is as jsonld.js does it, and
 * its own resolver is what the tests compare with.
 */
export const contextResolver = {
  resolve: async ({ context }: { readonly context: unknown }): Promise<readonly ResolvedContext[]> => resolve(context, []),
};

/** What jsonld.js makes of contexts: what each term means. It is kept by identity, as jsonld.js asks for it. */
interface ActiveContext {
  readonly mappings: ReadonlyMap<string, unknown>;
  readonly protected: Readonly<Record<string, unknown>>;
  readonly previousContext?: ActiveContext;
  readonly clone: () => ActiveContext;
  readonly getInverse: unknown;
  readonly revertToPreviousContext: unknown;
}

interface Processed {
  readonly context: ActiveContext;
}

/** One context, and what jsonld.js has made of it so far, by what it was added to. */
class ResolvedContext {
  readonly document: unknown;
  readonly #made = new WeakMap<object, Processed>();

  constructor(document: unknown) {
    this.document = document;
  }

  getProcessed(before: object): Processed | undefined {
    return this.#made.get(before);
  }

  setProcessed(before: object, processed: Processed): void {
    // With `@import` it is not a result that is kept but the context that was put together.
    if (isActive(processed.context)) Object.assign(processed.context, { clone: copy });
    this.#made.set(before, processed);
  }
}

function isActive(value: unknown): boolean {
  return isObject(value) && value['mappings'] instanceof Map && typeof value['clone'] === 'function';
}

/** What jsonld.js 9 copies (`_cloneActiveContext`), but for the definitions themselves. */
function copy(this: ActiveContext): ActiveContext {
  const before: ActiveContext & JsonObject = { ...this };
  const made: ActiveContext & { readonly inverse: null } = {
    mappings: new Map(this.mappings),
    protected: { ...this.protected },
    clone: this.clone,
    inverse: null,
    getInverse: this.getInverse,
    revertToPreviousContext: this.revertToPreviousContext,
    ...(this.previousContext === undefined ? {} : { previousContext: this.previousContext.clone() }),
  };
  for (const keyword of ['@base', '@language', '@vocab'])
    if (keyword in before) Object.assign(made, { [keyword]: before[keyword] });
  return made;
}

const bundled = new Map<string, readonly ResolvedContext[]>();
const inline = new WeakMap<object, ResolvedContext>();

/** Throws `unknown-context` for an address that is not bundled, and `invalid-document` for what is no context. */
async function resolve(context: unknown, within: readonly string[]): Promise<readonly ResolvedContext[]> {
  const resolved: ResolvedContext[] = [];
  const one = isObject(context) && Boolean(context['@context']) ? context['@context'] : context;
  for (const entry of Array.isArray(one) ? one : [one]) {
    if (typeof entry === 'string') resolved.push(...(await known(entry, within)));
    else if (entry === null) resolved.push(new ResolvedContext(null));
    else resolved.push(ofObject(entry));
  }
  return resolved;
}

async function known(address: string, within: readonly string[]): Promise<readonly ResolvedContext[]> {
  const before = bundled.get(address);
  if (before !== undefined) return before;
  if (within.includes(address)) throw new CredentialError('invalid-document', 'a context that names itself');
  const { document } = await documentLoader(address);
  const resolved = await resolve(document, [...within, address]);
  bundled.set(address, resolved);
  return resolved;
}

function ofObject(context: unknown): ResolvedContext {
  if (!isObject(context)) throw new CredentialError('invalid-document', 'a context is an address, an object or null');
  const before = inline.get(context);
  if (before !== undefined) return before;
  const resolved = new ResolvedContext(context);
  inline.set(context, resolved);
  return resolved;
}
