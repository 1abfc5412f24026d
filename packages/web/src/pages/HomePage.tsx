import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { useTitle } from '../parts/use-title.ts';

/** The front of the house: one sentence, and a door for each who comes. */
export function HomePage() {
  const { t, language } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  useTitle(t('site.name'));
  return (
    <>
      <h1 className="display">{t('home.title')}</h1>
      <p className="lead top-2">{t('home.lead')}</p>
      <ul className="doors">
        <li>
          {session?.actor === 'learner' ? (
            <Link to="/record">{t('home.record')}</Link>
          ) : (
            <Link to="/enter">{t('home.record')}</Link>
          )}
          <p className="muted">{t('home.record-text')}</p>
        </li>
        <li>
          <a href={`/verify?lang=${language}`}>{t('home.verify')}</a>
          <p className="muted">{t('home.verify-text')}</p>
        </li>
        <li>
          <Link to="/catalogue">{t('home.catalogue')}</Link>
          <p className="muted">{t('home.catalogue-text')}</p>
        </li>
        <li>
          {session?.actor === 'provider' ? (
            <Link to="/results">{t('home.results')}</Link>
          ) : (
            <Link to="/enter">{t('home.results')}</Link>
          )}
          <p className="muted">{t('home.results-text')}</p>
        </li>
      </ul>
    </>
  );
}
