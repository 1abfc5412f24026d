import type { RecognitionRecord } from '@recognition/recognition';
import {
  claimable,
  type Definition,
  FRAMEWORK_IDS,
  type FrameworkId,
  frameworks,
  type Held,
  type Standing,
} from '@recognition/recognition/frameworks';
import type { Services } from '../../services.ts';
import { around, keptDefinitions, namesOf } from './definitions.ts';

export interface OwnPathway {
  readonly framework: FrameworkId;
  readonly definitions: readonly Definition[];
  readonly names: Readonly<Record<string, string>>;
  readonly held: Readonly<Record<string, readonly string[]>>;
  readonly standings: readonly Standing[];
}

/**
 * A learner's way, by their record, through each framework in which they hold something: the awards that what they hold is part of, over every step, and
 * what can be claimed of them. Frameworks in which nothing is held are left out.
 */
export async function ownPathways(services: Services, record: RecognitionRecord): Promise<readonly OwnPathway[]> {
  const held = heldIn(record);
  const keptOf = await keptDefinitions(services);
  const found: OwnPathway[] = [];
  for (const framework of FRAMEWORK_IDS) {
    const kept = keptOf(framework);
    const definitions = around(kept.definitions, new Set(held.keys()));
    if (definitions.length === 0) continue;
    found.push({
      framework,
      definitions,
      names: await namesOf(services, kept, definitions),
      held: Object.fromEntries(
        [...held].filter(([ref]) => definitions.some(({ id, parts }) => id === ref || parts.some((part) => part.ref === ref))),
      ),
      standings: claimable(frameworks[framework], definitions, held, services.clock.today()),
    });
  }
  return found;
}

/** What a record holds: lineages of what was achieved and is confirmed, each with the ways in which it was earned. */
export function heldIn(record: RecognitionRecord): Held {
  const lineage = new Map(record.outcomes.map((one) => [one.id, one.lineage]));
  const held = new Map<string, string[]>();
  for (const { outcome, mode, result, status } of record.achievements) {
    const ref = lineage.get(outcome);
    if (ref === undefined || result === 'not-achieved' || status !== 'confirmed') continue;
    const modes = held.get(ref) ?? [];
    if (!modes.includes(mode)) modes.push(mode);
    held.set(ref, modes);
  }
  return held;
}
