import {
  type Definition,
  type Held,
  type Pathway,
  pathway,
  type RecognitionFramework,
  type Step,
} from '@recognition/recognition/frameworks';
import { useMemo, useState } from 'react';
import { rootsOf } from './layout.ts';

export interface Trying {
  readonly pathway: Pathway;
  /** What is tried as if it were held. */
  readonly tried: ReadonlySet<string>;
  readonly toggle: (ref: string) => void;
  readonly clear: () => void;
  readonly chosen: ReadonlyMap<string, number>;
  readonly choose: (ref: string, way: number) => void;
  /** The whole that is drawn alone; null for all. */
  readonly focus: string | null;
  readonly setFocus: (ref: string | null) => void;
  /** Wholes to choose among; fewer than two where there is nothing to choose. */
  readonly wholes: readonly Step[];
}

const ANY_MODE = ['assessed', 'rpl', 'crt'];
/** More awards than this are not drawn at once. */
const MOST_AT_ONCE = 14;

/** Decides again, in the browser and by the rules themselves, as somebody tries what they do not hold yet. */
export function usePathway(
  framework: RecognitionFramework,
  definitions: readonly Definition[],
  held: Held,
  asOf: string | null,
): Trying {
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const whole = useMemo(() => pathway(framework, definitions, held, asOf), [framework, definitions, held, asOf]);
  const wholes = useMemo(() => [...rootsOf(whole)].sort((a, b) => a.lacks.length - b.lacks.length), [whole]);
  const [focus, setFocus] = useState<string | null>(definitions.length > MOST_AT_ONCE ? (wholes[0]?.ref ?? null) : null);
  const drawn = useMemo(() => {
    const own = focus === null ? definitions : below(definitions, focus);
    return pathway(framework, own, new Map([...held, ...[...tried].map((ref) => [ref, ANY_MODE] as const)]), asOf);
  }, [framework, definitions, held, asOf, focus, tried]);
  return {
    pathway: drawn,
    tried,
    toggle: (ref) =>
      setTried((before) => (before.has(ref) ? new Set([...before].filter((one) => one !== ref)) : new Set([...before, ref]))),
    clear: () => setTried(new Set()),
    chosen,
    choose: (ref, way) => setChosen((before) => new Map([...before, [ref, way]])),
    focus,
    setFocus,
    wholes,
  };
}

/** A definition and all that it is made of. */
function below(definitions: readonly Definition[], top: string): readonly Definition[] {
  const known = new Map(definitions.map((one) => [one.id, one]));
  const found = new Set<string>();
  const left = [top];
  for (let ref = left.pop(); ref !== undefined; ref = left.pop()) {
    const own = known.get(ref);
    if (own === undefined || found.has(ref)) continue;
    found.add(ref);
    left.push(...own.parts.map((part) => part.ref));
  }
  return definitions.filter(({ id }) => found.has(id));
}
