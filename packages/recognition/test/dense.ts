import type { Achievement, Outcome, RecognitionRecord } from '../src/index.ts';
import { generate, SMALL } from './generator.ts';
import { random } from './random.ts';

/** How 20 lineages exclude one another. */
export interface Density {
  /** The chance that one lineage excludes another. */
  readonly share: number;
  /** Versions of each lineage; they share its exclusions, or have their own. */
  readonly versions: number;
  readonly alike: boolean;
  readonly credits: readonly number[];
}

const LINEAGES = 20;

/** A record of 20 lineages in three fields, everything in it countable, made from a seed. */
export function dense(seed: number, { share, versions, alike, credits }: Density): RecognitionRecord {
  const r = random(seed);
  const base = generate(1, { ...SMALL, achievements: [1, 1] });
  const excluded = (own: number): readonly string[] =>
    Array.from({ length: LINEAGES }, (_, other) => other).flatMap((other) =>
      other !== own && r.chance(share) ? [`l-${other}`] : [],
    );
  const outcomes: readonly Outcome[] = Array.from({ length: LINEAGES }, (_, lineage) => lineage).flatMap((lineage) => {
    const field = r.pick(['health', 'business', 'sciences'] as const);
    const shared = excluded(lineage);
    return Array.from({ length: versions }, (_, version) => ({
      ...base.outcomes[0]!,
      id: `o-${lineage}-${version}`,
      code: `${lineage}`,
      version: version + 1,
      lineage: `l-${lineage}`,
      accredited: true,
      group: null,
      lastAssessment: null,
      field,
      credits: r.pick(credits),
      excludes: alike ? shared : excluded(lineage),
    }));
  });
  const achievements: readonly Achievement[] = outcomes.map(({ id }, at) => ({
    ...base.achievements[0]!,
    id: `a-${at}`,
    outcome: id,
    provider: 'p-all',
    date: `20${r.whole(15, 24)}-0${r.whole(1, 9)}-1${r.whole(0, 9)}`,
    mode: 'assessed',
    originalDate: null,
    source: null,
    result: 'achieved',
    status: 'confirmed',
    usedIn: [],
  }));
  return { ...base, outcomes, achievements };
}
