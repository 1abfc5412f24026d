import {
  type Bundled,
  bundle,
  bundlingOf,
  checkDefinition,
  claimable,
  type Definition,
  type FrameworkId,
  FRAMEWORK_IDS,
  frameworks,
  holding,
  oneMore,
  type Part,
  readDefinitions,
  rebundle,
  type Standing,
  unbundle,
  versionInForce,
} from '@recognition/recognition/frameworks';

export const DOINGS = ['bundle', 'rebundle', 'unbundle', 'claimable'] as const;
export type Doing = (typeof DOINGS)[number];

/** What the new award is called and is, as it is typed. */
export interface NewAward {
  readonly id: string;
  readonly title: string;
  readonly award: string;
  readonly level: string;
  readonly sector: string;
  readonly reviewYears: string;
  readonly listing: Readonly<Record<string, string>>;
}

/** Everything on the page; a reload in this tab brings it back. */
export interface Composing {
  readonly framework: FrameworkId;
  readonly doing: Doing;
  /** Definitions that were dropped in or made here; one with the id of an example stands in its place. */
  readonly own: readonly Definition[];
  /** Picked units, each as definition and unit: where it was picked from is part of the pick. */
  readonly picked: readonly Chosen[];
  readonly made: NewAward;
  /** The definition that is taken apart, and the piece that each unit goes to. */
  readonly apart: string | null;
  readonly pieces: Readonly<Record<string, number>>;
  readonly held: readonly string[];
}
interface Chosen {
  readonly from: string;
  readonly ref: string;
}

/** One thing that is said of what was made, with the rule that it comes from. */
export interface Said {
  readonly key: string;
  readonly source: string;
  readonly text: { readonly en: string; readonly mi: string };
}

export const frameworkOf = ({ framework }: Of<'framework'>) => frameworks[framework];
type Of<Key extends keyof Composing> = { readonly [K in Key]: Composing[K] };

/** The awards of a framework that are made of parts which somebody names. */
export function madeAwards(framework: FrameworkId) {
  return frameworks[framework].awards.filter(
    (award) => award.rule === 'compose' && versionInForce(award, null)?.composition.kind !== 'any',
  );
}

/** The rule in force of an award that is made of parts; null for another. */
export function ruleOf(framework: FrameworkId, id: string) {
  const award = frameworks[framework].awards.find((one) => one.id === id);
  return award?.rule === 'compose' ? versionInForce(award, null) : null;
}

/** An empty page for a framework. */
export function begin(framework: FrameworkId, doing: Doing = 'bundle'): Composing {
  const made = {
    id: 'made-1',
    title: '',
    award: madeAwards(framework).at(0)?.id ?? '',
    level: '',
    sector: '',
    reviewYears: '',
    listing: {},
  };
  return { framework, doing, own: [], picked: [], made, apart: null, pieces: {}, held: [] };
}

/** The examples of the framework, with what was dropped in: in place of an example with the same id, or after all. */
export function library(examples: readonly Definition[], { own }: Of<'own'>): readonly Definition[] {
  const ids = new Set(examples.map(({ id }) => id));
  return [...examples.map((one) => own.find(({ id }) => id === one.id) ?? one), ...own.filter(({ id }) => !ids.has(id))];
}

export const isPicked = ({ picked }: Of<'picked'>, from: string, ref: string): boolean =>
  picked.some((one) => one.from === from && one.ref === ref);

/** Picks units of a definition, or puts them back. */
export function pick(composing: Composing, from: string, refs: readonly string[], on: boolean): Composing {
  const rest = composing.picked.filter((one) => one.from !== from || !refs.includes(one.ref));
  return { ...composing, picked: on ? [...rest, ...refs.map((ref) => ({ from, ref }))] : rest };
}

/** What is made of the picked units: each counts once, whichever definitions it was picked from. */
export function makeOf(composing: Composing, definitions: readonly Definition[]): Bundled {
  const { made, picked } = composing;
  const years = Number(made.reviewYears);
  const header = {
    id: made.id,
    title: made.title,
    award: made.award,
    level: made.level === '' ? null : made.level,
    sector: made.sector === '' ? null : made.sector,
    electives: 0,
    reviewYears: made.reviewYears !== '' && Number.isInteger(years) && years > 0 ? years : null,
    withdrawn: null,
    listing: Object.fromEntries(Object.entries(made.listing).filter(([, text]) => text.trim() !== '')),
  };
  const from = definitions.filter(({ id }) => picked.some((one) => one.from === id));
  const chosen = (part: Part, of: Definition): boolean => isPicked(composing, of.id, part.ref);
  if (composing.doing === 'rebundle') return rebundle(header, from, chosen);
  return bundle(
    header,
    from.map((of) => of.parts.filter((part) => chosen(part, of))),
  );
}

/** Everything that stands in the way of what was made: why it cannot be, what its form lacks, what its rule says. */
export function saidOf(composing: Composing, made: Bundled, definitions: readonly Definition[]): readonly Said[] {
  const rule = ruleOf(composing.framework, composing.made.award);
  const source = rule?.source ?? '';
  if (!made.ok) return [{ key: `${made.code} ${made.ref ?? ''}`, source, text: named(made.message, made.ref) }];
  const others = definitions.filter(({ id }) => id !== made.definition.id);
  const form = readDefinitions([made.definition]);
  return [
    ...(form.ok
      ? []
      : form.problems.map(({ path, message }) => ({ key: `${path} ${message}`, source: FORM, text: formText(path, message) }))),
    ...(rule === null
      ? []
      : checkDefinition(frameworkOf(composing), made.definition, { others }).map((one) => ({
          key: `${one.check} ${one.path} ${one.text.en}`,
          source: one.source,
          text: named(one.text, unitAt(one.path, made.definition)),
        }))),
  ];
}

