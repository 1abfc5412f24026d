import type { BasketRequest } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { whenOf, whereOf } from '../catalogue/offering-line.ts';
import { basketsQuery } from './queries.ts';

/** Baskets that visitors sent: what they would like to learn, and how to reach them. */
export function BasketsPage() {
  const { t } = useLanguage();
  const [state, setState] = useState<'open' | 'all'>('open');
  const { data, error, refetch } = useQuery(basketsQuery(state));
  useTitle(t('offering.baskets'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/results/offerings">{t('offering.title')}</Link>
      </p>
      <h1 className="display">{t('offering.baskets')}</h1>
      <p className="lead top-2">{t(data.items.length === 0 ? 'offering.baskets-none' : 'offering.baskets-lead')}</p>
      <p>
        <button type="button" className="link" onClick={() => setState(state === 'open' ? 'all' : 'open')}>
          {t(state === 'open' ? 'offering.show-all' : 'offering.show-open')}
        </button>
      </p>
      <ul className="requests">
        {data.items.map((one) => (
          <li key={one.id}>
            <Request one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Request({ one }: { readonly one: BasketRequest }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [note, setNote] = useState(one.note);
  const [error, setError] = useState<unknown>(null);
  const settle = async (status: BasketRequest['status']): Promise<void> => {
    setError(null);
    try {
      await api.put('/api/v1/providers/me/baskets/{id}', { path: { id: one.id }, body: { status, note } });
      await queries.invalidateQueries({ queryKey: ['sent-baskets'] });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <article aria-labelledby={`basket-${one.id}`}>
      <h2 className="h3" id={`basket-${one.id}`}>
        {one.name}
      </h2>
      <p className="muted">
        {longDate(dateOfInstant(one.askedAt), language)}, <b>{one.contact}</b>, {t(`offering.asked.${one.status}`)}
      </p>
      <ul className="dots">
        {one.items.map(({ outcome, code, name, offering }) => (
          <li key={outcome}>
            {name === null ? outcome : <Name>{name}</Name>}
            {code === null ? '' : ` (${code})`}
            {offering === null
              ? ''
              : `: ${offering.provider.name}, ${whereOf(offering, language, t)}, ${whenOf(offering, language, t)}`}
          </li>
        ))}
      </ul>
      {one.words === '' ? null : <p className="asked-words">{one.words}</p>}
      <div className="field">
        <label htmlFor={`note-${one.id}`}>{t('offering.note')}</label>
        <input
          id={`note-${one.id}`}
          className="input"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="acts">
        {one.status === 'open' ? (
          <>
            <button type="button" className="btn slim" onClick={() => void settle('answered')}>
              {t('offering.answered')}
            </button>
            <button type="button" className="btn second slim" onClick={() => void settle('closed')}>
              {t('offering.close')}
            </button>
          </>
        ) : (
          <button type="button" className="btn second slim" onClick={() => void settle('open')}>
            {t('offering.open-again')}
          </button>
        )}
      </div>
    </article>
  );
}
