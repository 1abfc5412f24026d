import { type PartFacts, partFacts, type PartSource } from '@recognition/recognition/micro-credential';
import { listOutcomes } from '../catalogue/list.ts';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { OutcomeRow } from '../catalogue/snapshot-queries.ts';
import type { Services } from '../services.ts';

type Index = ReadonlyMap<string, readonly OutcomeRow[]>;
const indexes = new WeakMap<CatalogueSnapshot, Index>();

/** The outcomes by their own lineage and by that of their standard. Drafts are their developer's own and are no parts yet. */
function indexOf(snapshot: CatalogueSnapshot): Index {
  const known = indexes.get(snapshot);
  if (known !== undefined) return known;
  const groups = new Map(snapshot.groups.map(({ group_id: id, lineage }) => [id, lineage]));
  const index = new Map<string, OutcomeRow[]>();
  for (const row of snapshot.outcomes) {
    if (row.status === 'draft' || row.status === 'in-review') continue;
    const group = row.group_id === null ? undefined : groups.get(row.group_id);
    for (const lineage of new Set([row.lineage, ...(group === undefined ? [] : [group])]))
      index.set(lineage, [...(index.get(lineage) ?? []), row]);
  }
  indexes.set(snapshot, index);
  return index;
}

/** What the catalogue says today of the parts with these lineages; those that it does not have are left out. */
export function factsOf(snapshot: CatalogueSnapshot, refs: readonly string[], asOf: string): PartFacts[] {
  const index = indexOf(snapshot);
  return [...new Set(refs)].flatMap((ref) => {
    const sources = (index.get(ref) ?? []).map(
      ({ outcome_id: id, status }): PartSource => ({ ...snapshot.toRecordOutcome(id), status }),
    );
    return partFacts(ref, sources, asOf) ?? [];
  });
}

/** What may be a part and fits the words: outcomes, and standards in place of the outcomes that they hold. */
export async function findParts(services: Pick<Services, 'db' | 'clock'>, q: string, limit: number): Promise<PartFacts[]> {
  const snapshot = await loadSnapshot(services);
  const { items } = await listOutcomes(services, null, { q, limit: 4 * limit });
  const refs = items.map(({ group, lineage }) => group?.lineage ?? lineage);
  return factsOf(snapshot, refs, services.clock.today())
    .filter(({ status }) => status === 'offered' || status === 'expiring')
    .slice(0, limit);
}
