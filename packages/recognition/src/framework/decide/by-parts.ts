import { DecisionError } from '../../award/decision-error.ts';
import type { Entry } from '../../award/context.ts';
import type { Definition, Part } from '../definition.ts';
import type { Composition } from '../schema.ts';
import type { Gate, PartStanding } from './answer.ts';
import type { Reading } from './read.ts';

export interface PartsMade {
  readonly met: boolean;
  readonly route: string | null;
  readonly gates: readonly Gate[];
  readonly parts: readonly PartStanding[];
  /** Achievements that hold a part, each once. */
  readonly counted: readonly Entry[];
}

/** Whether a definition below can be claimed, and with which achievements. */
export type Below = (definition: Definition, award: string) => { readonly met: boolean; readonly counted: readonly Entry[] };

/** What is held of a record, by lineage: of outcomes, and of groups that are whole. */
export interface Holdings {
  readonly find: (ref: string, modes?: readonly string[]) => Entry | null;
}

export function holdingsOf({ countable, loose }: Reading): Holdings {
  const held = new Map<string, Entry[]>();
  const put = (name: string, entry: Entry): void => {
    const before = held.get(name);
    if (before === undefined) held.set(name, [entry]);
    else before.push(entry);
  };
  for (const { entry, beside } of [...countable, ...loose]) {
    put(entry.outcome.lineage, entry);
    for (const other of beside) put(other.outcome.lineage, other);
  }
  for (const { entry } of countable) if (entry.outcome.group !== null) put(entry.outcome.group.lineage, entry);
  return {
    find: (ref, modes) => {
      const entries = held.get(ref);
      return entries?.find(({ achievement }) => modes === undefined || modes.includes(achievement.mode)) ?? null;
    },
  };
}

/**
 * An award that is made of named parts: which are held, by which way it can be made, and what is missing. A part is held once, by the
 * earliest achievement of its lineage; a part that is itself an award is held when it was achieved or can be claimed. Of several ways
 * the first that is met, else the one with the fewest parts missing. Throws DecisionError `unknown-definition`.
 */
export function byParts(
  composition: Composition,
  definition: Definition,
  holdings: Holdings,
  below: Below,
  definitions: ReadonlyMap<string, Definition>,
): PartsMade {
  switch (composition.kind) {
    case 'any':
    case 'list':
      throw new DecisionError('unknown-definition', 'An award by size is not made of parts.');
    case 'all-of': {
      const parts = definition.parts.filter(({ role }) => composition.roles.includes(role));
      return whole(composition.roles.join('+'), parts, parts.length, (part) => one(holdings.find(part.ref, composition.modes)));
    }
    case 'core-elective': {
      const core = definition.parts.filter(({ role }) => composition.core.includes(role));
      const chosen = definition.parts.filter(({ role }) => role === composition.elective);
      const must = whole(composition.core.join('+'), core, core.length, (part) => one(holdings.find(part.ref)));
      if (definition.electives === 0) return must;
      const may = whole(composition.elective, chosen, definition.electives, (part) => one(holdings.find(part.ref)));
      return {
        met: must.met && may.met,
        route: null,
        gates: [...must.gates, ...may.gates],
        parts: [...must.parts, ...may.parts],
        counted: [...must.counted, ...may.counted],
      };
    }
    case 'lattice': {
      const parts = definition.parts.filter(({ role }) => role === composition.of);
      return whole(composition.of, parts, parts.length, ({ ref }) => {
        const own = holdings.find(ref);
        if (own !== null) return one(own);
        const lower = definitions.get(ref);
        if (lower === undefined) return null;
        const made = below(lower, composition.of);
        return made.met ? { by: lower.id, entries: made.counted } : null;
      });
    }
    case 'one-of': {
      const ways = composition.routes.map(({ id, of }) => ({
        ...byParts(of, definition, holdings, below, definitions),
        route: id,
      }));
      return ways.reduce((best, way) => (best.met || !closer(way, best) ? best : way));
    }
  }
}

interface Held {
  readonly by: string;
  readonly entries: readonly Entry[];
}

const one = (entry: Entry | null): Held | null => (entry === null ? null : { by: entry.achievement.id, entries: [entry] });

const missingOf = ({ gates }: PartsMade): number =>
  gates.reduce((sum, gate) => (gate.gate === 'parts' ? sum + Math.max(0, gate.need - gate.have) : sum), 0);

/** Whether a way is nearer: it has parts at all, and fewer of them are missing. */
const closer = (way: PartsMade, best: PartsMade): boolean =>
  way.met || (way.parts.length > 0 && (best.parts.length === 0 || missingOf(way) < missingOf(best)));

function whole(role: string, parts: readonly Part[], need: number, hold: (part: Part) => Held | null): PartsMade {
  const held = parts.map((part) => ({ part, held: hold(part) }));
  const have = held.filter((each) => each.held !== null).length;
  const met = parts.length > 0 && have >= need;
  return {
    met,
    route: null,
    gates: [{ gate: 'parts', role, need, have, met }],
    parts: held.map(({ part, held: by }) => ({ ref: part.ref, role: part.role, held: by?.by ?? null })),
    counted: [...new Set(held.flatMap((each) => each.held?.entries ?? []))],
  };
}
