import { ApiError, type OutcomeWriting } from '@recognition/client';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';

const CATEGORIES = ['A', 'B', 'C', 'D'] as const;
type Category = (typeof CATEGORIES)[number];

/** The outcome of a review, by NZQA's categories: a new version, a replacement under a new code, or an end without one. */
export function Replace({ writing }: { readonly writing: OutcomeWriting }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const { id, version } = writing.outcome;
  const [category, setCategory] = useState<Category>('B');
  const [code, setCode] = useState('');
  const [number, setNumber] = useState('');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const go = async (): Promise<void> => {
    setSending(true);
    setFailure(null);
    try {
      if (category === 'D') {
        await api.post('/api/v1/outcomes/{id}/expiry-request', {
          path: { id },
          body: { lastAssessment: until, note: note.trim() },
        });
        await queries.invalidateQueries({ queryKey: ['outcomes'] });
      } else {
        const body =
          category === 'C'
            ? { category, code: code.trim() }
            : { category, ...(version === null && number !== '' ? { version: Number(number) } : {}) };
        const made = await api.post('/api/v1/outcomes/{id}/versions', { path: { id }, body });
        await queries.invalidateQueries({ queryKey: ['outcomes', 'worklist'] });
        await navigate({ to: '/outcomes/$id', params: { id: made.id } });
      }
    } catch (error) {
      const begun = error instanceof ApiError && error.code === 'version-begun' ? error.problem['id'] : null;
      if (typeof begun === 'string') await navigate({ to: '/outcomes/$id', params: { id: begun } });
      else setFailure(error);
    }
    setSending(false);
  };
  const whole =
    category === 'C'
      ? /^[A-Za-z0-9._:-]{1,56}$/.test(code.trim())
      : category === 'D'
        ? until !== '' && note.trim() !== ''
        : version !== null || /^[1-9]\d{0,6}$/.test(number);
  return (
    <form
      className="replace"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) void go();
      }}
    >
      <fieldset className="part">
        <legend className="h2">{t('replace.title')}</legend>
        <p className="hint">{t('replace.hint')}</p>
        {CATEGORIES.map((one) => (
          <div key={one} className="option">
            <input
              id={`category-${one}`}
              className="choice"
              type="radio"
              name="category"
              aria-describedby={`category-${one}-text`}
              checked={category === one}
              onChange={() => setCategory(one)}
            />
            <span>
              <label htmlFor={`category-${one}`}>{t(`replace.${one}`)}</label>
              <small id={`category-${one}-text`}>{t(`replace.${one}-text`)}</small>
            </span>
          </div>
        ))}
      </fieldset>
      {category === 'C' ? (
        <div className="field">
          <label htmlFor="new-code">{t('author.code')}</label>
          <span className="hint" id="new-code-hint">
            {t('author.code-hint')}
          </span>
          <input
            id="new-code"
            className="input"
            autoComplete="off"
            aria-describedby="new-code-hint"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
      ) : null}
      {(category === 'A' || category === 'B') && version === null ? (
        <div className="field">
          <label htmlFor="new-version">{t('replace.version')}</label>
          <span className="hint">{t('replace.version-hint')}</span>
          <input
            id="new-version"
            className="input"
            inputMode="numeric"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
      ) : null}
      {category === 'D' ? (
        <>
          <div className="field">
            <label htmlFor="until">{t('replace.until')}</label>
            <span className="hint">{t('replace.until-hint')}</span>
            <input id="until" className="input" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="why">{t('replace.why')}</label>
            <textarea
              id="why"
              className="input"
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        </>
      ) : (
        <p className="muted">{t('replace.transition')}</p>
      )}
      {failure === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(failure)}
        </p>
      )}
      <div className="acts">
        <button className="btn" type="submit" disabled={!whole || sending}>
          {t(category === 'D' ? 'replace.ask' : 'replace.begin')}
        </button>
      </div>
    </form>
  );
}
