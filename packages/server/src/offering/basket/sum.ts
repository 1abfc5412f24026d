import type { RecognitionRecord } from '@recognition/recognition';
import { addsUp, FRAMEWORK_IDS, frameworks, type Sum } from '@recognition/recognition/frameworks';
import type { Services } from '../../services.ts';
import { frameworkOr404 } from '../../framework/assess.ts';
import { openedBasket } from './basket.ts';

/** What a basket adds up to, with what its parts and the awards are called. */
export interface BasketSum extends Sum {
  readonly items: readonly { readonly id: string; readonly lineage: string; readonly name: string; readonly framework: string }[];
  /** What was named and is not in the catalogue. */
  readonly missing: readonly string[];
  /** The titles of the definitions, by id. */
  readonly titles: Readonly<Record<string, string>>;
  /** What parts are called, by their ref, where the catalogue has them. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * What outcomes add up to in every framework, or in one: by the function that the page of the basket decides with, today, with what somebody
 * holds already where their record is given. An outcome is named by its id or its lineage; named twice it counts once, and is told. Nothing
 * is kept. Throws `unknown-framework` (404).
 */
export async function sumBasket(
  services: Services,
  outcomes: readonly string[],
  { framework, own }: { readonly framework: string | null; readonly own: RecognitionRecord | null },
): Promise<BasketSum> {
  const one = framework === null ? null : frameworkOr404(framework);
  const all = one === null ? FRAMEWORK_IDS.map((id) => frameworks[id]) : [one];
  const { shelf, places, definitions } = await openedBasket(services, outcomes);
  const picked = places.flatMap(({ at }) => {
    const found = at === null ? undefined : shelf.outcomes[at];
    if (found === undefined) return [];
    const { outcome_id: key, public_id: id } = found.row;
    return [{ id, framework: found.framework, outcome: shelf.snapshot.toRecordOutcome(key), provider: null }];
  });
  const sum = addsUp(
    picked,
    all.map((each) => ({
      framework: each,
      definitions: definitions.flatMap(({ framework: of, definition }) => (of === each.id ? [definition] : [])),
    })),
    { asOf: services.clock.today(), own },
  );
  const parts = definitions.flatMap(({ definition }) => definition.parts.map(({ ref }) => ref));
  const nameOf = (lineage: string): string | undefined => shelf.outcomes[shelf.byLineage.get(lineage) ?? -1]?.row.name;
  return {
    ...sum,
    items: [...new Map(picked.map((each) => [each.id, each])).values()].map(({ id, framework: of, outcome }) => ({
      id,
      lineage: outcome.lineage,
      name: outcome.name,
      framework: of,
    })),
    missing: places.flatMap(({ id, at }) => (at === null ? [id] : [])),
    titles: Object.fromEntries(definitions.map(({ definition }) => [definition.id, definition.title])),
    names: Object.fromEntries(
      [...new Set([...parts, ...picked.map(({ outcome }) => outcome.lineage)])].flatMap((ref) => {
        const name = nameOf(ref);
        return name === undefined ? [] : [[ref, name]];
      }),
    ),
  };
}
