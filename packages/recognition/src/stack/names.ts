/**
 * Which nodes bear a name: a lineage of theirs or of their group. Nearly every name has one node, so only the other names keep a
 * list.
 */
export interface Names {
  readonly first: Map<string, number>;
  readonly shared: Map<string, number[]>;
}

export const noNames = (): Names => ({ first: new Map(), shared: new Map() });

/** Notes that a node bears a name. */
export function addName({ first, shared }: Names, name: string, node: number): void {
  const one = first.get(name);
  if (one === undefined) {
    first.set(name, node);
    return;
  }
  const list = shared.get(name);
  if (list === undefined) shared.set(name, [one, node]);
  else list.push(node);
}

/** The nodes that bear a name. */
export function nodesNamed({ first, shared }: Names, name: string): readonly number[] {
  const one = first.get(name);
  return one === undefined ? NONE : (shared.get(name) ?? [one]);
}

const NONE: readonly number[] = [];
