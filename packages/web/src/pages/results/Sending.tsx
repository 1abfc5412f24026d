import { ApiError } from '@recognition/client';
import { useEffect, useRef, useState } from 'react';
import { queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { type Sending, type Upload, upload, UploadFailed } from '../../preview/upload.ts';

/** Sends a file and tells how it goes; while it does, leaving the page is asked about. */
export function useSending() {
  const { language } = useLanguage();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef<Upload | null>(null);
  const busy = sending !== null;
  useEffect(() => {
    if (!busy) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
  return {
    sending,
    failure,
    stop: () => running.current?.stop(),
    goOn: () => running.current?.goOn(),
    /** Answers the id of the import; null when it was stopped or refused. */
    send: async (name: string, content: () => Promise<Blob>, type: string): Promise<string | null> => {
      setFailure(null);
      setSending({ state: 'sending', sent: 0, total: 0, perSecond: 0 });
      try {
        const body = await content();
        const url = `/api/v1/results/imports?${new URLSearchParams({ dryRun: 'true', name: name.slice(0, 200) })}`;
        running.current = upload(url, body, type, () => sessionHeaders(language), setSending);
        return await running.current.done;
      } catch (problem) {
        setFailure(problem instanceof UploadFailed ? new ApiError(problem.status, problem.code, problem.message, {}) : problem);
        return null;
      } finally {
        running.current = null;
        setSending(null);
      }
    },
  };
}

interface SendingFileProps {
  readonly sending: Sending | null;
  readonly failure: unknown;
  readonly name: string;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
}

/** How a sending goes: how far, how fast, how long; or that it waits, for what, and that the file is kept. */
export function SendingFile({ sending, failure, name, onStop, onGoOn }: SendingFileProps) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  if (sending === null)
    return failure === null ? null : (
      <p className="say wrong top-2" role="alert">
        {trouble(failure)}
      </p>
    );
  const stop = (
    <button type="button" className="btn second slim" onClick={onStop}>
      {t('import.stop')}
    </button>
  );
  if (sending.state !== 'sending')
    return (
      <div className="say wrong top-2" role="alert">
        <span>{t(sending.state === 'waiting' ? 'sending.waiting' : 'sending.locked-out', { name })}</span>
        {sending.state === 'locked-out' ? (
          <a href={`/enter?lang=${language}`} target="_blank" rel="noreferrer">
            {t('sending.sign-in')}
          </a>
        ) : null}
        <button type="button" className="btn slim" onClick={onGoOn}>
          {t('sending.again')}
        </button>
        {stop}
      </div>
    );
  const { sent, total, perSecond } = sending;
  const percent = total === 0 ? 0 : Math.floor((sent / total) * 100);
  const left = perSecond > 0 ? Math.ceil((total - sent) / perSecond) : null;
  return (
    <section className="bar" aria-labelledby="sending">
      <div className="cap">
        <h2 className="h2" id="sending">
          {t(total === 0 ? 'sending.packing' : 'sending.title', { name, percent })}
        </h2>
        <p>
          {perSecond > 0 ? t('sending.rate', { rate: (perSecond / 1e6).toFixed(1) }) : ''}{' '}
          {left === null || left === 0 ? '' : t('import.seconds', { count: left })} {stop}
        </p>
      </div>
      <progress max={100} value={percent} aria-labelledby="sending">
        {percent}%
      </progress>
    </section>
  );
}

/** The headers that an upload needs at the moment it begins: the session may have been renewed in another tab. */
async function sessionHeaders(language: string): Promise<Readonly<Record<string, string>>> {
  const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
  return { 'accept-language': language, ...(session.csrfToken === null ? {} : { 'x-csrf-token': session.csrfToken }) };
}
