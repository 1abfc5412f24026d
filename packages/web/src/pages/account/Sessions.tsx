import { useQuery } from '@tanstack/react-query';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, timeOfInstant } from '../../language/index.ts';
import { Waiting } from '../../parts/Troubles.tsx';
import { sessionsQuery } from './facts.ts';
import { Part } from './parts.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Where I am signed in; one or all others ended at once. */
export function Sessions() {
  const { t, language } = useLanguage();
  const { data } = useQuery(sessionsQuery);
  const { busy, wrong, act } = useAct();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['account', 'sessions'] });
  const end = (id: string): Promise<boolean> =>
    act(async () => {
      await api.delete('/api/v1/account/sessions/{id}', { path: { id: Number(id) } });
      await refresh();
    });
  const endOthers = (): Promise<boolean> =>
    act(async () => {
      await api.post('/api/v1/account/sessions/end-others');
      await refresh();
    });
  const others = data?.items.some((one) => !one.current) === true;
  return (
    <Part
      title={t('sessions.title')}
      aside={
        others ? (
          <button className="link" type="button" disabled={busy} onClick={() => void endOthers()}>
            {t('sessions.end-others')}
          </button>
        ) : null
      }
    >
      {data === undefined ? <Waiting /> : null}
      <ul className="lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.device === '' ? t('sessions.unknown') : one.device}</b>
              <span className="muted">
                {' '}
                {t('sessions.since', {
                  date: longDate(dateOfInstant(one.since), language),
                  how: t(one.method === 'passkey' ? 'sessions.by-passkey' : 'sessions.by-issuer'),
                })}{' '}
                {one.organisation === null ? '' : `${t('sessions.for', { name: one.organisation })} `}
                {one.current
                  ? ''
                  : t('sessions.used', {
                      date: longDate(dateOfInstant(one.lastUsed), language),
                      time: timeOfInstant(one.lastUsed),
                    })}
              </span>
            </span>
            {one.current ? (
              <span className="muted">{t('sessions.here')}</span>
            ) : (
              <button
                className="btn second slim"
                type="button"
                disabled={busy}
                aria-label={t('sessions.end-named', { device: one.device })}
                onClick={() => void end(one.id)}
              >
                {t('sessions.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="small muted top-2">{t('sessions.note')}</p>
      <Wrong words={wrong} />
    </Part>
  );
}
