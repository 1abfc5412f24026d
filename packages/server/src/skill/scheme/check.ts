import type { Concept, Link, NotTaken, ReadScheme, Replaced } from './concept.ts';

export interface CheckedScheme {
  readonly about: ReadScheme['about'];
  readonly rows: number;
  readonly concepts: readonly Concept[];
  readonly notTaken: readonly NotTaken[];
  readonly replaced?: readonly Replaced[];
}

/**
 * What no single row can tell: a skill that stands twice (the later words are taken), addresses that are none, links inside the scheme to
 * what it does not have, and circles of broader skills, which are opened at the link that closes them. Pure; the order of the files decides.
 */
export function checkScheme({ about, rows, concepts, notTaken, replaced = [] }: ReadScheme): CheckedScheme {
  const told: NotTaken[] = [...notTaken];
  const taken = new Map<string, { file: string; row: number; concept: Concept }>();
  for (const one of concepts) {
    const { file, row, concept } = one;
    if (!isAddress(concept.uri)) {
      told.push({ file, row, code: 'address-not-valid', detail: concept.uri.slice(0, 200) });
      continue;
    }
    const before = taken.get(concept.uri);
    if (before === undefined) {
      taken.set(concept.uri, one);
      continue;
    }
    const same = wordsOf(before.concept) === wordsOf(concept);
    told.push({ file: before.file, row: before.row, code: same ? 'address-twice' : 'two-versions', detail: concept.uri });
    taken.set(concept.uri, { ...one, concept: { ...concept, links: [...before.concept.links, ...concept.links] } });
  }
  const links = linksOf(taken, about.uri, told);
  return {
    about,
    rows,
    concepts: [...taken.values()].map(({ concept }) => ({ ...concept, links: links.get(concept.uri) ?? [] })),
    notTaken: told,
    replaced: replaced.filter(({ uri, by }) => uri !== by && isAddress(uri) && isAddress(by)),
  };
}

const wordsOf = ({ links: _links, ...words }: Concept): string => JSON.stringify(words);

/** An address of the web or a URN, without blanks and at most 500 characters. */
const isAddress = (uri: string): boolean => uri.length <= 500 && /^(?:https?:\/\/[^\s/]+\/?|urn:[a-z0-9-]+:)\S*$/iu.test(uri);

/** Broader, exact and related links by concept, each once; narrower turned round. */
function linksOf(
  taken: ReadonlyMap<string, { file: string; row: number; concept: Concept }>,
  scheme: string | null,
  told: NotTaken[],
): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Map<string, Link>>();
  const up = new Map<string, Set<string>>();
  const keep = (from: string, link: Link): void => {
    const of = links.get(from) ?? new Map<string, Link>();
    links.set(from, of.set(`${link.kind} ${link.to}`, link));
  };
  for (const { file, row, concept } of taken.values())
    for (const { kind, to } of concept.links) {
      if (to === concept.uri || to === scheme || !isAddress(to)) continue;
      if (kind === 'exact' || kind === 'related') {
        keep(concept.uri, { kind, to });
        continue;
      }
      const [below, above] = kind === 'broader' ? [concept.uri, to] : [to, concept.uri];
      if (!taken.has(to)) told.push({ file, row, code: 'link-unknown', detail: `${concept.uri} ${to}` });
      else if (reaches(up, above, below)) told.push({ file, row, code: 'broader-circle', detail: `${below} ${above}` });
      else {
        up.set(below, (up.get(below) ?? new Set()).add(above));
        keep(below, { kind: 'broader', to: above });
      }
    }
  return new Map([...links].map(([from, of]) => [from, [...of.values()]]));
}

/** Whether `to` lies above `from`, or is it. */
function reaches(up: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  const queue = [from];
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (one === to) return true;
    for (const above of up.get(one) ?? []) {
      if (!seen.has(above)) queue.push(above);
      seen.add(above);
    }
  }
  return false;
}
