import { ApiError, type CoursePackage } from '@recognition/client';
import { useEffect, useRef, useState } from 'react';
import { api, queries } from '../../api.ts';
import { coursePackageQuery } from './queries.ts';
import type { Content } from './model.ts';

const PAUSE_MS = 900;

export type Keeping = 'kept' | 'typing' | 'sending' | 'conflict' | 'refused';
type Draft = NonNullable<CoursePackage['draft']>;

export interface Writing {
  readonly content: Content;
  readonly keeping: Keeping;
  /** What a colleague wrote meanwhile. */
  readonly theirs: Draft | null;
  readonly error: unknown;
  readonly change: (next: Content) => void;
  /** Ends a conflict with these words. */
  readonly settle: (next: Content) => void;
  /** Keeps what is not kept yet; the revision that is kept then, or null when it was not. */
  readonly flush: () => Promise<number | null>;
}

/** A package as it is written: kept in this tab at every change and by the service at every pause. */
export function useWriting(id: string, draft: Draft): Writing {
  const place = `package:${id}`;
  const [content, setContent] = useState<Content>(() => keptIn(place, draft.revision) ?? draft.content);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [theirs, setTheirs] = useState<Draft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const now = useRef({ content, kept: draft.content, revision: draft.revision });
  const timer = useRef<number | undefined>(undefined);
  const busy = useRef<Promise<unknown>>(Promise.resolve());

  const send = async (): Promise<number | null> => {
    const { content: sent, kept, revision } = now.current;
    if (sent === kept) return revision;
    setKeeping('sending');
    setError(null);
    try {
      const view = await api.put('/api/v1/packages/{id}/draft', { path: { id }, body: { content: sent, revision } });
      now.current = { ...now.current, kept: sent, revision: view.draft?.revision ?? revision + 1 };
      if (now.current.content === sent) sessionStorage.removeItem(place);
      setKeeping(now.current.content === sent ? 'kept' : 'typing');
      queries.setQueryData(coursePackageQuery(id).queryKey, view);
      return now.current.revision;
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'package-draft-changed') {
        setTheirs((await api.get('/api/v1/packages/{id}', { path: { id } }).catch(() => null))?.draft ?? null);
        setKeeping('conflict');
      } else {
        setError(failure);
        setKeeping('refused');
      }
      return null;
    }
  };
  const flush = async (): Promise<number | null> => {
    window.clearTimeout(timer.current);
    await busy.current;
    const sending = send();
    busy.current = sending;
    return sending;
  };
  const put = (next: Content): void => {
    now.current = { ...now.current, content: next };
    setContent(next);
    sessionStorage.setItem(place, JSON.stringify({ revision: now.current.revision, content: next }));
    setKeeping('typing');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
  };
  useEffect(() => {
    // What this tab had not sent before a reload goes now.
    if (now.current.content !== now.current.kept) put(now.current.content);
    return () => window.clearTimeout(timer.current);
    // Once, when the page comes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return {
    content,
    keeping,
    theirs,
    error,
    change: put,
    settle: (next) => {
      if (theirs !== null) now.current = { ...now.current, revision: theirs.revision, kept: theirs.content };
      setTheirs(null);
      put(next);
    },
    flush,
  };
}

/** What this tab wrote on top of the same revision: it was written by this page, so its form is known. */
function keptIn(place: string, revision: number): Content | null {
  const kept = sessionStorage.getItem(place);
  if (kept === null) return null;
  const read: { readonly revision: number; readonly content: Content } = JSON.parse(kept);
  return read.revision === revision ? read.content : null;
}
