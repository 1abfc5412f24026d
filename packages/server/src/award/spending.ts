import type { Achievement, Outcome, RecognitionRecord } from '@recognition/recognition';
import type { Spending } from './write-queries.ts';

/**
 * What an award with this selection spends: of every counted achievement its own lineage, its group's, and those of its whole transfer
 * chain (contracts 3, `already-used`). Exclusions are not written down: a later claim is decided under the learner's lock and reads them
 * both ways.
 */
export function spendingOf(record: RecognitionRecord, selection: readonly string[]): readonly Spending[] {
  const achievements = new Map(record.achievements.map((achievement) => [achievement.id, achievement]));
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const chosen = new Set(selection);
  const spent = new Map<string, string>();
  // First the counted themselves, so that each stands in a row of its own; then what comes with them.
  const own = selection.flatMap((id) => achievements.get(id) ?? []);
  for (const achievement of own) {
    const outcome = outcomes.get(achievement.outcome);
    if (outcome !== undefined) spent.set(outcome.lineage, achievement.id);
  }
  for (const achievement of own) {
    for (const other of chainOf(achievement, record.achievements)) {
      if (other.id !== achievement.id && chosen.has(other.id)) continue;
      const outcome = outcomes.get(other.outcome);
      for (const lineage of lineagesOf(outcome)) if (!spent.has(lineage)) spent.set(lineage, achievement.id);
    }
  }
  return [...spent].map(([lineage, achievement]) => ({ lineage, achievement }));
}

function lineagesOf(outcome: Outcome | undefined): readonly string[] {
  if (outcome === undefined) return [];
  return outcome.group === null ? [outcome.lineage] : [outcome.lineage, outcome.group.lineage];
}

/** All achievements connected with this one by `source`, in either direction. */
function chainOf(start: Achievement, all: readonly Achievement[]): readonly Achievement[] {
  const chain = new Map([[start.id, start]]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const candidate of all) {
      if (chain.has(candidate.id)) continue;
      const joins =
        (candidate.source !== null && chain.has(candidate.source)) ||
        [...chain.values()].some(({ source }) => source === candidate.id);
      if (!joins) continue;
      chain.set(candidate.id, candidate);
      grown = true;
    }
  }
  return [...chain.values()];
}
