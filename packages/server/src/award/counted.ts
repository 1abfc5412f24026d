import type { RecognitionRecord } from '@recognition/recognition';

/** An achievement with the outcome and the provider that it names. */
export interface Counted {
  readonly achievement: RecognitionRecord['achievements'][number];
  readonly outcome: RecognitionRecord['outcomes'][number];
  readonly provider: RecognitionRecord['organisations'][number];
}

/** The selected achievements with their outcome and provider, by counting date, then id. */
export function countedOf(record: RecognitionRecord, selection: readonly string[]): readonly Counted[] {
  const chosen = new Set(selection);
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const providers = new Map(record.organisations.map((organisation) => [organisation.id, organisation]));
  return record.achievements
    .filter(({ id }) => chosen.has(id))
    .map((achievement) => ({
      achievement,
      outcome: outcomes.get(achievement.outcome)!,
      provider: providers.get(achievement.provider)!,
    }))
    .sort(
      (a, b) =>
        compare(a.achievement.originalDate ?? a.achievement.date, b.achievement.originalDate ?? b.achievement.date) ||
        compare(a.achievement.id, b.achievement.id),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Credits by field of a selection; a group's once; the null field is `unclassified`. */
export function fieldCreditsOf(record: RecognitionRecord, selection: readonly string[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const groups = new Set<string>();
  for (const { outcome } of countedOf(record, selection)) {
    const group = outcome.group;
    if (group !== null && groups.has(group.id)) continue;
    if (group !== null) groups.add(group.id);
    const field = outcome.field ?? 'unclassified';
    sums[field] = (sums[field] ?? 0) + (group?.credits ?? outcome.credits);
  }
  return sums;
}
