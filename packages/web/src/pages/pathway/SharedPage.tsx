import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { PlanCard } from './PlanCard.tsx';
import { Changes } from './SavedPage.tsx';

/** What an adviser sees of a plan, without an account. */
export function SharedPage() {
  const { t, language } = useLanguage();
  const { token } = useParams({ from: '/pathway/$token' });
  const { data, error } = useQuery({
    queryKey: ['shared-pathway', token],
    queryFn: () => api.post('/api/v1/pathways/opening', { body: { link: token } }),
  });
  useTitle(t('way.shared'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} />;
  return (
    <>
      <p className="eyebrow">{t('way.shared')}</p>
      <h1 className="display">{data.title}</h1>
      <p className="lead top-2">{t('way.shared-note', { date: longDate(data.expiresOn, language) })}</p>
      <Changes changes={data.changes} />
      <PlanCard plan={data.plan} changes={data.changes} />
    </>
  );
}
