import type { AwardView } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';

/** A suspended award waits for its learner: what they say is read by a person before anything is decided. */
export function AnswerFor({ award }: { readonly award: AwardView }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    setError(null);
    try {
      await api.post('/api/v1/awards/{id}/answer', { path: { id: award.id }, body: { text: text.trim() } });
      setSent(true);
      await queries.invalidateQueries({ queryKey: ['award', award.id] });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="sec" aria-labelledby="answer-for">
      <header>
        <h2 className="h2" id="answer-for">
          {t('answer.title')}
        </h2>
      </header>
      <p className="measure">
        {award.answerBy === null || award.answerBy === undefined
          ? t('answer.text')
          : t('answer.until', { date: longDate(award.answerBy, language) })}
      </p>
      {sent ? (
        <p className="say top-2" role="status">
          {t('answer.sent')}
        </p>
      ) : (
        <form
          className="top-2 measure"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <div className="field">
            <label htmlFor="answer">{t('answer.label')}</label>
            <textarea
              className="input"
              id="answer"
              required
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <div className="acts">
            <button className="btn" type="submit">
              {t('answer.send')}
            </button>
          </div>
          {error === null ? null : (
            <p className="say wrong top-2" role="alert">
              {trouble(error)} {t('claim.kept')}
            </p>
          )}
        </form>
      )}
    </section>
  );
}
