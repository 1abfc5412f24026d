import type { Definition } from '../framework/definition.ts';
import { versionInForce } from '../framework/load.ts';
import type { Translated } from '../framework/schema.ts';
import type { Field, LocalDate } from '../record/portable-record.ts';
import { FRAMEWORK } from './framework.ts';
import type { PartFacts } from './facts.ts';

/** An award that its credits count towards: how many of them may count, of how many that are needed. Credits are whole. */
export interface OnwardAward {
  readonly award: string;
  readonly title: Translated;
  readonly credits: number;
  readonly of: number;
  /** The fields that would be its major, where its own credits alone make one. */
  readonly majors: readonly Field[];
  /** What the award needs beside its size; null where nothing is said. */
  readonly note: Translated | null;
}

/** Another micro-credential that shares parts with it. */
export interface OnwardDefinition {
  readonly id: string;
  readonly title: string;
  readonly have: number;
  readonly of: number;
}

/**
 * Where a micro-credential stacks onward (N1): towards each award that is made by size, how many of its credits may count, by levels;
 * and of each other micro-credential, how many parts it gives. Read from the framework: nothing of it is written by hand.
 */
export function stacksOnward(
  { id, facts }: { readonly id: string; readonly facts: readonly PartFacts[] },
  others: readonly Definition[],
  asOf: LocalDate,
): { readonly awards: readonly OnwardAward[]; readonly definitions: readonly OnwardDefinition[] } {
  const labels = FRAMEWORK.levels.map(({ label }) => label);
  const rank = (level: string | null): number => (level === null ? -1 : labels.indexOf(level));
  const total = (parts: readonly PartFacts[]): number => parts.reduce((sum, { credits }) => sum + credits, 0);
  const counted = facts.filter(({ accredited, creditBearing }) => accredited && creditBearing);
  const awards = FRAMEWORK.awards.flatMap((award): readonly OnwardAward[] => {
    if (award.rule === 'stack') {
      const rule = versionInForce(award, asOf);
      const least = Number(rule?.['minCredits'] ?? 0);
      const percent = Number(rule?.['majorPercent'] ?? 100);
      if (rule === null || least < 1 || total(counted) === 0) return [];
      return [
        {
          award: award.id,
          title: award.title,
          credits: total(counted),
          of: least,
          majors: majorsOf(counted, percent),
          note: null,
        },
      ];
    }
    const rule = versionInForce(award, asOf);
    if (rule === null || rule.composition.kind !== 'any' || rule.size.least === null) return [];
    const range = rule.counts.levels;
    const within = counted.filter(({ level }) => range === null || rank(labelOf(level)) >= rank(range.least));
    // An award that asks for credit at a high level is named only where some of these parts are at that level.
    if (!rule.atLevels.every(({ from }) => total(within.filter(({ level }) => rank(labelOf(level)) >= rank(from))) > 0))
      return [];
    const least = rule.size.least / FRAMEWORK.unit.minutes;
    return total(within) === 0
      ? []
      : [{ award: award.id, title: award.title, credits: total(within), of: least, majors: [], note: award.note }];
  });
  const own = new Set(facts.map(({ ref }) => ref));
  const definitions = others
    .filter((other) => other.id !== id)
    .map((other) => ({
      id: other.id,
      title: other.title,
      have: other.parts.filter(({ ref }) => own.has(ref)).length,
      of: other.parts.length,
    }))
    .filter(({ have }) => have > 0)
    .sort((a, b) => b.have * a.of - a.have * b.of || (a.id < b.id ? -1 : 1));
  return { awards, definitions };
}

const labelOf = (level: number | null): string | null => (level === null ? null : String(level));

/** Compared in whole numbers, never as a rounded share: `100 * field >= 51 * total` (domain 0, point 3). */
function majorsOf(parts: readonly PartFacts[], percent: number): readonly Field[] {
  const all = parts.reduce((sum, { credits }) => sum + credits, 0);
  const byField = new Map<Field, number>();
  for (const { field, credits } of parts) if (field !== null) byField.set(field, (byField.get(field) ?? 0) + credits);
  return [...byField].filter(([, credits]) => 100 * credits >= percent * all && credits > 0).map(([field]) => field);
}
