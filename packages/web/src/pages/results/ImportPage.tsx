import type { ImportProgress } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Fixes } from './Fixes.tsx';
import { Progress } from './Progress.tsx';
import { Steps } from './Steps.tsx';
import { WithdrawBatch } from './WithdrawBatch.tsx';

const RUNNING = new Set(['receiving', 'checking', 'recording']);

/** One file of results: how far its check or its recording is, what did not pass and why, and the step that comes next. */
export function ImportPage() {
  const { id } = useParams({ from: '/results/$id' });
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id],
    queryFn: () => api.get('/api/v1/results/imports/{id}', { path: { id } }),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data === undefined || RUNNING.has(query.state.data.state) ? 700 : false),
  });
  if (data !== undefined) return <Import run={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Import({ run }: { readonly run: ImportProgress }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const running = RUNNING.has(run.state);
  useTitle(run.name);
  const passed = run.dryRun
    ? Math.max(0, run.done - run.rejected - run.duplicates)
    : run.recorded + run.corrected + run.withdrawn;
  const act = async (what: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await what();
      await queries.invalidateQueries({ queryKey: ['import'] });
      await queries.invalidateQueries({ queryKey: ['imports'] });
      if (
        typeof answer === 'object' &&
        answer !== null &&
        'id' in answer &&
        typeof answer.id === 'string' &&
        answer.id !== run.id
      )
        await navigate({ to: '/results/$id', params: { id: answer.id } });
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  const step = !run.dryRun ? 3 : running ? 1 : 2;
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('results.title')}</Link>, {run.name}
      </p>
      <h1 className="display">{headline(t, run)}</h1>
      <p className="lead top-2">
        {t(
          running
            ? 'import.may-leave'
            : run.dryRun
              ? 'import.nothing-recorded'
              : run.state === 'done'
                ? 'import.all-recorded'
                : 'import.kept',
        )}
      </p>
      {run.error === null || run.error === undefined ? null : <p className="say wrong top-2">{run.error.detail}</p>}
      <Steps step={step} />
      <Progress
        run={run}
        running={running}
        busy={busy}
        onStop={() => void act(() => api.post('/api/v1/results/imports/{id}/stop', { path: { id: run.id } }))}
      />
      <dl className="totals">
        <Total
          value={passed}
          name={t(run.dryRun ? 'total.ready' : 'total.recorded')}
          text={t(run.dryRun ? 'total.ready-text' : 'total.recorded-text')}
        />
        <Total value={run.duplicates} name={t('total.duplicates')} text={t('total.duplicates-text')} />
        <Total
          value={run.rejected}
          name={t('total.rejected')}
          text={run.rejected === 0 ? t('total.rejected-none') : t('total.rejected-text', { count: run.rejectsByCode.length })}
          tone={run.rejected > 0 ? 'stop' : undefined}
        />
        <Total
          value={Math.max(0, run.rows - run.done)}
          name={t('total.left')}
          text={run.secondsLeft === null || !running ? '' : t('import.seconds', { count: Math.ceil(run.secondsLeft) })}
          tone="muted"
        />
      </dl>
      {run.rejectsByCode.length === 0 ? null : <Fixes run={run} />}
      {run.dryRun ? (
        <div className="acts">
          <button
            type="button"
            className="btn"
            disabled={running || busy || run.state !== 'done' || passed === 0}
            onClick={() => void act(() => api.post('/api/v1/results/imports/{id}/record', { path: { id: run.id } }))}
          >
            {t('import.record')}
          </button>
          <p className="small muted measure">{t(running ? 'import.record-wait' : 'import.record-text')}</p>
        </div>
      ) : null}
      {run.dryRun || running ? null : <WithdrawBatch run={run} />}
      {failure === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(failure)}
        </p>
      )}
    </>
  );
}

function headline(t: ReturnType<typeof useLanguage>['t'], run: ImportProgress): string {
  const rows = wholeNumber(run.rejected);
  if (run.state === 'stopped') return t('import.headline.stopped');
  if (run.state === 'failed') return t('import.headline.failed');
  if (run.state !== 'done')
    return `${t(run.dryRun ? 'import.headline.checking' : 'import.headline.recording')} ${run.rejected === 0 ? '' : t('import.headline.so-far', { count: run.rejected, rows })}`.trim();
  const start = t(run.dryRun ? 'import.headline.checked' : 'import.headline.recorded');
  return `${start} ${run.rejected === 0 ? t('import.headline.all') : t('import.headline.fix', { count: run.rejected, rows })}`;
}

function Total({
  value,
  name,
  text,
  tone,
}: {
  readonly value: number;
  readonly name: string;
  readonly text: string;
  readonly tone?: string | undefined;
}) {
  return (
    <div>
      <dt>
        {name}
        <small>{text}</small>
      </dt>
      <dd className={tone}>{wholeNumber(value)}</dd>
    </div>
  );
}
