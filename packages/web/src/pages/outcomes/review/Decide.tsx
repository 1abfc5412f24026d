import type { OutcomeWriting } from '@recognition/client';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { longDate } from '../../../language/index.ts';
import { useTrouble } from '../../../parts/Troubles.tsx';
import { today } from '../today.ts';

/** Returns a definition with a comment, or approves it; the same for an expiry that was asked for. Two people stand behind a publication. */
export function Decide({ writing }: { readonly writing: OutcomeWriting }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const { outcome, submittedAt, expiryAsked, revision } = writing;
  const { id } = outcome;
  const [note, setNote] = useState('');
  const [from, setFrom] = useState(today());
  const [until, setUntil] = useState(writing.previousUntil ?? expiryAsked ?? '');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (submittedAt === null && expiryAsked === null) return <p className="say top-2">{t('review.settled')}</p>;
  const expiry = submittedAt === null;
  const said = note.trim().normalize('NFC');
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setSending(true);
    setFailure(null);
    try {
      await act();
      await queries.invalidateQueries({ queryKey: ['outcomes'] });
      await navigate({ to: '/outcomes/review' });
    } catch (error) {
      setFailure(error);
      setSending(false);
    }
  };
  const approve = (): Promise<unknown> =>
    expiry
      ? api.post('/api/v1/outcomes/{id}/expiry', {
          path: { id },
          body: { lastAssessment: until, ...(said === '' ? {} : { note: said }) },
        })
      : api.post('/api/v1/outcomes/{id}/publication', {
          path: { id },
          body: {
            from,
            revision,
            ...(until === '' ? {} : { previousUntil: until }),
            ...(said === '' ? {} : { note: said }),
          },
        });
  const decline = (): Promise<unknown> =>
    expiry
      ? api.post('/api/v1/outcomes/{id}/expiry-request/refusal', { path: { id }, body: { note: said } })
      : api.post('/api/v1/outcomes/{id}/return', { path: { id }, body: { note: said } });
  return (
    <section className="decide" aria-labelledby="decide">
      <h2 className="h2" id="decide">
        {expiry ? t('review.decide-expiry', { date: longDate(expiryAsked ?? '', language) }) : t('review.decide')}
      </h2>
      {writing.own ? <p className="say wait">{t('review.own-text')}</p> : null}
      <div className="field">
        <label htmlFor="note">{t('review.note')}</label>
        <span className="hint" id="note-hint">
          {t('review.note-hint')}
        </span>
        <textarea
          id="note"
          className="input"
          maxLength={2000}
          aria-describedby="note-hint"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="pair">
        {expiry ? null : (
          <div className="field">
            <label htmlFor="from">{t('review.from')}</label>
            <input id="from" className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
        )}
        {expiry || outcome.replaces !== null ? (
          <div className="field">
            <label htmlFor="until">{t(expiry ? 'replace.until' : 'author.previous-until')}</label>
            <input
              id="until"
              className="input"
              type="date"
              aria-describedby="until-hint"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
            <span className="hint" id="until-hint">
              {expiry ? '' : t('review.until-hint')}
            </span>
          </div>
        ) : null}
      </div>
      {failure === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(failure)}
        </p>
      )}
      <div className="acts">
        <button
          className="btn"
          type="button"
          disabled={sending || writing.own || (expiry && until === '')}
          onClick={() => void run(approve)}
        >
          {t(expiry ? 'review.agree' : 'review.approve')}
        </button>
        <button className="btn second" type="button" disabled={sending || said === ''} onClick={() => void run(decline)}>
          {t(expiry ? 'review.decline' : 'review.return')}
        </button>
        <span className="small muted">{said === '' ? t('review.say-why') : ''}</span>
      </div>
    </section>
  );
}
