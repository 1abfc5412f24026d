import type { Concept } from './concept.ts';

/** A concept as it is held, with where it stands. */
export interface HeldConcept extends Concept {
  readonly slug: string;
  readonly status: 'current' | 'retired';
}

export interface SchemeDifference {
  readonly added: readonly Concept[];
  readonly changed: readonly { readonly concept: Concept; readonly was: HeldConcept }[];
  /** Retired before, and in the scheme again. */
  readonly returned: readonly { readonly concept: Concept; readonly was: HeldConcept }[];
  readonly retired: readonly HeldConcept[];
  readonly unchanged: number;
}

/** What a new version of a scheme says differently from what is held. Pure; order does not matter. */
export function differenceOf(held: readonly HeldConcept[], brought: readonly Concept[]): SchemeDifference {
  const before = new Map(held.map((one) => [one.uri, one]));
  const added: Concept[] = [];
  const changed: { concept: Concept; was: HeldConcept }[] = [];
  const returned: { concept: Concept; was: HeldConcept }[] = [];
  let unchanged = 0;
  for (const concept of brought) {
    const was = before.get(concept.uri);
    if (was === undefined) added.push(concept);
    else if (was.status === 'retired') returned.push({ concept, was });
    else if (contentOf(was) === contentOf(concept)) unchanged += 1;
    else changed.push({ concept, was });
  }
  const now = new Set(brought.map(({ uri }) => uri));
  return {
    added,
    changed,
    returned,
    unchanged,
    retired: held.filter(({ uri, status }) => status === 'current' && !now.has(uri)),
  };
}

const contentOf = ({
  notation,
  label,
  lang,
  mi,
  labels,
  altLabels,
  keywords,
  description,
  kind,
  sourceKind,
  level,
  links,
}: Concept): string =>
  JSON.stringify([
    notation,
    label,
    lang,
    mi,
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
    altLabels,
    keywords,
    description,
    kind,
    sourceKind,
    level,
    links.map(({ kind: of, to }) => `${of} ${to}`).sort(),
  ]);

/** The place of a concept in the address of its page: its code, or the last piece of its address; made different where another has it. */
export function slugsOf(
  concepts: readonly Concept[],
  held: readonly HeldConcept[],
  hash: (uri: string) => string,
): ReadonlyMap<string, string> {
  const slugs = new Map(held.map(({ uri, slug }) => [uri, slug]));
  const taken = new Set(slugs.values());
  for (const { uri, notation } of concepts) {
    if (slugs.has(uri)) continue;
    const last = /([^/#]+)[/#]?$/u.exec(uri)?.[1] ?? uri;
    const base = (notation ?? decoded(last))
      .normalize('NFD')
      .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
      .replaceAll(/^[-.]+|[-.]+$/gu, '')
      .slice(0, 80);
    const slug = base === '' || taken.has(base) ? `${base === '' ? 'skill' : base}-${hash(uri).slice(0, 8)}` : base;
    taken.add(slug);
    slugs.set(uri, slug);
  }
  return slugs;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
