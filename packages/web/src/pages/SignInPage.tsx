import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { Trouble, Waiting } from '../parts/Troubles.tsx';
import { useTitle } from '../parts/use-title.ts';

/** Signs in: through the issuer of this service, and in the demonstration as one of its people by one click. */
export function SignInPage() {
  const { t, language } = useLanguage();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  useTitle(t('sign-in.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <Waiting />;
  const people = session.demonstration ? (session.personas ?? []) : [];
  return (
    <>
      <h1 className="display">{t('sign-in.title')}</h1>
      <p className="lead top-2">{t(session.demonstration ? 'sign-in.demonstration' : 'sign-in.lead')}</p>
      {people.length === 0 ? (
        <div className="acts">
          <a className="btn" href={`/sign-in?lang=${language}`}>
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
                  <a href={`/sign-in?as=${encodeURIComponent(person.id)}&lang=${language}`}>{person.name}</a>
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
