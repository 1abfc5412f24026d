/** How much a role needs a skill. */
export type Weight = 'essential' | 'useful';

export interface NeededSkill {
  readonly uri: string;
  readonly weight: Weight;
  readonly en: string;
  readonly mi: string | null;
  /** Skills of other schemes that a steward has confirmed to be the very same. */
  readonly same?: readonly { readonly uri: string; readonly scheme: string; readonly en: string }[];
}

/** A skill that a shared record stands for, with what it comes through. */
export interface ShownSkill {
  readonly uri: string;
  readonly relation: string;
  readonly through: readonly string[];
  readonly latest: string | null;
}

export interface Match {
  readonly essential: { readonly met: number; readonly of: number };
  readonly useful: { readonly met: number; readonly of: number };
  readonly skills: readonly (NeededSkill & {
    readonly shown: ShownSkill | null;
    /** The same skill of another scheme through which it is met; null where it is met as itself, or not. */
    readonly as: { readonly uri: string; readonly scheme: string; readonly en: string } | null;
  })[];
}

/**
 * What a role needs against what a record shows, skill by skill in the role's order; a skill is met when the record stands for the very
 * same one, or for one of another scheme that a steward confirmed to be the same, which is then named. Nothing else of a person enters: no age, sex, ethnicity, school, name or grade (R4). There is no score to rank people by.
 */
export function matchSkills(needed: readonly NeededSkill[], shown: readonly ShownSkill[]): Match {
  const held = new Map(shown.map((skill) => [skill.uri, skill]));
  const skills = needed.map((skill) => {
    const itself = held.get(skill.uri);
    const as = itself === undefined ? (skill.same?.find(({ uri }) => held.has(uri)) ?? null) : null;
    return { ...skill, shown: itself ?? (as === null ? null : (held.get(as.uri) ?? null)), as };
  });
  const count = (weight: Weight): { met: number; of: number } => {
    const these = skills.filter((skill) => skill.weight === weight);
    return { met: these.filter((skill) => skill.shown !== null).length, of: these.length };
  };
  return { essential: count('essential'), useful: count('useful'), skills };
}

/**
 * The skills that somebody needs for a role, in the role's order: those that its source says are essential; all of them where it says that of
 * none.
 */
export function skillsNeeded<Skill extends { readonly weight: Weight }>(skills: readonly Skill[]): readonly Skill[] {
  const essential = skills.filter(({ weight }) => weight === 'essential');
  return essential.length > 0 ? essential : skills;
}
