import type { ImportProgress } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';

const ADDRESS = '/api/v1/results/imports/{id}/withdrawal';

/** To withdraw all that a file reported: first what it would touch, then one person asks and another agrees. */
export function WithdrawBatch({ run }: { readonly run: ImportProgress }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState<string | null>(null);
  const path = { id: run.id };
  const { data, error } = useQuery({
    queryKey: ['batch-withdrawal', run.id],
    queryFn: () => api.get(ADDRESS, { path }),
    staleTime: 0,
    enabled: open,
  });
  const act = async (what: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setDone(await what());
      await queries.invalidateQueries({ queryKey: ['batch-withdrawal', run.id] });
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  const settle = async (agreed: boolean): Promise<string> => {
    const { withdrawn } = await api.post(`${ADDRESS}/agreement`, { path, body: { agreed } });
    return agreed ? t('batch.done', { count: withdrawn, rows: wholeNumber(withdrawn) }) : t('batch.declined');
  };
  return (
    <section className="sec" aria-labelledby="withdraw-batch">
      <header>
        <h2 className="h2" id="withdraw-batch">
          {t('batch.title')}
        </h2>
      </header>
      <p className="measure">{t('batch.text')}</p>
      {open ? null : (
        <div className="acts">
          <button type="button" className="btn second" onClick={() => setOpen(true)}>
            {t('batch.see')}
          </button>
        </div>
      )}
      {done === null ? null : (
        <p className="say top-2" role="status">
          {done}
        </p>
      )}
      {data === undefined ? null : data.results === 0 ? (
        <p className="muted top-2">{t('batch.none')}</p>
      ) : (
        <>
          <p className="say wait top-2">
            {t('batch.reach', {
              results: wholeNumber(data.results),
              learners: wholeNumber(data.learners),
              awards: wholeNumber(data.awards),
            })}
          </p>
          {data.request === null ? (
            <form
              className="top-2"
              onSubmit={(event) => {
                event.preventDefault();
                void act(async () => {
                  await api.post(ADDRESS, { path, body: { reason: reason.trim() } });
                  return null;
                });
              }}
            >
              <div className="field">
                <label htmlFor="batch-reason">{t('batch.why')}</label>
                <input
                  className="input"
                  id="batch-reason"
                  required
                  minLength={3}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
              </div>
              <div className="acts">
                <button type="submit" className="btn danger" disabled={busy}>
                  {t('batch.ask')}
                </button>
              </div>
            </form>
          ) : data.request.mine ? (
            <p className="top-2">{t('batch.mine', { reason: data.request.reason })}</p>
          ) : (
            <>
              <p className="top-2">{t('batch.theirs', { reason: data.request.reason })}</p>
              <div className="acts">
                <button type="button" className="btn danger" disabled={busy} onClick={() => void act(() => settle(true))}>
                  {t('batch.agree')}
                </button>
                <button type="button" className="btn second" disabled={busy} onClick={() => void act(() => settle(false))}>
                  {t('batch.decline')}
                </button>
              </div>
            </>
          )}
        </>
      )}
      {failure === null && error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(failure ?? error)}
        </p>
      )}
    </section>
  );
}
