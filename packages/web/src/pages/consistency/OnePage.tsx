import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Ends } from './Ends.tsx';
import { Frame } from './Frame.tsx';
import { HowTaught } from './HowTaught.tsx';
import type { Comparison, Side } from './read.ts';
import { SayTeaching } from './SayTeaching.tsx';
import { Skills } from './Skills.tsx';
import { StandsOut } from './StandsOut.tsx';

export const DeveloperOne = () => <One side="developer" />;
export const StewardOne = () => <One side="steward" />;
export const ProviderOne = () => <One side="provider" />;

/** One outcome, provider by provider; a provider's own beside all others together. */
function One({ side }: { readonly side: Side }) {
  const { lineage } = useParams({ strict: false });
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['consistency', lineage],
    queryFn: () => api.get('/api/v1/consistency/{lineage}', { path: { lineage: lineage ?? '' } }),
  });
  useTitle(data?.outcome.name ?? t('consistency.title'));
  return (
    <Frame side={side} title={data?.outcome.name ?? t('consistency.title')} lead={data?.outcome.code ?? ''}>
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting picture /> : null}
      {data === undefined ? null : <Shown side={side} data={data} />}
    </Frame>
  );
}

function Shown({ side, data }: { readonly side: Side; readonly data: Comparison }) {
  const { t, language } = useLanguage();
  return (
    <>
      <p className="measure top-2">{t('consistency.says')}</p>
      {data.since === null || data.countedOn === null ? null : (
        <p className="small muted top-1">
          {t('consistency.counted', { from: longDate(data.since, language), to: longDate(data.countedOn, language) })}{' '}
          <a href={`/api/v1/consistency/${encodeURIComponent(data.outcome.lineage)}/export`} download>
            {t('consistency.csv')}
          </a>
        </p>
      )}
      <Ends data={data} />
      <StandsOut data={data} />
      <HowTaught data={data} />
      <Skills data={data} />
      {side === 'provider' ? <SayTeaching data={data} /> : null}
    </>
  );
}
