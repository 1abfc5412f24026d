import type { RecognitionFramework } from './schema.ts';

/** A job role of a sector and track: critical work functions with their tasks, and the skills it needs at a proficiency. */
export interface JobRole {
  readonly sector: string;
  readonly track: string;
  readonly role: string;
  readonly functions: readonly { readonly title: string; readonly tasks: readonly string[] }[];
  readonly skills: readonly { readonly skill: string; readonly scale: string; readonly level: string }[];
}

export interface SkillStanding {
  readonly skill: string;
  readonly needed: string;
  readonly held: string | null;
  /** Steps of the scale still to go; 0 when it is met. */
  readonly short: number;
}

/**
 * How somebody stands to each skill of a role: the highest level held against the level needed, on the framework's scale. A level
 * that the scale does not have throws RangeError. Source: domain 6.2.
 */
export function standingInRole(
  { proficiency }: RecognitionFramework,
  role: JobRole,
  held: readonly { readonly skill: string; readonly level: string }[],
): readonly SkillStanding[] {
  return role.skills.map(({ skill, scale, level }) => {
    const steps = proficiency?.scales[scale];
    if (steps === undefined) throw new RangeError(`The framework has no scale ${scale}.`);
    const at = (name: string): number => {
      const found = steps.indexOf(name);
      if (found < 0) throw new RangeError(`The scale ${scale} has no level ${name}.`);
      return found;
    };
    const best = held
      .filter((one) => one.skill === skill)
      .reduce<string | null>((most, one) => (most === null || at(one.level) > at(most) ? one.level : most), null);
    return { skill, needed: level, held: best, short: Math.max(0, at(level) - (best === null ? -1 : at(best))) };
  });
}

/** A training programme of a sector, for one audience or both. */
export interface Programme {
  readonly id: string;
  readonly sector: string;
  readonly kind: 'vocational' | 'higher';
  readonly audiences: readonly ('student' | 'adult')[];
}

/** Programmes of a sector, as a student or fresh graduate, or an adult or mid-career learner, is shown them; by id. Source: mission G2. */
export const programmesFor = (
  programmes: readonly Programme[],
  sector: string,
  audience: 'student' | 'adult',
): readonly Programme[] =>
  programmes.filter((one) => one.sector === sector && one.audiences.includes(audience)).sort((a, b) => (a.id < b.id ? -1 : 1));

/** What a course is by the skills it holds: one, several, or a whole qualification's. Source: domain 6.2 (SSG course form). */
export function courseKind(
  skills: readonly string[],
  qualification: readonly string[] | null,
): 'singular' | 'integrated' | 'full-qualification' {
  const own = new Set(skills);
  if (qualification !== null && qualification.length > 0 && qualification.every((skill) => own.has(skill)))
    return 'full-qualification';
  return own.size === 1 ? 'singular' : 'integrated';
}
