import type { Session } from '@recognition/client';
import { api, queries } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { entry } from '../language/index.ts';
import { useTrouble } from './Troubles.tsx';
import { useState } from 'react';

/** At the top of every page of somebody who acts for a learner: for whom, and the way back to themself, at once. */
export function ActingFor({ actsFor }: { readonly actsFor: NonNullable<Session['actsFor']> }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [error, setError] = useState<unknown>(null);
  const back = async (): Promise<void> => {
    try {
      await api.post('/api/v1/session/step-back', {});
      queries.clear();
      window.location.assign(`/account/acting?lang=${language}`);
    } catch (failure) {
      setError(failure);
    }
  };
  const authority = entry(language, `authority.${actsFor.authority}`) ?? actsFor.authority;
  return (
    <aside className="acting" aria-label={t('acting.for')}>
      <p>{t('acting.banner', { learner: actsFor.learner, authority })}</p>
      <button type="button" className="btn slim" onClick={() => void back()}>
        {t('acting.back')}
      </button>
      {error === null ? null : <p role="alert">{trouble(error)}</p>}
    </aside>
  );
}
