import type { Decision, RecognitionRecord } from '@recognition/recognition';
import { useMemo, useState } from 'react';
import { checkSelection, decideWithin, type Redecided, redecided } from '../../deciding/decide.ts';
import type { Frame } from '../../deciding/model.ts';

export interface Picks {
  readonly counted: ReadonlySet<string>;
  readonly state: Redecided;
  /** False as soon as the frame has moved or something was taken out or put in. */
  readonly untouched: boolean;
  readonly edited: boolean;
  readonly problems: readonly { readonly code: string; readonly achievements: readonly string[] }[];
  readonly toggle: (id: string) => void;
  readonly reset: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** What counts within the frame, with what the learner took out and put in by hand; every change is decided again at once. */
export function usePicks(record: RecognitionRecord, decision: Decision, asOf: string, frame: Frame, best: string): Picks {
  const [out, setOut] = useState(NONE);
  const [put, setPut] = useState(NONE);
  const resting = frame.from === best && out.size === 0;
  const within = useMemo(
    () => (resting ? redecided(decision) : decideWithin(record, asOf, frame, out)),
    [resting, decision, record, asOf, frame, out],
  );
  return useMemo(() => {
    const counted = new Set(within.counted);
    for (const id of put) counted.add(id);
    const checked = put.size === 0 ? null : checkSelection(record, asOf, [...counted], undefined);
    const state: Redecided =
      checked === null
        ? within
        : {
            counted: [...counted],
            eligible: checked.valid,
            major: checked.majors[0] ?? null,
            missing: Math.max(0, 40 - checked.credits),
            by: within.by,
          };
    return {
      counted,
      state,
      untouched: resting && put.size === 0,
      edited: out.size > 0 || put.size > 0,
      problems: checked?.problems ?? [],
      toggle: (id) => {
        if (counted.has(id)) {
          setPut(without(put, id));
          setOut(new Set([...out, id]));
        } else {
          setOut(without(out, id));
          if (!out.has(id)) setPut(new Set([...put, id]));
        }
      },
      reset: () => {
        setOut(NONE);
        setPut(NONE);
      },
    };
  }, [within, put, out, resting, record, asOf]);
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const rest = new Set(set);
  rest.delete(id);
  return rest;
}
