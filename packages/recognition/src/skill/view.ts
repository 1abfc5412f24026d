/** How far an outcome brings somebody in a skill, the furthest last. */
export const RELATIONS = ['earns', 'competent', 'showcases'] as const;
export type Relation = (typeof RELATIONS)[number];

/** New Zealand's four kinds of skills, in the order in which they are read; a skill of a scheme that does not say it has none. */
export const KINDS = ['core-transferable', 'core-technical', 'industry-specific', 'body-of-knowledge'] as const;

/** A skill as its scheme names it. */
export interface NamedSkill {
  readonly uri: string;
  readonly scheme: string;
  readonly label: string;
  readonly mi: string | null;
  /** Its page is `/skills/{scheme}/{slug}`; null where its scheme is not loaded. */
  readonly slug: string | null;
  readonly kind: string | null;
  /** The broader skill that its scheme puts it under. */
  readonly family: { readonly uri: string; readonly en: string; readonly mi: string | null } | null;
}

/** That an outcome stands for a skill. */
export interface SkillStatement extends NamedSkill {
  readonly outcome: string;
  readonly relation: Relation;
  readonly proficiency: string | null;
}

/** A result that stands. What a reader may not see of it is null already, so that nothing is ranked by what is kept back. */
export interface SkillResult {
  readonly id: string;
  readonly outcome: string;
  readonly name: string;
  /** Of the outcome, 1 to 10; null where it has none. */
  readonly level: number | null;
  readonly provider: string | null;
  readonly result: string | null;
  readonly mode: string | null;
  readonly date: string | null;
  readonly confirmed: boolean;
}

/** One result as evidence of one skill. */
export interface SkillEvidence extends SkillResult {
  readonly relation: Relation;
  readonly proficiency: string | null;
}

/** A skill that a record stands for. */
export interface HeldSkill extends NamedSkill {
  /** The furthest that any of its outcomes goes. */
  readonly relation: Relation;
  /** The evidence that says most, and all of it, the strongest first. */
  readonly strongest: SkillEvidence;
  readonly evidence: readonly SkillEvidence[];
  /** How many different outcomes stand behind it. */
  readonly outcomes: number;
  readonly latest: string | null;
  /** The highest level of an outcome that goes as far as the skill is held. */
  readonly level: number | null;
  /** As the strongest evidence that states one states it. */
  readonly proficiency: string | null;
  /** The providers that awarded it, by name. */
  readonly attestedBy: readonly string[];
}

const GRADES = ['achieved', 'merit', 'excellence'];
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Which of two pieces of evidence says more of a skill, the stronger first: how far the outcome goes; then the grade; then confirmed before
 * provisional; then the higher level; then the more recent. How it was recognised does not weigh: prior learning is assessed against the same outcome.
 */
function stronger(one: SkillEvidence, other: SkillEvidence): number {
  return (
    RELATIONS.indexOf(other.relation) - RELATIONS.indexOf(one.relation) ||
    GRADES.indexOf(other.result ?? '') - GRADES.indexOf(one.result ?? '') ||
    Number(other.confirmed) - Number(one.confirmed) ||
    (other.level ?? 0) - (one.level ?? 0) ||
    byText(other.date ?? '', one.date ?? '') ||
    byText(one.id, other.id)
  );
}

/**
 * The skills that results stand for, each once, with its evidence, how recent it is, how far it goes and who attests it. The furthest first,
 * then what more outcomes stand behind, then the more recent, then by name. Results that stand for no skill are in none.
 */
export function skillsHeld(statements: readonly SkillStatement[], results: readonly SkillResult[]): readonly HeldSkill[] {
  const byOutcome = new Map<string, SkillResult[]>();
  for (const result of results) {
    const before = byOutcome.get(result.outcome);
    if (before === undefined) byOutcome.set(result.outcome, [result]);
    else before.push(result);
  }
  const named = new Map<string, { readonly skill: NamedSkill; readonly evidence: SkillEvidence[] }>();
  for (const { outcome, relation, proficiency, ...skill } of statements)
    for (const result of byOutcome.get(outcome) ?? []) {
      const evidence = { ...result, relation, proficiency };
      const before = named.get(skill.uri);
      if (before === undefined) named.set(skill.uri, { skill, evidence: [evidence] });
      else before.evidence.push(evidence);
    }
  return [...named.values()]
    .map(({ skill, evidence }) => held(skill, evidence))
    .sort(
      (one, other) =>
        RELATIONS.indexOf(other.relation) - RELATIONS.indexOf(one.relation) ||
        other.outcomes - one.outcomes ||
        byText(other.latest ?? '', one.latest ?? '') ||
        byText(one.label, other.label) ||
        byText(one.uri, other.uri),
    );
}

function held(skill: NamedSkill, all: readonly SkillEvidence[]): HeldSkill {
  // A result that an outcome offers in two ways counts once, as the further of them.
  const evidence: SkillEvidence[] = [];
  const seen = new Set<string>();
  for (const one of [...all].sort(stronger)) {
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    evidence.push(one);
  }
  const strongest = evidence[0]!;
  const furthest = evidence.filter(({ relation }) => relation === strongest.relation);
  const levels = furthest.flatMap(({ level }) => level ?? []);
  return {
    ...skill,
    relation: strongest.relation,
    strongest,
    evidence,
    outcomes: new Set(evidence.map(({ outcome }) => outcome)).size,
    latest: evidence.reduce<string | null>((most, { date }) => (date !== null && date > (most ?? '') ? date : most), null),
    level: levels.length === 0 ? null : Math.max(...levels),
    proficiency: evidence.find(({ proficiency }) => proficiency !== null)?.proficiency ?? null,
    attestedBy: [...new Set(evidence.flatMap(({ provider }) => provider ?? []))].sort(byText),
  };
}

/** What skills may be put together by: New Zealand's kind, their scheme, or the broader skill above them. */
export const GROUPINGS = ['kind', 'scheme', 'family'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Skills that belong together. `key` is a kind, a scheme or an address; null for those that have none. */
export interface SkillGroup<T extends NamedSkill = HeldSkill> {
  readonly key: string | null;
  /** The broader skill's name, where the group is a family. */
  readonly family: NamedSkill['family'];
  readonly skills: readonly T[];
}

/** Puts skills together and keeps their order within: kinds in their own order, others by name; those that have none come last. */
export function groupSkills<T extends NamedSkill>(skills: readonly T[], by: Grouping): readonly SkillGroup<T>[] {
  const groups = new Map<string | null, T[]>();
  for (const skill of skills) {
    const key = by === 'kind' ? skill.kind : by === 'scheme' ? skill.scheme : (skill.family?.uri ?? null);
    const before = groups.get(key);
    if (before === undefined) groups.set(key, [skill]);
    else before.push(skill);
  }
  const place = (key: string | null): number => {
    const at = KINDS.findIndex((kind) => kind === key);
    return at === -1 ? KINDS.length : at;
  };
  return [...groups]
    .map(([key, of]) => ({ key, family: by === 'family' ? (of[0]?.family ?? null) : null, skills: of }))
    .sort(
      (one, other) =>
        Number(one.key === null) - Number(other.key === null) ||
        (by === 'kind' ? place(one.key) - place(other.key) : 0) ||
        byText(one.family?.en ?? one.key ?? '', other.family?.en ?? other.key ?? ''),
    );
}

/** A record read as skills: every skill that its results stand for, put together. Pure; the same in the browser and on the server. */
export function skillsView(
  statements: readonly SkillStatement[],
  results: readonly SkillResult[],
  by: Grouping,
): readonly SkillGroup[] {
  return groupSkills(skillsHeld(statements, results), by);
}
