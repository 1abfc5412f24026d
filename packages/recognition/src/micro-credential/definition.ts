import type { Definition } from '../framework/definition.ts';
import { AWARD, FRAMEWORK } from './framework.ts';
import { LISTING_TEXTS, type MicroCredentialContent } from './content.ts';
import type { PartFacts } from './facts.ts';

/** A micro-credential with what the catalogue says of its parts: what checks and decisions read. */
export interface MicroCredential {
  /** The id of this version. */
  readonly id: string;
  /** What all its versions share: another version of it is no overlap. */
  readonly code: string;
  /** The name of the organisation that answers for it; null where nobody does yet. */
  readonly developer: string | null;
  readonly content: MicroCredentialContent;
  /** By lineage; a part that the catalogue does not have is missing here. */
  readonly facts: readonly PartFacts[];
}

/** The size in whole credits: the sum of the parts, each once. Null while there is none, or one is not in the catalogue. */
export function creditsOf({ content, facts }: Pick<MicroCredential, 'content' | 'facts'>): number | null {
  const refs = refsOf(content);
  const known = refs.flatMap((ref) => facts.find((one) => one.ref === ref) ?? []);
  if (refs.length === 0 || known.length < refs.length) return null;
  return known.reduce((sum, { credits }) => sum + credits, 0);
}

/** The lineages of the parts, each once, in the order in which they are written. */
export const refsOf = ({ parts }: MicroCredentialContent): readonly string[] => [...new Set(parts.map(({ ref }) => ref))];

/** The micro-credential in the form that the engine of all frameworks checks and decides. Sizes become whole minutes. */
export function toDefinition(one: MicroCredential): Definition {
  const { content, facts, developer } = one;
  const credits = creditsOf(one);
  const texts = Object.entries(LISTING_TEXTS).flatMap(([key, name]) => {
    const value = textOf(content, key);
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    id: one.id,
    award: AWARD,
    title: content.title.trim(),
    level: content.level === null ? null : String(content.level),
    sector: null,
    minutes: credits === null ? null : credits * FRAMEWORK.unit.minutes,
    parts: refsOf(content).map((ref) => {
      const known = facts.find((fact) => fact.ref === ref);
      return {
        ref,
        role: known?.role ?? 'outcome',
        minutes: known === undefined ? null : known.credits * FRAMEWORK.unit.minutes,
        source: null,
        creditBearing: known?.creditBearing ?? true,
      };
    }),
    electives: 0,
    reviewYears: content.reviewYears,
    withdrawn: null,
    listing: Object.fromEntries([
      ...texts,
      ...(developer === null || developer.trim() === '' ? [] : [['developer', developer]]),
    ]) satisfies Record<string, string>,
  };
}

function textOf(content: MicroCredentialContent, key: string): string {
  const found = Object.entries(content).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found.trim() : '';
}
