import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Lines } from '../package/Lines.tsx';
import { Packages } from './Packages.tsx';
import { packagesQuery } from './queries.ts';

/** What employers ask of a provider: packages made for their need. */
export function PackagesPage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(packagesQuery);
  useTitle(t('talent.asked-title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('results.title')}</Link>
      </p>
      <h1 className="display">{t('talent.asked-title')}</h1>
      <p className="lead top-2">{t(data.items.length === 0 ? 'talent.asked-none' : 'talent.asked-lead')}</p>
      <div className="acts">
        <Link className="btn second slim" to="/results/packages/new">
          {t('package.start')}
        </Link>
      </div>
      <Lines side="provider" />
      <section className="sec" aria-labelledby="requests">
        <header>
          <h2 className="h2" id="requests">
            {t('package.requests')}
          </h2>
        </header>
        <Packages items={data.items} side="provider" />
      </section>
    </>
  );
}
