import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, awardQuery, queries, recordQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { awardNameOf } from '../../parts/award-name.ts';
import { Name } from '../../parts/Name.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { useTitle } from '../../parts/use-title.ts';
import { policiesQuery } from './queries.ts';
import { Words } from './Words.tsx';

const LINE_REASONS = ['not-mine', 'wrong-outcome', 'wrong-result', 'wrong-date', 'withdrawn-wrongly', 'other'] as const;
const AWARD_REASONS = ['revoked-wrongly', 'suspended-wrongly', 'decided-wrongly', 'wrong-details', 'other'] as const;

/** Say what is wrong with a line of the record, or appeal against a decision on an award. */
export function NewDisputePage() {
  const { line, award } = useSearch({ from: '/record/disputes/new' });
  const { t } = useLanguage();
  useTitle(t(award === undefined ? 'dispute.new' : 'dispute.appeal'));
  if (award !== undefined) return <Appeal id={award} />;
  return <OfLine id={line ?? ''} />;
}

function OfLine({ id }: { readonly id: string }) {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(recordQuery);
  const { data: policies } = useQuery(policiesQuery);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const line = data.record.achievements.find((one) => one.id === id);
  if (line === undefined)
    return (
      <>
        <h1 className="display">{t('dispute.no-line')}</h1>
        <div className="acts">
          <Link className="btn" to="/record">
            {t('record.title')}
          </Link>
        </div>
      </>
    );
  const outcome = data.record.outcomes.find((one) => one.id === line.outcome);
  const provider = data.record.organisations.find((one) => one.id === line.provider)?.name ?? '';
  const days = policies?.service.find(({ name }) => name === 'disputeAnswer')?.value;
  return (
    <Form
      kept={`dispute-line-${id}`}
      title={t('dispute.new')}
      about={
        <p className="lead top-2">
          <Name>{outcome?.name ?? ''}</Name>
          {`. ${t(`result.${line.result}`)}, ${longDate(line.date, language)}. ${provider}.`}
        </p>
      }
      reasons={LINE_REASONS}
      next={days === undefined ? '' : t('dispute.next-line', { provider, days })}
      send={(reason, words, key) =>
        api.post('/api/v1/disputes', { body: { subject: 'achievement', achievement: id, reason, words }, key })
      }
    />
  );
}

function Appeal({ id }: { readonly id: string }) {
  const spoken = useLanguage();
  const { t, language } = spoken;
  const { data, error, refetch } = useQuery(awardQuery(id));
  const { data: policies } = useQuery(policiesQuery);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const days = policies?.service.find(({ name }) => name === 'appealAnswer')?.value;
  const name = awardNameOf(data, spoken);
  return (
    <Form
      kept={`dispute-award-${id}`}
      title={t('dispute.appeal')}
      about={
        <>
          <p className="lead top-2">{`${name}. ${t(`award.status.${data.status}`)}. ${longDate(data.issuedOn, language)}.`}</p>
          {data.reason === null ? null : <p className="say wait top-2">{data.reason}</p>}
        </>
      }
      reasons={AWARD_REASONS}
      next={days === undefined ? '' : t('dispute.next-award', { days })}
      send={(reason, words, key) => api.post('/api/v1/disputes', { body: { subject: 'award', award: id, reason, words }, key })}
    />
  );
}

interface FormProps<Reason extends string> {
  readonly kept: string;
  readonly title: string;
  readonly about: React.ReactNode;
  readonly reasons: readonly Reason[];
  readonly next: string;
  readonly send: (reason: Reason, words: string, key: string) => Promise<{ readonly id: string }>;
}

function Form<Reason extends (typeof LINE_REASONS)[number] | (typeof AWARD_REASONS)[number]>({
  kept,
  title,
  about,
  reasons,
  next,
  send,
}: FormProps<Reason>) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords, forget] = useKept(kept);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // The same key until it was received: a second press after a lost answer opens no second dispute.
  const [key] = useState(() => crypto.randomUUID());
  const submit = async (): Promise<void> => {
    if (reason === null) return;
    setBusy(true);
    setError(null);
    try {
      const { id } = await send(reason, words.trim(), key);
      forget();
      await queries.invalidateQueries({ queryKey: ['disputes'] });
      await navigate({ to: '/record/disputes/$id', params: { id } });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>
      </p>
      <h1 className="display">{title}</h1>
      {about}
      <form
        className="ask top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset className="reasons">
          <legend className="h3">{t('dispute.what')}</legend>
          {reasons.map((one) => (
            <label key={one}>
              <input
                className="choice"
                type="radio"
                name="reason"
                required
                checked={reason === one}
                onChange={() => setReason(one)}
              />
              {t(`dispute.reason.${one}`)}
            </label>
          ))}
        </fieldset>
        <Words label={t('dispute.words')} hint={t('dispute.words-hint')} value={words} onChange={setWords} />
        <p className="muted measure top-2">{next}</p>
        {error === null ? null : (
          <p className="say wrong top-2" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
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
