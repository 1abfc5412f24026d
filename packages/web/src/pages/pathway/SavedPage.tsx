import type { SavedPathway } from '@recognition/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { PlanCard } from './PlanCard.tsx';
import { savedOneQuery } from './queries.ts';

/** A plan that is kept: what has changed since, a link for an adviser, and taking it away. */
export function SavedPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/record/pathway/$id' });
  const { data, error, refetch } = useQuery(savedOneQuery(id));
  useTitle(data?.title ?? t('way.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/record/pathway">{t('way.saved')}</Link>
      </p>
      <h1 className="display">{data.title}</h1>
      <Changes changes={data.changes} />
      <Again id={id} saved={data} />
      <PlanCard plan={data.plan} changes={data.changes} />
      <Sharing id={id} sharedUntil={data.sharedUntil} />
    </>
  );
}

/** Why there is no new plan. */
const WITHOUT_PLAN = {
  begun: 'way.again-begun',
  met: 'way.met',
  cannot: 'way.again-none',
  plans: 'way.unproven',
  unproven: 'way.unproven',
} as const;

/** What was planned anew because of what has changed: made by a job every hour, or now where it was not yet. The kept plan stays until it is taken. */
function Again({ id, saved }: { readonly id: string; readonly saved: SavedPathway }) {
  const { t } = useLanguage();
  const say = useTrouble();
  const key = savedOneQuery(id).queryKey;
  const made = useQuery({
    queryKey: ['pathways', id, 'again', saved.changes],
    queryFn: async () => {
      const seen = await api.post('/api/v1/pathways/{id}/again', { path: { id } });
      queries.setQueryData(key, seen);
      return seen.again !== null;
    },
    enabled: saved.ask,
    retry: false,
  });
  const take = useMutation({
    mutationFn: async ({ plan, seal }: { readonly plan: SavedPathway['plan']; readonly seal: string }) =>
      api.put('/api/v1/pathways/{id}', { path: { id }, body: { title: saved.title, asked: saved.asked, plan, seal } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['pathways'] }),
  });
  if (saved.ask && made.error === null) return <p role="status">{t('way.planning')}</p>;
  const { again } = saved;
  if (again === null) return null;
  const { plan, seal } = again;
  if (plan === null || seal === null) return <p className="attn">{t(WITHOUT_PLAN[again.state])}</p>;
  return (
    <section className="sec" aria-labelledby="again">
      <h2 className="h2" id="again">
        {t('way.again-title')}
      </h2>
      <p>{t(saved.changes.some(({ code }) => code === 'better') ? 'way.better-text' : 'way.again-text')}</p>
      <PlanCard plan={plan}>
        <div className="acts">
          <button type="button" className="btn" disabled={take.isPending} onClick={() => take.mutate({ plan, seal })}>
            {t('way.again-take')}
          </button>
        </div>
        {take.error === null ? null : <p role="alert">{say(take.error)}</p>}
      </PlanCard>
      <h2 className="h2 top-3">{t('way.again-kept')}</h2>
    </section>
  );
}

/** What has changed since a plan was kept; of a course it is said beside it. */
export function Changes({ changes }: { readonly changes: SavedPathway['changes'] }) {
  const { t, language } = useLanguage();
  const whole = changes.filter(({ step }) => step === null);
  return (
    <section aria-label={t('way.changes')}>
      {changes.length === 0 ? <p className="muted">{t('way.changes-none')}</p> : null}
      {whole.map((one) => (
        <p key={one.code} className="attn">
          {one[language]}
        </p>
      ))}
    </section>
  );
}

function Sharing({ id, sharedUntil }: { readonly id: string; readonly sharedUntil: string | null }) {
  const { t, language } = useLanguage();
  const say = useTrouble();
  const navigate = useNavigate();
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['pathways'] });
  const share = useMutation({
    mutationFn: () => api.post('/api/v1/pathways/{id}/link', { path: { id }, body: { days: 60 } }),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: () => api.delete('/api/v1/pathways/{id}/link', { path: { id } }),
    onSuccess: async () => {
      share.reset();
      await again();
    },
  });
  const remove = useMutation({
    mutationFn: () => api.delete('/api/v1/pathways/{id}', { path: { id } }),
    onSuccess: async () => {
      await navigate({ to: '/record/pathway' });
      await again();
    },
  });
  const error = share.error ?? end.error ?? remove.error;
  return (
    <section className="sec">
      {share.data === undefined ? null : (
        <label className="field">
          <span className="label">{t('way.link')}</span>
          <input className="input" readOnly value={share.data.link} />
        </label>
      )}
      {sharedUntil === null ? (
        <p className="muted">{t('way.share-note')}</p>
      ) : (
        <p>{t('way.shared-until', { date: longDate(sharedUntil, language) })}</p>
      )}
      <div className="acts">
        <button type="button" className="btn" disabled={share.isPending} onClick={() => share.mutate()}>
          {t('way.share')}
        </button>
        {sharedUntil === null ? null : (
          <button type="button" className="btn second" onClick={() => end.mutate()}>
            {t('way.unshare')}
          </button>
        )}
        <Link className="link" to="/record/pathway">
          {t('way.again')}
        </Link>
        <button type="button" className="link" onClick={() => remove.mutate()}>
          {t('way.remove')}
        </button>
      </div>
      {error === null ? null : <p role="alert">{say(error)}</p>}
    </section>
  );
}
