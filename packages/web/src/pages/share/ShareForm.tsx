import { ApiError, type LearnerRecord } from '@recognition/client';
import { useRef, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { Choose } from './Choose.tsx';
import type { Draft, DraftStore } from './draft.ts';
import { Preview } from './Preview.tsx';
import { SkillsShown } from './SkillsShown.tsx';
import { Terms } from './Terms.tsx';

interface ShareFormProps {
  readonly record: LearnerRecord;
  readonly store: DraftStore;
  readonly hasPin: boolean;
  readonly go: string;
  /** Sends it. The same `key` again is the same request. */
  readonly send: (draft: Draft, key: string) => Promise<void>;
  /** Where a sign-in comes back to. */
  readonly here: string;
  /** When another window was faster. */
  readonly onStale?: () => void;
}

/** The whole of a link on one page, with what they will see beside it. What was typed survives a failure, a reload and a sign-in. */
export function ShareForm({ record, store, hasPin, go, send, here, onStale }: ShareFormProps) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef({ body: '', key: '' });
  const { draft } = store;
  const empty = draft.achievements.length + draft.awards.length === 0;
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const body = JSON.stringify(draft);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    try {
      await send(draft, attempt.current.key);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const signedOut = error instanceof ApiError && (error.status === 401 || error.code === 'csrf-refused');
  const stale = error instanceof ApiError && error.code === 'share-changed';
  return (
    <form
      className="sharing"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <Choose record={record} store={store} />
        <SkillsShown store={store} />
        <Terms store={store} today={record.asOf} hasPin={hasPin} />
        <div className="acts">
          <button className="btn" type="submit" disabled={busy || empty}>
            {go}
          </button>
          {empty ? <p className="muted">{t('share.choose-first')}</p> : null}
        </div>
        {error === null ? null : (
          <div className="say wrong top-2" role="alert">
            <span>{signedOut ? t('share.signed-out') : trouble(error)}</span>
            {signedOut ? <a href={`/sign-in?return=${encodeURIComponent(here)}&lang=${language}`}>{t('nav.sign-in')}</a> : null}
            {stale && onStale !== undefined ? (
              <button type="button" className="link" onClick={onStale}>
                {t('share.see-changed')}
              </button>
            ) : null}
          </div>
        )}
      </div>
      <Preview draft={draft} />
    </form>
  );
}
