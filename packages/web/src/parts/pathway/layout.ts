import type { Pathway, Step } from '@recognition/recognition/frameworks';
import { wrap } from '../stack/time.ts';

export interface PlacedStep {
  readonly step: Step;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The name, broken into lines that fit. */
  readonly lines: readonly string[];
}

export interface PlacedLink {
  readonly from: string;
  readonly to: string;
  /** Whether the part is held for the award above it. */
  readonly held: boolean;
  readonly d: string;
}

export interface PathwayLayout {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly {
    readonly award: string | null;
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
  }[];
  readonly steps: readonly PlacedStep[];
  readonly links: readonly PlacedLink[];
}

export interface LayoutInput {
  readonly pathway: Pathway;
  /** Which way of an award is drawn, where somebody chose one; else its nearest. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly nameOf: (step: Step) => string;
  readonly kindOf: (award: string | null) => string;
  readonly size: 'wide' | 'narrow';
  /** The rules themselves: every way is drawn at once, unless one was chosen. */
  readonly every?: boolean;
}

const LINE = 18;
const PAD = 12;
/** The line that says how it stands, above the name. */
const STATE = 20;

/** Draws columns from the units to the whole on a wide screen, and the whole down to its units on a narrow one. Pure. */
export const layoutPathway = (input: LayoutInput): PathwayLayout => (input.size === 'wide' ? inColumns(input) : asOutline(input));

type Part = Step['ways'][number]['parts'][number];
type Drawing = Pick<LayoutInput, 'pathway' | 'chosen' | 'every'>;

/**
 * The parts that are drawn of a step: of the way that was chosen, else of its nearest. None of a unit, of an award by size, and of one that
 * was earned itself and is not taken apart.
 */
export function drawnParts(step: Step, { chosen, every = false }: Pick<Drawing, 'chosen' | 'every'>): readonly Part[] {
  const own = chosen.get(step.ref);
  if (every && own === undefined) return step.ways.flatMap(({ parts }) => parts);
  const way = step.ways[own ?? step.nearest];
  return way === undefined || (step.state === 'earned' && way.have === 0) ? [] : way.parts;
}

/** What is drawn: every award, and the units of the ways that are drawn. Each after the award that it is first part of. */
export function drawnSteps(drawing: Drawing): readonly Step[] {
  const { pathway } = drawing;
  const known = new Map(pathway.steps.map((step) => [step.ref, step]));
  const seen = new Map<string, Step>();
  const visit = (step: Step): void => {
    if (seen.has(step.ref)) return;
    seen.set(step.ref, step);
    for (const { ref } of drawnParts(step, drawing)) {
      const part = known.get(ref);
      if (part !== undefined) visit(part);
    }
  };
  for (const step of rootsOf(pathway)) visit(step);
  for (const step of pathway.steps) if (step.award !== null) visit(step);
  return [...seen.values()];
}

/** Awards that are part of no other, the furthest from the units first. */
export function rootsOf({ steps }: Pathway): readonly Step[] {
  const parts = new Set(steps.flatMap(({ ways }) => ways.flatMap((way) => way.parts.map(({ ref }) => ref))));
  return steps.filter(({ ref, award }) => award !== null && !parts.has(ref)).sort((a, b) => b.column - a.column);
}

const heightOf = (lines: readonly string[]): number => PAD + STATE + lines.length * LINE + PAD / 2;

function inColumns(drawing: LayoutInput): PathwayLayout {
  const { pathway, nameOf, kindOf } = drawing;
  const shown = drawnSteps(drawing);
  const columns = pathway.columns.map((award, at) => ({ award, steps: shown.filter(({ column }) => column === at) }));
  const used = columns.filter(({ steps }) => steps.length > 0);
  const total = 1112;
  const gap = used.length > 5 ? 30 : 48;
  const width = Math.min(236, (total - (used.length - 1) * gap) / Math.max(1, used.length));
  const headings = used.map(({ award }, at) => ({
    award,
    x: at * (width + gap),
    y: 16,
    lines: wrap(kindOf(award), width, 14, 3),
  }));
  const top = Math.max(...headings.map(({ lines }) => lines.length), 1) * LINE + 18;
  const placed = new Map<string, PlacedStep>();
  for (const [at, { steps }] of used.entries()) {
    const wanted = steps.map((step, order) => {
      const lines = wrap(nameOf(step), width - 2 * PAD, 14, 3);
      const middles = drawnParts(step, drawing).flatMap(({ ref }) => {
        const part = placed.get(ref);
        return part === undefined ? [] : [part.y + part.height / 2];
      });
      const middle = middles.length === 0 ? null : middles.reduce((sum, one) => sum + one, 0) / middles.length;
      return { step, lines, order, height: heightOf(lines), middle };
    });
    // Units stay in the order in which the awards name them; awards stand beside the middle of what they are made of.
    wanted.sort((a, b) =>
      a.middle === null || b.middle === null ? a.order - b.order : a.middle - b.middle || a.order - b.order,
    );
    let y = top;
    for (const one of wanted) {
      const own = one.middle === null ? y : Math.max(y, one.middle - one.height / 2);
      placed.set(one.step.ref, { step: one.step, x: at * (width + gap), y: own, width, height: one.height, lines: one.lines });
      y = own + one.height + 12;
    }
  }
  const links = linksOf(shown, drawing, placed, (part, whole) => {
    const [x1, y1, x2, y2] = [part.x + part.width, part.y + part.height / 2, whole.x, whole.y + whole.height / 2];
    const bend = Math.max(12, (x2 - x1) / 2);
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  });
  const steps = [...placed.values()];
  return {
    width: total,
    height: Math.max(top, ...steps.map(({ y, height }) => y + height)) + 4,
    headings,
    steps,
    links,
  };
}

