import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { consentsQuery } from './queries.ts';

/** What learners let this employer read without a link: live, once, or until a day. */
export function Consents() {
  const { t, language, field } = useLanguage();
  const { data } = useQuery(consentsQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="consents">
      <header>
        <h2 className="h2" id="consents">
          {t('talent.consents')}
        </h2>
      </header>
      <ul className="rows">
        {data.items.map((one) => {
          const name = one.learner === '' ? t('talent.consent-ended') : one.learner;
          return (
            <li key={one.id}>
              {one.state === 'open' ? (
                <Link to="/talent/consents/$id" params={{ id: one.id }}>
                  {name}
                </Link>
              ) : (
                <span>{name}</span>
              )}
              <span className="muted">
                {[
                  one.category === 'field' ? field(one.field) : t(`talent.category.${one.category}`),
                  one.until === null ? t(`talent.mode.${one.mode}`) : t('talent.until', { date: longDate(one.until, language) }),
                  one.purpose,
                  t(`talent.consent.${one.state}`),
                ].join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
