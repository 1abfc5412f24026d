import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { WhoseFields } from '../../parts/WhoseFields.tsx';
import { OneResult } from './OneResult.tsx';
import { type Own, searchOwn, wordOf } from './own-result.ts';

/** Find one of our own results, by its reference or by whose it is; see what happened to it; correct or withdraw it. */
export function OneResultPage() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [by, setBy] = useState<'reference' | 'learner'>('reference');
  const [reference, setReference] = useState('');
  const [nsn, setNsn] = useState('');
  const [born, setBorn] = useState('');
  const [found, setFound] = useState<readonly Own[] | null>(null);
  const [chosen, setChosen] = useState<Own | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useTitle(t('one.title'));
  const ask = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const items = await searchOwn(
        by === 'reference' ? { reference: reference.trim() } : { nsn: nsn.trim(), dateOfBirth: born },
      );
      setFound(items);
      setChosen(items.length === 1 ? (items[0] ?? null) : null);
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('results.title')}</Link>
      </p>
      <h1 className="display">{t('one.title')}</h1>
      <p className="lead top-2">{t('one.lead')}</p>
      <form
        className="asking top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <fieldset>
          <legend className="unseen">{t('one.by')}</legend>
          {(['reference', 'learner'] as const).map((way) => (
            <label className="tick" key={way}>
              <input type="radio" name="by" checked={by === way} onChange={() => setBy(way)} />
              {t(`one.by-${way}`)}
            </label>
          ))}
        </fieldset>
        {by === 'reference' ? (
          <div className="field">
            <label htmlFor="reference">{t('column.reference')}</label>
            <input
              className="input"
              id="reference"
              required
              maxLength={200}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          </div>
        ) : (
          <WhoseFields nsn={nsn} born={born} onNsn={setNsn} onBorn={setBorn} />
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={busy}>
            {t('one.find')}
          </button>
        </div>
      </form>
      {failure === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(failure)}
        </p>
      )}
      <div aria-live="polite">
        {found === null ? null : found.length === 0 ? <p className="say top-3">{t('one.none')}</p> : null}
      </div>
      {found === null || found.length < 2 ? null : (
        <section className="sec" aria-labelledby="found">
          <header>
            <h2 className="h2" id="found">
              {t('one.found', { count: found.length })}
            </h2>
          </header>
          <ul className="list-plain ruled">
            {found.map((one) => (
              <li key={`${one.reference} ${one.outcome.code} ${one.outcome.version}`}>
                <button type="button" className="link" aria-pressed={chosen === one} onClick={() => setChosen(one)}>
                  {one.reference}
                </button>{' '}
                {one.outcome.code}, {one.outcome.name}. {t(`result.${wordOf(one.result)}`)}, {shortDate(one.date, language)}
                {one.status === 'withdrawn' ? `, ${t('one.withdrawn')}` : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
      {chosen === null ? null : (
        <OneResult
          key={`${chosen.provider} ${chosen.reference}`}
          own={chosen}
          nsn={by === 'learner' ? nsn.trim() : ''}
          born={by === 'learner' ? born : ''}
        />
      )}
    </>
  );
}
