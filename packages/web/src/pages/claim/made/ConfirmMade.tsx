import { ApiError, type ClaimableAward } from '@recognition/client';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, queries } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { useTrouble } from '../../../parts/Troubles.tsx';

export type Made = ClaimableAward;

/** What claiming does to what is counted; the name, by choice; and the button that claims. The same claim keeps its key, so it is made once. */
export function ConfirmMade({ made, learnerName }: { readonly made: Made; readonly learnerName: string }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [named, setNamed] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef({ body: '', key: '' });
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const { framework, award, definition } = made;
    const body = { framework, award, definition, nameOnAward: named && learnerName !== '' ? learnerName : null };
    const text = JSON.stringify(body);
    if (attempt.current.body !== text) attempt.current = { body: text, key: crypto.randomUUID() };
    try {
      const { id } = await api.post('/api/v1/awards', { body, key: attempt.current.key });
      await Promise.all(['record', 'claimable'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
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
          {t('claim.claim')}
        </h2>
      </header>
      <p className="measure">{t(made.use === 'keeps' ? 'claim.made-keeps' : 'claim.made-spends')}</p>
      <form
        className="top-2"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {learnerName === '' ? null : (
          <label className="tick">
            <input className="choice" type="checkbox" checked={named} onChange={(event) => setNamed(event.target.checked)} />
            <span>
              {t('claim.named')}: <b>{learnerName}</b>
            </span>
          </label>
        )}
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t(busy ? 'claim.busy' : 'claim.made-go')}
          </button>
        </div>
        <p className="small top-2">{made.note[language]}</p>
        {error === null ? null : (
          <div className="say wrong top-2" role="alert">
            <span>{trouble(error)}</span>
            {error instanceof ApiError && error.status === 401 ? <a href="/enter">{t('nav.sign-in')}</a> : null}
          </div>
        )}
      </form>
    </section>
  );
}
