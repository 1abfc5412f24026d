import { ApiError } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';

const SCOPES = ['results:write', 'results:read', 'record:read', 'catalogue:read'] as const;
type Scope = (typeof SCOPES)[number];
const CLIENTS = '/api/v1/organisations/{id}/clients';

interface Shown {
  readonly id: string;
  readonly secret: string;
}

/** The keys of the provider's own systems: made, changed and ended by its administrators. A secret is shown once. */
export function SystemsPage() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { data: session } = useQuery(sessionQuery);
  const organisation = session?.organisation?.id ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['clients', organisation],
    queryFn: () => {
      // Who is here for no organisation has no systems: said at once, not waited for.
      if (organisation === '') throw new ApiError(403, 'not-your-door', '', {});
      return api.get(CLIENTS, { path: { id: organisation } });
    },
    enabled: session !== undefined,
    staleTime: 0,
  });
  const [shown, setShown] = useState<Shown | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['results:write', 'results:read']);
  useTitle(t('systems.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;

  const act = async (what: () => Promise<Shown | null>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setEnded(null);
    try {
      setShown(await what());
      setAsked(null);
      await queries.invalidateQueries({ queryKey: ['clients', organisation] });
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  const make = (): Promise<void> =>
    act(async () => {
      const made = await api.post(CLIENTS, { path: { id: organisation }, body: { name: name.trim(), scopes: [...scopes] } });
      setName('');
      return made;
    });
  const rotate = (client: string): Promise<void> =>
    act(async () => api.post(`${CLIENTS}/{client}/rotation`, { path: { id: organisation, client } }));
  const revoke = (client: string, its: string): Promise<void> =>
    act(async () => {
      await api.delete(`${CLIENTS}/{client}`, { path: { id: organisation, client } });
      setEnded(t('systems.ended', { name: its }));
      return null;
    });
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('results.title')}</Link>
      </p>
      <h1 className="display">{t('systems.title')}</h1>
      <p className="lead top-2">{t('systems.lead')}</p>
      {shown === null ? null : (
        <section className="say wait top-2" role="status">
          <div>
            <h2 className="h3">{t('systems.once')}</h2>
            <dl>
              <dt>client_id</dt>
              <dd className="secret">{shown.id}</dd>
              <dt>client_secret</dt>
              <dd className="secret">{shown.secret}</dd>
            </dl>
            <p className="small">{t('systems.once-text')}</p>
          </div>
        </section>
      )}
      {ended === null ? null : (
        <p className="say top-2" role="status">
          {ended}
        </p>
      )}
      {failure === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(failure)}
        </p>
      )}
      <section className="sec" aria-labelledby="systems">
        <header>
          <h2 className="h2" id="systems">
            {t('systems.list')}
          </h2>
        </header>
        {data.items.length === 0 ? <p className="muted">{t('systems.none')}</p> : null}
        <ul className="list-plain ruled">
          {data.items.map((client) => (
            <li key={client.id}>
              <b>{client.name}</b> <span className="small muted">{client.id}</span>
              <p className="small">
                {client.scopes.map((scope) => t(scopeName(scope))).join(', ')}.{' '}
                {t('systems.made', { date: shortDate(dateOfInstant(client.madeAt), language) })}{' '}
                {client.usedAt === null
                  ? t('systems.unused')
                  : t('systems.used', { date: shortDate(dateOfInstant(client.usedAt), language) })}
              </p>
              {asked === client.id ? (
                <div className="acts">
                  <span className="measure">{t('systems.sure', { name: client.name })}</span>
                  <button
                    type="button"
                    className="btn danger slim"
                    disabled={busy}
                    onClick={() => void revoke(client.id, client.name)}
                  >
                    {t('systems.end')}
                  </button>
                  <button type="button" className="btn second slim" onClick={() => setAsked(null)}>
                    {t('systems.keep')}
                  </button>
                </div>
              ) : (
                <div className="acts">
                  <button
                    type="button"
                    className="btn second slim"
                    disabled={busy}
                    aria-label={t('systems.rotate-of', { name: client.name })}
                    onClick={() => void rotate(client.id)}
                  >
                    {t('systems.rotate')}
                  </button>
                  <button
                    type="button"
                    className="btn second slim"
                    disabled={busy}
                    aria-label={t('systems.end-of', { name: client.name })}
                    onClick={() => setAsked(client.id)}
                  >
                    {t('systems.end')}
                  </button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="sec" aria-labelledby="make">
        <header>
          <h2 className="h2" id="make">
            {t('systems.make')}
          </h2>
        </header>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <div className="field">
            <label htmlFor="system-name">{t('systems.name')}</label>
            <input
              className="input"
              id="system-name"
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </div>
          <fieldset className="top-2">
            <legend className="h3">{t('systems.may')}</legend>
            {SCOPES.map((scope) => (
              <label className="tick" key={scope}>
                <input
                  type="checkbox"
                  checked={scopes.includes(scope)}
                  onChange={(event) =>
                    setScopes(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                  }
                />
                {t(scopeName(scope))}
              </label>
            ))}
          </fieldset>
          <div className="acts">
            <button type="submit" className="btn" disabled={busy || scopes.length === 0}>
              {t('systems.make')}
            </button>
            <a href="/api/docs">{t('site.api')}</a>
          </div>
        </form>
      </section>
    </>
  );
}

const NAMES = {
  'results:write': 'systems.scope.results-write',
  'results:read': 'systems.scope.results-read',
  'record:read': 'systems.scope.record-read',
  'catalogue:read': 'systems.scope.catalogue-read',
  other: 'systems.scope.other',
} as const;

function scopeName(scope: string): (typeof NAMES)[keyof typeof NAMES] {
  return NAMES[SCOPES.find((one) => one === scope) ?? 'other'];
}
