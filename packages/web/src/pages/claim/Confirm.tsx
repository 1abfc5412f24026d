import { ApiError } from '@recognition/client';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, queries } from '../../api.ts';
import { type Line, sumsOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import type { Claim } from './use-claim.ts';

interface ConfirmProps {
  readonly lines: readonly Line[];
  readonly claim: Claim;
  readonly learnerName: string;
  readonly supersedes: string | undefined;
}

/** What will be spent and what stays free; the name, by choice; and the button that claims. What was chosen survives a failure. */
export function Confirm({ lines, claim, learnerName, supersedes }: ConfirmProps) {
  const { t, field } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef({ body: '', key: '' });
  const selected = new Set(claim.draft.select);
  const { total } = sumsOf(lines, selected);
  const free = lines
    .filter((line) => line.reason === null && !selected.has(line.id))
    .reduce((sum, line) => sum + line.credits, 0);
  const { major } = claim.draft;

  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const request = {
      award: 'alq' as const,
      major,
      select: claim.draft.select,
      nameOnAward: claim.draft.named ? claim.draft.name.trim() || learnerName : null,
      ...(supersedes === undefined ? {} : { supersedes }),
    };
    const body = JSON.stringify(request);
    // The same claim keeps its key, so that a claim whose answer was lost is not made twice.
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    try {
      const { id } = await api.post('/api/v1/awards', { body: request, key: attempt.current.key });
      claim.forget();
      await queries.invalidateQueries({ queryKey: ['record'] });
      await navigate({ to: '/record/awards/$id', params: { id } });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <section className="sec" aria-labelledby="confirm">
      <header>
        <h2 className="h2" id="confirm">
          <span className="num">3</span>
          {t('claim.claim')}
        </h2>
      </header>
      <div className="spend">
        <div className="cols">
          <div>
            <h3>{t('claim.spent')}</h3>
            <p className="v">{t('stack.credits', { count: total })}</p>
            <p>{t('claim.spent-text', { outcomes: t('unit.outcomes', { count: selected.size }) })}</p>
          </div>
          <div>
            <h3>{t('claim.free')}</h3>
            <p className="v">{t('stack.credits', { count: free })}</p>
            <p>{t('claim.free-text')}</p>
          </div>
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <label className="tick">
            <input
              className="choice"
              type="checkbox"
              checked={claim.draft.named}
              onChange={(event) => claim.setNamed(event.target.checked)}
            />
            <span>{t('claim.named')}</span>
          </label>
          {claim.draft.named ? (
            <div className="field">
              <label htmlFor="name">{t('claim.name')}</label>
              <span className="hint" id="name-hint">
                {t('claim.name-hint')}
              </span>
              <input
                className="input"
                id="name"
                aria-describedby="name-hint"
                autoComplete="name"
                value={claim.draft.name}
                onChange={(event) => claim.setName(event.target.value)}
                maxLength={200}
              />
            </div>
          ) : (
            <p>{t('claim.unnamed')}</p>
          )}
          <div className="acts">
            <button className="btn" type="submit" disabled={!claim.ready || busy}>
              {busy ? t('claim.busy') : major === null ? t('claim.go') : t('claim.go-major', { field: field(major) })}
            </button>
            {claim.ready ? null : <p>{t('claim.not-ready')}</p>}
          </div>
          <p className="small top-2">{t('award.no-level')}</p>
          {error === null ? null : (
            <div className="say wrong top-2" role="alert">
              <span>
                {trouble(error)} {t('claim.kept')}
              </span>
              {error instanceof ApiError && error.status === 401 ? <a href="/enter">{t('nav.sign-in')}</a> : null}
              {error instanceof ApiError && error.status === 409 ? (
                <button type="button" className="link" onClick={() => void queries.invalidateQueries({ queryKey: ['record'] })}>
                  {t('claim.refresh')}
                </button>
              ) : null}
            </div>
          )}
        </form>
      </div>
    </section>
  );
}
