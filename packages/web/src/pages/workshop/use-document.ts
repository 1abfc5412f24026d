import { ApiError, type MicroCredentialWriting } from '@recognition/client';
import { type MicroCredentialContent, microCredentialContent } from '@recognition/recognition/micro-credential';
import { useEffect, useRef, useState } from 'react';
import { api, queries } from '../../api.ts';
import type { Keeping } from '../outcomes/use-draft.ts';
import { keepDocument, readKeptDocument } from './kept-document.ts';
import { keepable, sameContent } from './parts.ts';
import { writingQuery } from './queries.ts';

const PAUSE_MS = 900;
const TRY_AGAIN_MS = 5000;

interface Base {
  readonly revision: number;
  readonly content: MicroCredentialContent;
}

export interface Documenting {
  readonly content: MicroCredentialContent;
  readonly keeping: Keeping;
  readonly refusal: unknown;
  /** What was typed before, in this tab, has been put back. */
  readonly restored: boolean;
  /** What somebody else wrote meanwhile; null while nobody did. */
  readonly conflict: Base | null;
  readonly change: (change: Partial<MicroCredentialContent>) => void;
  /** Ends a conflict: with what is typed here, or with what is there. */
  readonly settle: (whose: 'mine' | 'theirs') => void;
  /** Sends what is not kept yet; answers whether all is kept now. */
  readonly flush: () => Promise<boolean>;
}

/** The document in the form: kept in this tab at every letter and by the service at every pause. */
export function useDocument(writing: MicroCredentialWriting): Documenting {
  const { id } = writing.document;
  const [start] = useState(() => startOf(writing));
  const [content, setContent] = useState(start.content);
  const [keeping, setKeeping] = useState<Keeping>(start.conflict === null ? 'kept' : 'conflict');
  const [conflict, setConflict] = useState(start.conflict);
  const [refusal, setRefusal] = useState<unknown>(null);
  const now = useRef({ content: start.content, base: start.base, conflict: start.conflict !== null });
  const busy = useRef<Promise<boolean> | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const send = async (): Promise<boolean> => {
    if (now.current.conflict) return false;
    const { base } = now.current;
    const written = keepable(now.current.content);
    if (sameContent(written, base.content)) {
      setKeeping('kept');
      return true;
    }
    setKeeping('sending');
    try {
      const { revision } = await api.put('/api/v1/micro-credentials/{id}', {
        path: { id },
        body: { ...written, parts: [...written.parts], revision: base.revision },
      });
      now.current.base = { revision, content: written };
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
  /** Somebody else has written: what they wrote is shown, and this text stays in the tab. */
  const meet = async (): Promise<void> => {
    const there = await queries.fetchQuery(writingQuery(id));
    now.current.conflict = true;
    setConflict({ revision: there.revision, content: microCredentialContent.parse(there.document.content) });
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
    const { content: typed, base } = now.current;
    keepDocument(id, sameContent(typed, base.content) ? null : { content: typed, revision: base.revision });
  };
  const put = (next: MicroCredentialContent): void => {
    now.current.content = next;
    setContent(next);
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
    content,
    keeping,
    refusal,
    restored: start.restored,
    conflict,
    change: (change) => put({ ...now.current.content, ...change }),
    settle: (whose) => {
      if (conflict === null) return;
      now.current.base = conflict;
      now.current.conflict = false;
      setConflict(null);
      setRefusal(null);
      put(whose === 'mine' ? now.current.content : conflict.content);
      void flush();
    },
    flush,
  };
}

/** Begins with what this tab kept, if it says something that the service does not. */
function startOf({ document, revision }: MicroCredentialWriting) {
  const content = microCredentialContent.parse(document.content);
  const base: Base = { revision, content };
  const kept = readKeptDocument(document.id);
  if (kept === null || sameContent(keepable(kept.content), content)) return { content, base, conflict: null, restored: false };
  if (kept.revision === revision) return { content: kept.content, base, conflict: null, restored: true };
  return { content: kept.content, base: { ...base, revision: kept.revision }, conflict: base, restored: false };
}