function asOutline(drawing: LayoutInput): PathwayLayout {
  const { pathway, nameOf } = drawing;
  const [total, indent] = [350, 18];
  const known = new Map(pathway.steps.map((step) => [step.ref, step]));
  const shown = drawnSteps(drawing);
  const placed = new Map<string, PlacedStep>();
  let y = 2;
  const visit = (step: Step, depth: number): void => {
    if (placed.has(step.ref)) return;
    const x = depth * indent + 1;
    const width = total - x - 1;
    const lines = wrap(nameOf(step), width - 2 * PAD, 14, 3);
    placed.set(step.ref, { step, x, y, width, height: heightOf(lines), lines });
    y += heightOf(lines) + 8;
    for (const { ref } of drawnParts(step, drawing)) {
      const part = known.get(ref);
      if (part !== undefined) visit(part, depth + 1);
    }
  };
  // What is there already comes first; then what is further away.
  const given = (step: Step): number => (step.state === 'earned' || step.state === 'given' ? 0 : 1);
  for (const step of [...rootsOf(pathway)].sort((a, b) => given(a) - given(b))) visit(step, 0);
  for (const step of shown) if (step.award !== null) visit(step, 0);
  // A link goes down along the left edge of the whole; one to a part that stands under another whole is left to the list.
  const links = linksOf(shown, drawing, placed, (part, whole) =>
    part.x - whole.x === indent && part.y > whole.y
      ? `M${whole.x + indent / 2} ${whole.y + whole.height}V${part.y + part.height / 2}H${part.x}`
      : null,
  );
  return { width: total, height: y, headings: [], steps: [...placed.values()], links };
}

function linksOf(
  shown: readonly Step[],
  drawing: Drawing,
  placed: ReadonlyMap<string, PlacedStep>,
  draw: (part: PlacedStep, whole: PlacedStep) => string | null,
): readonly PlacedLink[] {
  return shown.flatMap((step) =>
    drawnParts(step, drawing).flatMap(({ ref, held }): readonly PlacedLink[] => {
      const [part, whole] = [placed.get(ref), placed.get(step.ref)];
      const d = part === undefined || whole === undefined ? null : draw(part, whole);
      return d === null ? [] : [{ from: ref, to: step.ref, held, d }];
    }),
  );
}

/** Which step an arrow key leads to: up and down within a column, left and right to the nearest of the next. */
export function stepTowards(
  { steps }: PathwayLayout,
  from: string,
  key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): string | null {
  const here = steps.find(({ step }) => step.ref === from);
  if (here === undefined) return steps[0]?.step.ref ?? null;
  const middle = (one: PlacedStep): number => one.y + one.height / 2;
  const away = (one: PlacedStep): number => Math.abs(middle(one) - middle(here));
  const ahead = steps.filter((one) => {
    if (key === 'ArrowUp') return one.x === here.x && one.y < here.y;
    if (key === 'ArrowDown') return one.x === here.x && one.y > here.y;
    return key === 'ArrowLeft' ? one.x < here.x : one.x > here.x;
  });
  if (ahead.length === 0) return null;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const edge = key === 'ArrowLeft' ? Math.max(...ahead.map(({ x }) => x)) : Math.min(...ahead.map(({ x }) => x));
  const near = sideways ? ahead.filter(({ x }) => x === edge) : ahead;
  return near.reduce((best, one) => (away(one) < away(best) ? one : best)).step.ref;
}
