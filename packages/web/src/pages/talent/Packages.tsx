import type { PackageRequest } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { OpenPackage } from '../package/OpenPackage.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';

type Side = 'employer' | 'provider';

/** Requests for packages, the newest first: what is asked, what was said, and what this side can do. */
export function Packages({ items, side }: { readonly items: readonly PackageRequest[]; readonly side: Side }) {
  return (
    <ul className="requests">
      {items.map((request) => (
        <li key={request.id}>
          <Request request={request} side={side} />
        </li>
      ))}
    </ul>
  );
}

function Request({ request, side }: { readonly request: PackageRequest; readonly side: Side }) {
  const { t, language } = useLanguage();
  const ended = request.status === 'declined' || request.status === 'taken-back';
  const facts = [
    t('talent.people', { count: request.people }),
    ...(request.place === '' ? [] : [request.place]),
    ...(request.beginsBy === null ? [] : [t('talent.begins', { date: longDate(request.beginsBy, language) })]),
  ];
  return (
    <article aria-labelledby={`request-${request.id}`}>
      <h3 className="h3" id={`request-${request.id}`}>
        {request.title}
      </h3>
      <p className="muted">
        {t(side === 'employer' ? 'talent.asked-of' : 'talent.asked-by', {
          name: side === 'employer' ? request.provider.name : request.employer.name,
          date: longDate(dateOfInstant(request.askedAt), language),
        })}{' '}
        <b>{t(`talent.status.${request.status}`)}</b>
      </p>
      <p>{facts.join(' · ')}</p>
      {request.skills.length === 0 ? null : (
        <ul className="tags" aria-label={t('talent.skills')}>
          {request.skills.map((skill) => (
            <li key={skill.uri} lang={language === 'mi' && skill.mi === null ? 'en' : undefined}>
              {language === 'mi' && skill.mi !== null ? skill.mi : skill.en}
            </li>
          ))}
        </ul>
      )}
      <ol className="said">
        {request.said.map((line) => (
          <li key={`${line.at} ${line.kind} ${line.words}`} className={line.side === side ? 'own' : undefined}>
            <small className="muted">
              {t(`talent.said.${line.kind}`, { name: line.side === 'employer' ? request.employer.name : request.provider.name })},{' '}
              {longDate(dateOfInstant(line.at), language)}
            </small>
            <p>{line.words}</p>
          </li>
        ))}
      </ol>
      <OpenPackage request={request} side={side} />
      {ended ? null : <Answer request={request} side={side} />}
    </article>
  );
}

const STEPS = {
  employer: ['words', 'withdrawal'],
  provider: ['words', 'offer', 'refusal'],
} as const;

function Answer({ request, side }: { readonly request: PackageRequest; readonly side: Side }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [words, setWords] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (step: (typeof STEPS)[Side][number]): Promise<void> => {
    setBusy(true);
    setError(null);
    const given = { path: { id: request.id }, body: { words: words.trim() } };
    try {
      if (step === 'words') await api.post('/api/v1/packages/requests/{id}/words', given);
      else if (step === 'offer') await api.post('/api/v1/packages/requests/{id}/offer', given);
      else if (step === 'refusal') await api.post('/api/v1/packages/requests/{id}/refusal', given);
      else await api.post('/api/v1/packages/requests/{id}/withdrawal', given);
      setWords('');
      await queries.invalidateQueries({ queryKey: ['packages'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send('words');
      }}
    >
      <div className="field">
        <label htmlFor={`words-${request.id}`}>{t('talent.say')}</label>
        <textarea
          id={`words-${request.id}`}
          className="input"
          value={words}
          maxLength={4000}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="acts">
        {STEPS[side].map((step) => (
          <button
            key={step}
            type={step === 'words' ? 'submit' : 'button'}
            className={step === 'offer' ? 'btn slim' : step === 'words' ? 'btn second slim' : 'btn danger slim'}
            disabled={busy || words.trim() === ''}
            onClick={step === 'words' ? undefined : () => void send(step)}
          >
            {t(`talent.step.${step}`)}
          </button>
        ))}
      </div>
      {words.trim() === '' ? <p className="hint muted">{t('talent.say-first')}</p> : null}
    </form>
  );
}
