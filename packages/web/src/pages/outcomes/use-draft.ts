import { ApiError, type OutcomeWriting } from '@recognition/client';
import { useEffect, useRef, useState } from 'react';
import { api, queries } from '../../api.ts';
import { type Content, type Draft, draftOf, keepable, sameContent } from './draft.ts';
import { keepDraft, readKeptDraft } from './kept-draft.ts';
import { writingQuery } from './queries.ts';

const PAUSE_MS = 900;
const TRY_AGAIN_MS = 5000;

/** How what was typed stands with the service. */
export type Keeping = 'kept' | 'typing' | 'sending' | 'offline' | 'signed-out' | 'conflict' | 'refused';

/** What somebody else wrote meanwhile. */
export interface Conflict {
  readonly revision: number;
  readonly content: Content;
}

export interface Drafting {
  readonly draft: Draft;
  readonly keeping: Keeping;
  readonly conflict: Conflict | null;
  /** Why the service did not take it. */
  readonly refusal: unknown;
  /** What was typed before, in this tab, has been put back. */
  readonly restored: boolean;
  readonly change: (change: Partial<Draft>) => void;
  /** Ends a conflict with these words, which become the next revision. */
  readonly settle: (content: Content) => void;
  /** Sends what is not kept yet; answers whether all is kept now. */
  readonly flush: () => Promise<boolean>;
}

interface Base {
  readonly revision: number;
  readonly content: Content;
  readonly previousUntil: string;
}

/** The definition in the form: kept in this tab at every letter and by the service at every pause. */
export function useDraft(writing: OutcomeWriting): Drafting {
  const { id } = writing.outcome;
  const [start] = useState(() => startOf(writing));
  const [draft, setDraft] = useState(start.draft);
  const [keeping, setKeeping] = useState<Keeping>(start.conflict === null ? 'kept' : 'conflict');
  const [conflict, setConflict] = useState(start.conflict);
  const [refusal, setRefusal] = useState<unknown>(null);
  const now = useRef({ draft: start.draft, base: start.base, conflict: start.conflict !== null });
  const busy = useRef<Promise<boolean> | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const send = async (): Promise<boolean> => {
    const { base } = now.current;
    const content = keepable(now.current.draft, base.content);
    const previousUntil = /^\d{4}-\d\d-\d\d$/.test(now.current.draft.previousUntil) ? now.current.draft.previousUntil : '';
    if (now.current.conflict) return false;
    if (sameContent(content, base.content) && previousUntil === base.previousUntil) {
      setKeeping('kept');
      return true;
    }
    setKeeping('sending');
    try {
      const { revision = base.revision + 1 } = await api.put('/api/v1/outcomes/{id}', {
        path: { id },
        body: {
          ...content,
          ...(writing.outcome.replaces === null ? {} : { previousUntil: previousUntil === '' ? null : previousUntil }),
          revision: base.revision,
        },
      });
      now.current.base = { revision, content, previousUntil };
      remember();
      setRefusal(null);
      setKeeping('kept');
      return true;
    } catch (error) {
      setRefusal(error);
      if (error instanceof ApiError && error.code === 'draft-changed') await meet();
      else if (error instanceof ApiError && error.status === 401) setKeeping('signed-out');
      else if (error instanceof ApiError && (error.status === 0 || error.status === 503)) {
        setKeeping('offline');
        schedule(TRY_AGAIN_MS);
      } else setKeeping('refused');
      return false;
    }
  };

  /** Somebody else has written: both texts are shown, and this one stays in the tab. */
  const meet = async (): Promise<void> => {
    const there = await queries.fetchQuery(writingQuery(id));
    now.current.conflict = true;
    setConflict({ revision: there.revision, content: there.outcome });
    setKeeping('conflict');
  };

  /** One at a time: what is typed while the service answers goes with the next. */
  const flush = async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    while (busy.current !== null) await busy.current;
    busy.current = send();
    const done = await busy.current;
    busy.current = null;
    return done;
  };
  const schedule = (ms: number): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), ms);
  };
  const remember = (): void => {
    const { draft: typed, base } = now.current;
    const all = JSON.stringify(typed) === JSON.stringify(draftOf(base.content, base.previousUntil));
    keepDraft(id, all ? null : { draft: typed, revision: base.revision });
  };
  const put = (next: Draft): void => {
    now.current.draft = next;
    setDraft(next);
    remember();
    if (now.current.conflict) return;
    setKeeping('typing');
    schedule(PAUSE_MS);
  };
  const flushing = useRef(flush);
  useEffect(() => {
    flushing.current = flush;
  });
  useEffect(() => {
    if (start.restored) void flushing.current();
    return () => void flushing.current();
  }, [start]);

  return {
    draft,
    keeping,
    conflict,
    refusal,
    restored: start.restored,
    change: (change) => put({ ...now.current.draft, ...change }),
    settle: (content) => {
      if (conflict === null) return;
      now.current.base = { ...now.current.base, revision: conflict.revision, content: conflict.content };
      now.current.conflict = false;
      setConflict(null);
      setRefusal(null);
      put(draftOf(content, now.current.draft.previousUntil));
      void flush();
    },
    flush,
  };
}

/** Begins with what this tab kept, if it says something that the service does not. */
function startOf(writing: OutcomeWriting): {
  readonly draft: Draft;
  readonly base: Base;
  readonly conflict: Conflict | null;
  readonly restored: boolean;
} {
  const { outcome, revision, previousUntil } = writing;
  const base: Base = { revision, content: outcome, previousUntil: previousUntil ?? '' };
  const fresh = { draft: draftOf(outcome, previousUntil), base, conflict: null, restored: false };
  const kept = readKeptDraft(outcome.id);
  if (kept === null || sameContent(keepable(kept.draft, outcome), outcome)) return fresh;
  if (kept.revision === revision) return { ...fresh, draft: kept.draft, restored: true };
  return { ...fresh, draft: kept.draft, base: { ...base, revision: kept.revision }, conflict: { revision, content: outcome } };
}
