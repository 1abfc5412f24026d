import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { KindsNote } from '../../parts/KindsNote.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Legacy } from './Legacy.tsx';
import { worklistQuery } from './queries.ts';
import { WorkRow } from './WorkRow.tsx';

const ORDER = ['returned', 'draft', 'in-review', 'expiry-asked', 'expiring'] as const;

/** The developer's door: which definitions need work, and what exactly. */
export function WorklistPage() {
  const { t } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(worklistQuery);
  useTitle(t('worklist.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const yours = data.items.filter(({ work }) => work === 'returned' || work === 'draft').length;
  return (
    <>
      <p className="eyebrow">{session?.organisation?.name ?? ''}</p>
      <h1 className="display">
        {yours + data.legacy === 0 ? t('worklist.nothing') : t('worklist.headline', { count: yours + data.legacy })}
      </h1>
      <p className="lead top-2">{t('worklist.lead')}</p>
      <div className="acts">
        <Link className="btn" to="/outcomes/new">
          {t('author.new')}
        </Link>
        <Link className="link" to="/outcomes/micro-credentials">
          {t('mc.desk')}
        </Link>
        <Link className="link" to="/outcomes/consistency">
          {t('consistency.title')}
        </Link>
        <Link className="link" to="/catalogue/checks">
          {t('checks.link')}
        </Link>
        <Link className="link" to="/demand">
          {t('demand.title')}
        </Link>
      </div>
      {ORDER.map((work) => {
        const items = data.items.filter((one) => one.work === work);
        return items.length === 0 ? null : (
          <section key={work} className="sec" aria-labelledby={`work-${work}`}>
            <header>
              <h2 className="h2" id={`work-${work}`}>
                {t(`worklist.${work}`)} <span className="muted">{items.length}</span>
              </h2>
              <p className="small muted">{t(`worklist.${work}-text`)}</p>
            </header>
            <ul className="work">
              {items.map((one) => (
                <WorkRow key={one.outcome.id} work={one} />
              ))}
            </ul>
          </section>
        );
      })}
      {data.legacy === 0 ? null : <Legacy count={data.legacy} />}
      <KindsNote />
    </>
  );
}
