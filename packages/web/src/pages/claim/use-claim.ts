import type { LearnerRecord } from '@recognition/client';
import type { AwardOption, Decision, SelectionDecision } from '@recognition/recognition';
import { useEffect, useMemo, useState } from 'react';
import { checkSelection } from '../../deciding/decide.ts';
import { bestOption } from '../../deciding/model.ts';

interface Draft {
  readonly major: string | null;
  readonly select: readonly string[];
  readonly name: string;
  readonly named: boolean;
}

export interface Claim {
  readonly draft: Draft;
  /** The day that is decided for. */
  readonly asOf: string;
  readonly selection: SelectionDecision['selection'];
  /** The claim can be made as it stands: the selection is valid and has the major that was chosen. */
  readonly ready: boolean;
  readonly last: { readonly id: string; readonly added: boolean } | null;
  readonly choose: (option: AwardOption) => void;
  readonly toggle: (id: string) => void;
  readonly undo: () => void;
  readonly setName: (name: string) => void;
  readonly setNamed: (named: boolean) => void;
  readonly forget: () => void;
}

const PLACE = 'claim';

/** The claim as the learner has it now. It is kept in this tab, so that a lost session or a reload loses nothing. */
export function useClaim(data: LearnerRecord, decision: Decision, supersedes: string | undefined): Claim {
  const start = (): Draft =>
    kept(data, supersedes) ?? {
      major: bestOption(decision)?.major ?? null,
      select: bestOption(decision)?.counted ?? [],
      name: data.learnerName,
      named: true,
    };
  const [draft, setDraft] = useState(start);
  const [last, setLast] = useState<Claim['last']>(null);
  useEffect(() => sessionStorage.setItem(`${PLACE}:${supersedes ?? ''}`, JSON.stringify(draft)), [draft, supersedes]);
  const selection = useMemo(
    () => checkSelection(data.record, data.asOf, draft.select, supersedes),
    [data, draft.select, supersedes],
  );
  const flip = (id: string): void =>
    setDraft({ ...draft, select: draft.select.includes(id) ? draft.select.filter((one) => one !== id) : [...draft.select, id] });
  return {
    draft,
    asOf: data.asOf,
    selection,
    ready: selection.valid && (draft.major === null || selection.majors.some((major) => major === draft.major)),
    last,
    choose: (option) => {
      setLast(null);
      setDraft({ ...draft, major: option.major, select: option.counted });
    },
    toggle: (id) => {
      setLast({ id, added: !draft.select.includes(id) });
      flip(id);
    },
    undo: () => {
      if (last !== null) flip(last.id);
      setLast(null);
    },
    setName: (name) => setDraft({ ...draft, name }),
    setNamed: (named) => setDraft({ ...draft, named }),
    forget: () => sessionStorage.removeItem(`${PLACE}:${supersedes ?? ''}`),
  };
}

/** What was kept of an earlier visit, if it still speaks of this record. */
function kept(data: LearnerRecord, supersedes: string | undefined): Draft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(`${PLACE}:${supersedes ?? ''}`) ?? 'null');
    if (typeof value !== 'object' || value === null || !('select' in value) || !('major' in value) || !('name' in value))
      return null;
    const { select, major, name } = value;
    const ids = new Set(data.record.achievements.map((achievement) => achievement.id));
    if (!Array.isArray(select) || !select.every((id): id is string => typeof id === 'string' && ids.has(id))) return null;
    if (typeof name !== 'string' || (major !== null && typeof major !== 'string')) return null;
    return { select, major, name, named: !('named' in value) || value.named !== false };
  } catch {
    return null;
  }
}
