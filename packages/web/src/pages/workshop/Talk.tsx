import type { MicroCredentialWriting } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate, timeOfInstant } from '../../language/index.ts';
import { useAct } from '../../parts/use-act.ts';
import { pathName } from './parts.ts';
import { writingQuery } from './queries.ts';

/** What happened to it and what developer and stewards said of it, oldest first; all of it is kept. */
export function Talk({ writing }: { readonly writing: MicroCredentialWriting }) {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const { id } = writing.document;
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const said = text.trim().normalize('NFC');
    if (said === '') return;
    const done = await act(() =>
      api.post('/api/v1/micro-credentials/{id}/comments', { path: { id }, body: { text: said, path: null } }),
    );
    if (!done) return;
    setText('');
    await queries.invalidateQueries({ queryKey: writingQuery(id).queryKey });
  };
  return (
    <>
      <ol className="thread">
        {writing.events.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.note ?? ''}`} className={event.note === null ? 'step' : 'said'}>
            <p className="small muted">
              <b>{event.yours ? t('thread.you') : t(`thread.by.${event.by ?? 'operator'}`)}</b>{' '}
              {entry(language, `thread.${event.kind}`) ?? event.kind}
              {event.path === null ? '' : `: ${pathName(event.path, language)}`}
              <span>
                {longDate(dateOfInstant(event.at), language)}, {timeOfInstant(event.at)}
              </span>
            </p>
            {event.note === null ? null : <p className="measure">{event.note}</p>}
          </li>
        ))}
      </ol>
      <form
        className="say-form top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="field">
          <label htmlFor="comment">{t('thread.write')}</label>
          <span className="hint" id="comment-hint">
            {t('thread.write-hint')}
          </span>
          <textarea
            id="comment"
            className="input"
            aria-describedby="comment-hint"
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {wrong === null ? null : (
          <p className="say wrong" role="alert">
            {wrong}
          </p>
        )}
        <div className="acts">
          <button className="btn second" type="submit" disabled={busy || text.trim() === ''}>
            {t('thread.send')}
          </button>
        </div>
      </form>
    </>
  );
}
