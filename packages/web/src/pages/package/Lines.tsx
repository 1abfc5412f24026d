import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { money } from './model.ts';
import { coursePackagesQuery } from './queries.ts';

/** The packages of an organisation, the newest first, with where each stands. Nothing while there are none. */
export function Lines({ side }: { readonly side: 'employer' | 'provider' }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(coursePackagesQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="course-packages">
      <header>
        <h2 className="h2" id="course-packages">
          {t('package.lines')}
        </h2>
      </header>
      <ul className="rows">
        {data.items.map((one) => (
          <li key={one.id}>
            <Link to={side === 'employer' ? '/talent/packages/$id' : '/results/packages/$id'} params={{ id: one.id }}>
              {one.title}
            </Link>
            <span className="muted">
              {side === 'employer' ? one.provider.name : one.employer.name}
              {one.sums === null
                ? ''
                : ` · ${[
                    t('package.courses-count', { count: one.courses }),
                    ...(one.sums.first === null ? [] : [longDate(one.sums.first, language)]),
                    ...(one.sums.price === null ? [] : [money(one.sums.price, one.sums.currency)]),
                  ].join(' · ')}`}
              {one.withdrawn ? <b className="stop block">{t('package.course-withdrawn')}</b> : null}
            </span>
            <b>{t(`package.status.${one.status}`)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
