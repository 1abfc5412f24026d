import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { type Picked, PickOne } from '../../parts/PickOne.tsx';
import { ProviderPicker } from '../../parts/ProviderPicker.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { useSettled } from '../../parts/use-settled.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';
import { policiesQuery } from './queries.ts';
import { Words } from './Words.tsx';

/** Say that a result is missing: of what, from whom, when. It goes to the provider that should have reported it. */
export function MissingPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { busy, wrong, act } = useAct();
  const { data: policies } = useQuery(policiesQuery);
  const [provider, setProvider] = useState<Picked | null>(null);
  const [outcome, setOutcome] = useState<Picked | null>(null);
  const [on, setOn] = useState('');
  const [words, setWords, forget] = useKept('dispute-missing');
  // The same key until it was received: a second press after a lost answer opens no second dispute.
  const [key] = useState(() => crypto.randomUUID());
  useTitle(t('dispute.missing'));
  const days = policies?.service.find(({ name }) => name === 'disputeAnswer')?.value;
  const submit = async (): Promise<void> => {
    if (provider === null || outcome === null) return;
    await act(async () => {
      const body = {
        subject: 'missing',
        provider: provider.id,
        outcome: outcome.id,
        words: words.trim(),
        on: on === '' ? null : on,
      } as const;
      const { id } = await api.post('/api/v1/disputes', { body, key });
      forget();
      await queries.invalidateQueries({ queryKey: ['disputes'] });
      await navigate({ to: '/record/disputes/$id', params: { id } });
    });
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>
      </p>
      <h1 className="display">{t('dispute.missing')}</h1>
      <p className="lead top-2">{t('dispute.missing-text')}</p>
      <form
        className="asked top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ProviderPicker picked={provider} onPick={setProvider} />
        <OutcomePicker picked={outcome} onPick={setOutcome} />
        <div className="field">
          <label htmlFor="on">{t('dispute.missing-on')}</label>
          <input className="input" id="on" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        </div>
        <Words label={t('dispute.words')} hint={t('dispute.missing-words-hint')} value={words} onChange={setWords} />
        {provider === null || days === undefined ? null : (
          <p className="muted measure top-2">{t('dispute.missing-send', { provider: provider.name, days })}</p>
        )}
        <Wrong words={wrong} />
        <div className="acts">
          <button className="btn" type="submit" disabled={busy || provider === null || outcome === null}>
            {t('dispute.send')}
          </button>
          <Link className="link" to="/record">
            {t('dispute.leave')}
          </Link>
        </div>
      </form>
    </>
  );
}

function OutcomePicker({
  picked,
  onPick,
}: {
  readonly picked: Picked | null;
  readonly onPick: (outcome: Picked | null) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed, 150);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['outcomes', 'named', asked],
    queryFn: () => api.get('/api/v1/outcomes', { query: { q: asked, limit: 12 } }),
    placeholderData: (before) => before,
    enabled: picked === null && asked.trim() !== '',
  });
  const items = typed.trim() === '' ? [] : (data?.items ?? []);
  const words = {
    label: t('dispute.missing-code'),
    hint: t('dispute.missing-code-hint'),
    none: t('dispute.missing-none'),
    other: t('dispute.missing-other'),
  };
  return (
    <PickOne
      words={words}
      typed={typed}
      onTyped={setTyped}
      items={items}
      late={isPlaceholderData || asked !== typed}
      picked={picked}
      onPick={onPick}
    />
  );
}
