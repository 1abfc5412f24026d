import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { bandWords } from '../../parts/skills/band.ts';
import { approachesQuery } from './queries.ts';

/** Whom we asked, and who accepted; of everybody else nothing is known. */
export function Asked() {
  const { t, language } = useLanguage();
  const { data } = useQuery(approachesQuery);
  return (
    <section className="sec" aria-labelledby="asked">
      <header>
        <h2 className="h2" id="asked">
          {t('find.title')}
        </h2>
        <p className="small">
          <Link to="/talent/find">{t('find.go-to')}</Link>
          <Link to="/demand">{t('demand.title')}</Link>
        </p>
      </header>
      {data === undefined || data.items.length === 0 ? <p className="muted">{t('find.asked-none')}</p> : null}
      <ul className="rows">
        {data?.items.map((one) => (
          <li key={one.id}>
            <b>{one.title}</b>
            <span className="muted">
              {t('find.asked-of', { people: bandWords(one.people, t), date: longDate(one.until, language) })}
            </span>
            <span>
              {one.accepted.length === 0 ? t('find.accepted-none') : t('find.accepted', { count: one.accepted.length })}
              {one.accepted.map((link) => (
                <span key={link.id}>
                  {' '}
                  <Link to="/talent/people/$id" params={{ id: link.id }}>
                    {link.label}
                  </Link>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
