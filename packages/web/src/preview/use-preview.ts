import type { CodeFacts, Column } from '@recognition/recognition/results';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import type { Counted, ProblemRow } from './count.ts';
import { guessColumns, missingColumns } from './guess-columns.ts';
import type { MendId } from './mends.ts';
import type { SheetNotes, UnreadableFile } from './read-file.ts';
import type { Opened, Question, Said } from './worker.ts';

/** How a file stands before it is sent: what it is, how its columns are read, what is wrong in it. */
export interface Preview {
  readonly file: File | null;
  readonly opened: Opened | null;
  readonly mapping: readonly (Column | null)[];
  readonly missing: readonly Column[];
  readonly mends: readonly MendId[];
  /** How far the reading is, from 0 to 1; null when nothing is read at the moment. */
  readonly part: number | null;
  readonly rowsRead: number;
  readonly counted: Counted | null;
  readonly notes: SheetNotes | null;
  /** Why the file cannot be previewed. */
  readonly fault: UnreadableFile['code'] | null;
  readonly listed: { readonly code: string; readonly rows: readonly ProblemRow[] } | null;
}

const NOTHING: Preview = {
  file: null,
  opened: null,
  mapping: [],
  missing: [],
  mends: [],
  part: null,
  rowsRead: 0,
  counted: null,
  notes: null,
  fault: null,
  listed: null,
};

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date());

export interface Remembered {
  readonly columns: Readonly<Record<string, string | null>>;
  readonly dateOrder: 'dmy' | 'mdy' | null;
}

/**
 * Reads a file in a worker and counts what is wrong in it: first by the file alone, then again with what the catalogue knows of its
 * codes. `remembered` is how this provider's columns were read before.
 */
export function usePreview(remembered: Remembered) {
  const [preview, setPreview] = useState<Preview>(NOTHING);
  const worker = useRef<Worker | null>(null);
  const facts = useRef<readonly CodeFacts[]>([]);
  const converted = useRef<((blob: Blob) => void) | null>(null);
  // What was asked last: an answer may come before the page has drawn what it answers.
  const asked = useRef<{ readonly mapping: Preview['mapping']; readonly mends: Preview['mends'] }>({ mapping: [], mends: [] });

  const ask = useCallback((question: Question) => worker.current?.postMessage(question), []);
  const count = useCallback(
    (mapping: readonly (Column | null)[], mends: readonly MendId[]) => {
      asked.current = { mapping, mends };
      const missing = missingColumns(mapping);
      setPreview((now) => ({ ...now, mapping, mends, missing, listed: null, part: missing.length === 0 ? 0 : null }));
      if (missing.length === 0) ask({ ask: 'count', mapping, mends, facts: facts.current, today: today() });
    },
    [ask],
  );

  const learn = useCallback(async (codes: readonly string[], again: () => void): Promise<void> => {
    const known = new Set(facts.current.map(({ code }) => code));
    const fresh = codes.filter((code) => !known.has(code) && code.length <= 200);
    if (fresh.length === 0) return;
    try {
      const { items } = await api.post('/api/v1/results/catalogue-facts', { body: { codes: fresh } });
      facts.current = [...facts.current, ...items];
      again();
    } catch {
      // Without the catalogue the file is still checked by itself; the service checks all of it.
    }
  }, []);

  const onSaid = useCallback(
    (said: Said) => {
      switch (said.said) {
        case 'opened': {
          const { opened } = said;
          const guessed = guessColumns(opened.header, opened.samples, remembered.columns);
          setPreview((now) => ({ ...now, opened, part: null }));
          const first: readonly MendId[] = remembered.dateOrder === null ? [] : [`dates-${remembered.dateOrder}`];
          count(guessed, first);
          return;
        }
        case 'progress':
          setPreview((now) => ({ ...now, part: said.part, rowsRead: said.rows }));
          return;
        case 'counted':
          setPreview((now) => ({ ...now, counted: said.counted, notes: said.notes, part: null, rowsRead: said.counted.rows }));
          void learn(said.counted.codes, () => count(asked.current.mapping, asked.current.mends));
          return;
        case 'listed':
          setPreview((now) => ({ ...now, listed: said }));
          return;
        case 'converted':
          converted.current?.(said.blob);
          setPreview((now) => ({ ...now, part: null }));
          return;
        case 'failed':
          setPreview((now) => ({ ...now, fault: said.code, part: null }));
      }
    },
    [count, learn, remembered],
  );

  const { mapping, mends } = preview;
  const hear = useRef<(said: Said) => void>(() => undefined);
  useEffect(() => {
    hear.current = onSaid;
  }, [onSaid]);
  useEffect(() => () => worker.current?.terminate(), []);

  return {
    preview,
    /** Begins with another file, or another sheet of it. */
    open: (file: File, sheet: string | null = null) => {
      worker.current?.terminate();
      worker.current = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.current.addEventListener('message', ({ data }: MessageEvent<Said>) => hear.current(data));
      facts.current = [];
      setPreview({ ...NOTHING, file, part: 0 });
      ask({ ask: 'open', file, sheet });
    },
    remap: (at: number, column: Column | null) =>
      count(
        mapping.map((before, place) => (place === at ? column : before === column ? null : before)),
        mends,
      ),
    accept: (id: MendId) => count(mapping, [...mends, id]),
    undo: (id: MendId) =>
      count(
        mapping,
        mends.filter((one) => one !== id),
      ),
    list: (code: string) => ask({ ask: 'list', code }),
    unlist: () => setPreview((now) => ({ ...now, listed: null })),
    forget: () => {
      worker.current?.terminate();
      worker.current = null;
      setPreview(NOTHING);
    },
    /** The file as it is sent: mapped, mended, packed. */
    convert: async (): Promise<Blob> =>
      new Promise((done) => {
        converted.current = done;
        setPreview((now) => ({ ...now, part: 0 }));
        ask({ ask: 'convert', mapping, mends, facts: facts.current });
      }),
  };
}
