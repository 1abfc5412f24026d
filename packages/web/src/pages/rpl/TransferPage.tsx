import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, queries, recordQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { type Picked, PickOne } from '../../parts/PickOne.tsx';
import { ProviderPicker } from '../../parts/ProviderPicker.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AddEvidence } from './AddEvidence.tsx';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { evidenceQuery, transfersQuery } from './queries.ts';
import { RplNav } from './RplNav.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Credit for what was achieved elsewhere: what was asked for, and asking. */
export function TransferPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(transfersQuery);
  const { busy, wrong, act: send } = useAct();
  useTitle(t('transfer.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  const withdraw = (id: string): Promise<boolean> =>
    send(async () => {
      await api.post('/api/v1/learners/me/transfers/{id}/withdrawal', { path: { id } });
      await queries.invalidateQueries({ queryKey: ['transfers'] });
    });
  return (
    <>
      <RplNav />
      <h1 className="display">{t('transfer.headline')}</h1>
      <p className="lead top-2">{t('transfer.lead')}</p>
      <Ask />
      <Wrong words={wrong} />
      {data.items.length === 0 ? null : (
        <section className="sec" aria-labelledby="own">
          <header>
            <h2 className="h2" id="own">
              {t('transfer.own')}
            </h2>
          </header>
          <ul className="consents">
            {data.items.map((one) => (
              <li key={one.id}>
                <div className="one">
                  <div>
                    <h3>
                      <Name>{one.outcome.name}</Name>
                    </h3>
                    <p>
                      {t('transfer.from', {
                        what: one.from.result?.name ?? one.from.award?.name ?? '',
                        provider: one.provider.name,
                      })}
                    </p>
                    <p className="small muted">
                      {t('transfer.first', { date: longDate(one.firstOn, language) })}
                      {one.agreement === null ? '' : ` ${t('transfer.covered')}`}
                    </p>
                    {one.answer === null || one.answer === '' ? null : <p className="quoted">{one.answer}</p>}
                  </div>
                  {one.status === 'asked' ? (
                    <button className="btn danger slim" type="button" disabled={busy} onClick={() => void withdraw(one.id)}>
                      {t('transfer.withdraw')}
                      <span className="unseen"> {one.outcome.name}</span>
                    </button>
                  ) : (
                    <span className="small">{t(`transfer.status.${one.status}`)}</span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Ask() {
  const { t } = useLanguage();
  const id = useId();
  const { data: record } = useQuery(recordQuery);
  const { data: evidence } = useQuery(evidenceQuery);
  const [kind, setKind] = useState<'result' | 'award'>('result');
  const [result, setResult] = useState('');
  const [award, setAward] = useState({ award: '', issuer: '', firstOn: '', evidence: '' });
  const [outcome, setOutcome] = useState<Picked | null>(null);
  const [provider, setProvider] = useState<Picked | null>(null);
  const [words, setWords] = useState('');
  const [consent, setConsent] = useState(false);
  const { busy, wrong, act: send } = useAct();
  const ask = async (): Promise<void> => {
    const from = kind === 'result' ? { result } : award;
    const done = await send(async () => {
      await api.post('/api/v1/learners/me/transfers', {
        body: { from, outcome: outcome?.id ?? '', provider: provider?.id ?? '', words: words.trim(), consent: true },
      });
      await queries.invalidateQueries({ queryKey: ['transfers'] });
    });
    if (!done) return;
    setOutcome(null);
    setWords('');
    setConsent(false);
  };
  const passed = (record?.record.achievements ?? []).filter((one) => one.result !== 'not-achieved' && one.status === 'confirmed');
  const nameOf = (outcomeId: string): string => record?.record.outcomes.find((one) => one.id === outcomeId)?.name ?? '';
  return (
    <section className="sec" aria-labelledby="ask">
      <header>
        <h2 className="h2" id="ask">
          {t('transfer.ask')}
        </h2>
      </header>
      {kind === 'award' ? <AddEvidence /> : null}
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <fieldset className="reasons">
          <legend className="h3">{t('transfer.what')}</legend>
          {(['result', 'award'] as const).map((one) => (
            <label key={one}>
              <input className="choice" type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
              {t(`transfer.kind.${one}`)}
            </label>
          ))}
        </fieldset>
        {kind === 'result' ? (
          <div className="field top-2">
            <label htmlFor={`${id}-result`}>{t('transfer.result')}</label>
            <select
              className="input"
              id={`${id}-result`}
              required
              value={result}
              onChange={(event) => setResult(event.target.value)}
            >
              <option value="">{t('transfer.choose')}</option>
              {passed.map((one) => (
                <option key={one.id} value={one.id}>
                  {`${nameOf(one.outcome)}, ${one.originalDate ?? one.date}`}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <>
            {(['award', 'issuer'] as const).map((name) => (
              <div className="field top-2" key={name}>
                <label htmlFor={`${id}-${name}`}>{t(`transfer.${name}`)}</label>
                <input
                  className="input"
                  id={`${id}-${name}`}
                  required
                  maxLength={300}
                  value={award[name]}
                  onChange={(event) => setAward({ ...award, [name]: event.target.value })}
                />
              </div>
            ))}
            <div className="field top-2">
              <label htmlFor={`${id}-date`}>{t('transfer.date')}</label>
              <input
                className="input"
                id={`${id}-date`}
                type="date"
                required
                value={award.firstOn}
                onChange={(event) => setAward({ ...award, firstOn: event.target.value })}
              />
            </div>
            <div className="field top-2">
              <label htmlFor={`${id}-evidence`}>{t('transfer.evidence')}</label>
              <select
                className="input"
                id={`${id}-evidence`}
                required
                value={award.evidence}
                onChange={(event) => setAward({ ...award, evidence: event.target.value })}
              >
                <option value="">{t('transfer.choose')}</option>
                {(evidence?.items ?? []).map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
              </select>
            </div>
          </>
        )}
        <div className="top-2">
          <OutcomePicker picked={outcome} onPick={setOutcome} />
        </div>
        <div className="top-2">
          <ProviderPicker picked={provider} onPick={setProvider} />
        </div>
        <Area label={t('transfer.words')} value={words} onChange={setWords} most={2000} />
        <label className="pick">
          <input
            className="choice"
            type="checkbox"
            required
            checked={consent}
            onChange={(event) => setConsent(event.target.checked)}
          />
          <span>{t('transfer.consent')}</span>
        </label>
        <Wrong words={wrong} />
        <div className="acts">
          <button className="btn" type="submit" disabled={busy || outcome === null || provider === null}>
            {t('transfer.send')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Finds an outcome of the catalogue by its name or code, as you type. */
function OutcomePicker({
  picked,
  onPick,
}: {
  readonly picked: Picked | null;
  readonly onPick: (outcome: Picked | null) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['catalogue', 'pick', typed],
    queryFn: () => api.get('/api/v1/outcomes', { query: { q: typed, status: 'published', limit: 12 } }),
    placeholderData: (before) => before,
    enabled: picked === null && typed.trim().length > 1,
  });
  const items = (data?.items ?? []).map(({ id, name, code }) => ({ id, name, code }));
  const words = {
    label: t('transfer.outcome'),
    hint: t('transfer.outcome-hint'),
    none: t('transfer.outcome-none'),
    other: t('talent.provider-other'),
  };
  return (
    <PickOne
      words={words}
      typed={typed}
      onTyped={setTyped}
      items={items}
      late={isPlaceholderData}
      picked={picked}
      onPick={onPick}
    />
  );
}
