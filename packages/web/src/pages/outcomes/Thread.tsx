import type { OutcomeWriting } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate, timeOfInstant } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import { pathName } from './part-name.ts';
import { writingQuery } from './queries.ts';

const PATHS = ['name', 'credits', 'level', 'field', 'assessments', 'theory', 'practice', 'skills'] as const;

/** What happened to a definition and what developer and stewards said of it, oldest first; all of it is kept. */
export function Thread({ writing }: { readonly writing: OutcomeWriting }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { id } = writing.outcome;
  const [text, setText] = useState('');
  const [path, setPath] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    setSending(true);
    setFailure(null);
    try {
      await api.post('/api/v1/outcomes/{id}/comments', {
        path: { id },
        body: { text: text.trim().normalize('NFC'), path: path === '' ? null : path },
      });
      setText('');
      setPath('');
      await queries.invalidateQueries({ queryKey: writingQuery(id).queryKey });
    } catch (error) {
      setFailure(error);
    }
    setSending(false);
  };
  return (
    <>
      <ol className="thread">
        {writing.events.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.note ?? ''}`} className={event.note === null ? 'step' : 'said'}>
            <p className="small muted">
              <b>{event.yours ? t('thread.you') : t(`thread.by.${event.by ?? 'operator'}`)}</b>{' '}
              {entry(language, `thread.${event.kind}`) ?? event.kind}
              {event.path === null ? '' : `: ${pathName(event.path, t)}`}
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
        <div className="field">
          <label htmlFor="comment-path">{t('thread.about')}</label>
          <select id="comment-path" className="input" value={path} onChange={(event) => setPath(event.target.value)}>
            <option value="">{t('thread.whole')}</option>
            {PATHS.map((one) => (
              <option key={one} value={one}>
                {pathName(one, t)}
              </option>
            ))}
          </select>
        </div>
        {failure === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(failure)}
          </p>
        )}
        <div className="acts">
          <button className="btn second" type="submit" disabled={sending || text.trim() === ''}>
            {t('thread.send')}
          </button>
        </div>
      </form>
    </>
  );
}
