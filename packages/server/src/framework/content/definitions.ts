import { type Definition, definitionFile } from '@recognition/recognition/frameworks';
import { loadSnapshot } from '../../catalogue/snapshot.ts';
import type { Database } from '../../database/connection.ts';
import type { Services } from '../../services.ts';
import { entryStamp, readDefinitionsAndNames } from './queries.ts';

/** A framework's definitions, and what its units are called. */
export interface Kept {
  readonly definitions: readonly Definition[];
  readonly names: ReadonlyMap<string, string>;
  /** What all versions of a definition share, by its id; one without versions is not here. */
  readonly codes: ReadonlyMap<string, string>;
}

interface Held {
  readonly stamp: string;
  readonly frameworks: ReadonlyMap<string, Kept>;
}

const kept = new WeakMap<Database, Held>();
const NONE: Kept = { definitions: [], names: new Map(), codes: new Map() };

/** Every definition, by framework, in memory: read again only when one has changed (one small query asks). */
export async function keptDefinitions(services: Pick<Services, 'db'>): Promise<(framework: string) => Kept> {
  const held = await services.db.asPublic(async (tx) => {
    const before = kept.get(services.db);
    const stamp = await entryStamp(tx);
    if (before?.stamp === stamp) return before;
    const made = new Map<string, { definitions: Definition[]; names: Map<string, string>; codes: Map<string, string> }>();
    for (const { framework, kind, entry_id: id, title, code, document } of await readDefinitionsAndNames(tx)) {
      const own = made.get(framework) ?? { definitions: [], names: new Map<string, string>(), codes: new Map<string, string>() };
      made.set(framework, own);
      if (kind === 'unit') own.names.set(id, title);
      else own.definitions.push(definitionFile.parse(document));
      if (code !== null) own.codes.set(id, code);
    }
    const fresh = { stamp, frameworks: made };
    kept.set(services.db, fresh);
    return fresh;
  });
  return (framework) => held.frameworks.get(framework) ?? NONE;
}

/**
 * The definitions that a picture of these needs: those they lead to, over every step, and all that those are made of. In the order in
 * which they are kept.
 */
export function around(definitions: readonly Definition[], first: ReadonlySet<string>): readonly Definition[] {
  const known = new Map(definitions.map((one) => [one.id, one]));
  const above = new Map<string, string[]>();
  for (const { id, parts } of definitions) for (const { ref } of parts) above.set(ref, [...(above.get(ref) ?? []), id]);
  const found = new Set<string>();
  const walk = (from: Iterable<string>, next: (ref: string) => readonly string[]): void => {
    const seen = new Set<string>();
    const left = [...from];
    for (let ref = left.pop(); ref !== undefined; ref = left.pop()) {
      if (seen.has(ref)) continue;
      seen.add(ref);
      if (known.has(ref)) found.add(ref);
      left.push(...next(ref));
    }
  };
  walk(first, (ref) => above.get(ref) ?? []);
  walk([...found], (ref) => known.get(ref)?.parts.map((part) => part.ref) ?? []);
  return definitions.filter(({ id }) => found.has(id));
}

/** What the parts of definitions are called: as the framework's units say, else as the catalogue does, else nothing. */
export async function namesOf(
  services: Pick<Services, 'db'>,
  { names }: Kept,
  definitions: readonly Definition[],
): Promise<Readonly<Record<string, string>>> {
  const catalogue = await lineageNames(services);
  const known = new Set(definitions.map(({ id }) => id));
  const found: Record<string, string> = {};
  for (const { parts } of definitions)
    for (const { ref } of parts) {
      const name = known.has(ref) ? undefined : (names.get(ref) ?? catalogue.get(ref));
      if (name !== undefined) found[ref] = name;
    }
  return found;
}

const lineages = new WeakMap<object, ReadonlyMap<string, string>>();

async function lineageNames(services: Pick<Services, 'db'>): Promise<ReadonlyMap<string, string>> {
  const snapshot = await loadSnapshot(services);
  const before = lineages.get(snapshot);
  if (before !== undefined) return before;
  const shown = snapshot.outcomes.filter(({ status }) => status !== 'draft' && status !== 'in-review');
  const names = new Map(shown.map(({ lineage, name }) => [lineage, name]));
  lineages.set(snapshot, names);
  return names;
}
