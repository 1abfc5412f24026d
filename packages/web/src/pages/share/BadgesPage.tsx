import type { HeldBadges } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { badgesQuery } from './queries.ts';
import { SharingNav } from './SharingNav.tsx';

type Badge = HeldBadges['items'][number];

/** What the learner holds of other issuers, and the way to bring more from another host. */
export function BadgesPage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(badgesQuery);
  useTitle(t('badges.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const count = data.items.length;
  return (
    <>
      <SharingNav />
      <h1 className="display">{count === 0 ? t('badges.empty') : t('badges.headline', { count })}</h1>
      <p className="lead top-2">{t('badges.lead')}</p>
      <Brought />
      {count === 0 ? null : (
        <section className="sec">
          <header>
            <h2 className="h2">{t('badges.title')}</h2>
          </header>
          <ul className="consents">
            {data.items.map((badge) => (
              <One key={badge.id} badge={badge} />
            ))}
          </ul>
        </section>
      )}
      <Bring />
    </>
  );
}

const CAME = ['new', 'replaced', 'unchanged', 'refused'] as const;

/** What came of a visit that has just ended. */
function Brought() {
  const { t, language } = useLanguage();
  const search = useSearch({ from: '/record/badges' });
  if (search.trouble !== undefined)
    return (
      <p className="say wrong top-2" role="alert">
        {entry(language, `trouble.${search.trouble}`) ?? t('trouble.unknown')}
      </p>
    );
  const said = CAME.flatMap((came) => {
    const count = search[came];
    return count === undefined ? [] : [t(`badges.came-${came}`, { count })];
  });
  const all = search.none === undefined ? said : [t('badges.came-none')];
  return all.length === 0 ? null : (
    <p className="say top-2" role="status">
      {all.join(' ')}
    </p>
  );
}

function One({ badge }: { readonly badge: Badge }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const remove = async (): Promise<void> => {
    setError(null);
    try {
      await api.delete('/api/v1/learners/me/badges/{id}', { path: { id: badge.id } });
      await queries.invalidateQueries({ queryKey: ['badges'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const date = badge.from === null ? '' : longDate(dateOfInstant(badge.from), language);
  return (
    <li>
      <div className="one">
        <div>
          <h3>
            <Name>{badge.name}</Name>
          </h3>
          <p>{t(badge.from === null ? 'badges.from-undated' : 'badges.from', { date, issuer: badge.issuer })}</p>
          <p className="small muted">
            {t('badges.received', { date: longDate(dateOfInstant(badge.receivedAt), language), source: badge.source })}.{' '}
            {t(`badges.verified.${badge.verification.answer}`)}.
            {badge.whose === null ? '' : ` ${t(`badges.whose.${badge.whose}`)}`}
          </p>
        </div>
        <button type="button" className="btn danger slim" onClick={() => void remove()}>
          {t('badges.remove')}
          <span className="unseen"> {badge.name}</span>
        </button>
      </div>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
    </li>
  );
}

/** Sends the learner to another host, to agree there. */
function Bring() {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const id = useId();
  const [host, setHost] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { location } = await api.post('/api/v1/learners/me/badges/visits', { body: { host } });
      globalThis.location.assign(location);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <form
      className="sec"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <header>
        <h2 className="h2" id={`${id}-title`}>
          {t('badges.add')}
        </h2>
      </header>
      <p className="muted measure">{t('badges.add-lead')}</p>
      <div className="field narrow top-2">
        <label htmlFor={`${id}-host`}>{t('badges.address')}</label>
        <span className="hint" id={`${id}-hint`}>
          {t('badges.add-hint')}
        </span>
        <input
          className="input"
          id={`${id}-host`}
          type="text"
          inputMode="url"
          autoComplete="url"
          required
          maxLength={500}
          value={host}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setHost(event.target.value)}
        />
      </div>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn" disabled={busy}>
          {t('badges.go')}
        </button>
      </div>
    </form>
  );
}
