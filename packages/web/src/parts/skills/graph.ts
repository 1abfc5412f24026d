import type { Relation } from '@recognition/recognition';

/** A skill as the picture needs it: its name, how far it is held, and the outcomes that it comes through. */
export interface DrawnSkill {
  readonly uri: string;
  readonly name: string;
  readonly relation: Relation;
  readonly through: readonly string[];
}

export interface PlacedName {
  readonly key: string;
  readonly text: string;
  readonly y: number;
}

export interface SkillPicture {
  readonly width: number;
  readonly height: number;
  /** Where the names of skills end and those of outcomes begin. */
  readonly left: number;
  readonly right: number;
  readonly skills: readonly (PlacedName & { readonly relation: Relation })[];
  readonly outcomes: readonly PlacedName[];
  readonly lines: readonly { readonly key: string; readonly relation: Relation; readonly path: string }[];
}

const ROW = 24;
/** Roughly how wide a letter is at the size of the words, in the units of the picture. */
const LETTER = 7.2;

/**
 * Skills at the left, outcomes at the right, a line from each to each. Outcomes stand about where their skills do, so that lines cross little.
 * A name that is too long for its side is cut: the table beside the picture has it whole.
 */
export function drawSkills(skills: readonly DrawnSkill[], width: number): SkillPicture {
  const narrow = width < 600;
  const left = narrow ? width * 0.42 : width * 0.4;
  const right = narrow ? width * 0.58 : width * 0.6;
  const rows = new Map<string, number[]>();
  for (const [row, { through }] of skills.entries()) for (const name of through) rows.set(name, [...(rows.get(name) ?? []), row]);
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  const outcomes = [...rows]
    .map(([name, of]) => ({ name, at: mean(of) }))
    .sort((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1));
  const height = Math.max(skills.length, outcomes.length, 1) * ROW;
  const yOf = (at: number, count: number): number => Math.round(((at + 0.5) * height) / count);
  const letters = Math.floor((left - 14) / LETTER);
  const places = new Map(outcomes.map(({ name }, at) => [name, yOf(at, outcomes.length)]));
  const [from, to] = [left + 8, right - 8];
  return {
    width,
    height,
    left,
    right,
    skills: skills.map(({ uri, name, relation }, at) => ({
      key: uri,
      text: cut(name, letters),
      relation,
      y: yOf(at, skills.length),
    })),
    outcomes: outcomes.map(({ name }) => ({ key: name, text: cut(name, letters), y: places.get(name) ?? 0 })),
    lines: skills.flatMap(({ uri, relation, through }, at) =>
      through.map((name) => {
        const [y, end] = [yOf(at, skills.length), places.get(name) ?? 0];
        const half = (from + to) / 2;
        return { key: `${uri} ${name}`, relation, path: `M${from} ${y}C${half} ${y} ${half} ${end} ${to} ${end}` };
      }),
    ),
  };
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}
