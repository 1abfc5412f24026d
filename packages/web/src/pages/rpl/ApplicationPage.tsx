import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Draft } from './Draft.tsx';
import { applicationQuery } from './queries.ts';
import { RplNav } from './RplNav.tsx';
import { Sent } from './Sent.tsx';

/** One application: written until it is sent, then followed. */
export function ApplicationPage() {
  const { id } = useParams({ from: '/record/experience/$id' });
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(applicationQuery(id));
  useTitle(t('rpl.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RplNav />
      {data.status === 'draft' ? <Draft key={id} application={data} /> : <Sent application={data} />}
    </>
  );
}