/** The unit that a finding is about, where its path names one. */
function unitAt(path: string, { parts }: Definition): string | null {
  const at = /^parts\[(\d+)\]/u.exec(path)?.[1];
  return at === undefined ? null : (parts[Number(at)]?.ref ?? null);
}

const FORM = 'nzrr compose: the form of a definition';
const named = (text: { readonly en: string; readonly mi: string }, ref: string | null) =>
  ref === null ? text : { en: `${ref}: ${text.en}`, mi: `${ref}: ${text.mi}` };
function formText(path: string, message: string): Said['text'] {
  const field = path.replace(/^0\.?/u, '');
  if (field === 'title') return { en: 'Give it a title.', mi: 'Tapaina he taitara.' };
  if (field === 'id')
    return {
      en: 'Its id is 1 to 64 letters, digits, full stops, colons, hyphens.',
      mi: 'He 1 ki te 64 pū, mati, ira, tohu hono rānei te tohu.',
    };
  return { en: `${field}: ${message}`, mi: `${field}: ${message}` };
}

/** How two definitions that everything was picked from may be bundled; undefined where that is not asked. */
export function kindOfBundling(
  { picked }: Of<'picked'>,
  definitions: readonly Definition[],
): 'vertical' | 'horizontal' | null | undefined {
  const [a, b, ...more] = definitions.filter(({ id }) => picked.some(({ from }) => from === id));
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  return a.listing['qualification'] === undefined || b.listing['qualification'] === undefined ? undefined : bundlingOf(a, b);
}

export interface Apart {
  readonly units: readonly Part[];
  /** Each piece as a definition of its own, with what its rule says of it. */
  readonly pieces: readonly { readonly definition: Definition; readonly said: readonly Said[] }[];
  /** Units that are in no piece yet: the qualification is covered when there is none. */
  readonly open: readonly string[];
}

/** A definition taken apart into the pieces that its units were put in; every unit keeps its identity. */
export function apartOf(composing: Composing, definitions: readonly Definition[]): Apart | null {
  const whole = definitions.find(({ id }) => id === composing.apart);
  if (whole === undefined) return null;
  // Certificates that make the whole by another way are awards, not units of it.
  const units = unbundle(whole).filter(({ ref }) => definitions.every(({ id }) => id !== ref));
  const numbers = [...new Set(units.flatMap(({ ref }) => composing.pieces[ref] ?? []))].sort((a, b) => a - b);
  const pieces = numbers.flatMap((number) => {
    const header = {
      ...emptyHeader,
      id: `${whole.id.slice(0, 56)}-${number}`,
      title: `${whole.title} (${number})`,
      award: composing.made.award,
      level: whole.level,
      sector: whole.sector,
    };
    const made = bundle(header, [units.filter(({ ref }) => composing.pieces[ref] === number)]);
    return made.ok ? [{ definition: made.definition, said: saidOf(composing, made, definitions) }] : [];
  });
  const inside = new Set(pieces.flatMap(({ definition }) => definition.parts.map(({ ref }) => ref)));
  return { units, pieces, open: units.flatMap(({ ref }) => (inside.has(ref) ? [] : [ref])) };
}

const emptyHeader = { electives: 0, reviewYears: null, withdrawn: null, listing: {} };

/** What can be claimed with what is held, upwards over every step, and what one more part would complete. */
export function claims(
  composing: Composing,
  definitions: readonly Definition[],
): { readonly standings: readonly Standing[]; readonly more: ReadonlyMap<string, readonly string[]> } {
  const standings = claimable(frameworkOf(composing), definitions, holding(composing.held));
  return { standings, more: oneMore(standings) };
}

const OWN = 'own';

/** The page with one more unit of somebody's own, which is picked at once. It stands in a definition beside the examples. */
export function withUnit(composing: Composing, part: Part, title: string): Composing {
  const before = composing.own.find(({ id }) => id === OWN);
  const parts = [...(before?.parts ?? []).filter(({ ref }) => ref !== part.ref), part];
  const definition: Definition =
    before === undefined
      ? { ...emptyHeader, id: OWN, title, award: composing.made.award, level: null, sector: null, minutes: null, parts }
      : { ...before, parts };
  return pick({ ...composing, own: [...composing.own.filter(({ id }) => id !== OWN), definition] }, OWN, [part.ref], true);
}

/** The page with definitions of a file: what has an id that is here takes its place. */
export function withFile(composing: Composing, definitions: readonly Definition[]): Composing {
  const ids = new Set(definitions.map(({ id }) => id));
  return { ...composing, own: [...composing.own.filter(({ id }) => !ids.has(id)), ...definitions] };
}

const PLACE = 'compose';

/** Keeps the page in this tab. */
export const keep = (composing: Composing): void => sessionStorage.setItem(PLACE, JSON.stringify(composing));

/** The page as this tab kept it; null when it kept none for a framework that there is. */
export function kept(): Composing | null {
  const text = sessionStorage.getItem(PLACE);
  if (text === null) return null;
  const read: Composing = JSON.parse(text);
  return FRAMEWORK_IDS.includes(read.framework) ? read : null;
}
