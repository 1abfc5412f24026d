import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { queries, sessionQuery } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { Trouble, Waiting } from '../parts/Troubles.tsx';
import { useTitle } from '../parts/use-title.ts';
import { enterByPasskey, passkeysWork } from './account/passkey.ts';
import { useAct } from '../parts/use-act.ts';
import { Wrong } from '../parts/Wrong.tsx';

/** Signs in: through the issuer of this service, and in the demonstration as one of its people by one click. */
export function SignInPage() {
  const { t, language } = useLanguage();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const { return: back } = useSearch({ from: '/enter' });
  const after = back === undefined ? '' : `&return=${encodeURIComponent(back)}`;
  useTitle(t('sign-in.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <Waiting />;
  const people = session.demonstration ? (session.personas ?? []) : [];
  return (
    <>
      <h1 className="display">{t('sign-in.title')}</h1>
      <p className="lead top-2">{t(session.demonstration ? 'sign-in.demonstration' : 'sign-in.lead')}</p>
      {passkeysWork() ? <ByPasskey to={back} /> : null}
      {people.length === 0 ? (
        <div className="acts">
          <a className="btn" href={`/sign-in?lang=${language}${after}`}>
            {t('sign-in.go')}
          </a>
        </div>
      ) : (
        <section className="sec">
          <header>
            <h2 className="h2">{t('sign-in.people')}</h2>
          </header>
          <ul className="people">
            {people.map((person) => (
              <li key={person.id}>
                <span className="muted">{t(`actor.${person.door}`)}</span>
                <span>
                  <a href={`/sign-in?as=${encodeURIComponent(person.id)}&lang=${language}${after}`}>{person.name}</a>
                </span>
                <span>{person.shows[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ByPasskey({ to }: { readonly to: string | undefined }) {
  const { t } = useLanguage();
  const { busy, wrong, act } = useAct();
  const enter = (): Promise<boolean> =>
    act(async () => {
      const door = await enterByPasskey();
      queries.clear();
      // Only an address of ours is gone to.
      window.location.assign(to !== undefined && /^\/(?![/\\])/.test(to) ? to : door);
    });
  return (
    <>
      <div className="acts">
        <button className="btn second" type="button" disabled={busy} onClick={() => void enter()}>
          {t('passkeys.enter')}
        </button>
      </div>
      <Wrong words={wrong} />
    </>
  );
}
