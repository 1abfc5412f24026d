import type { CoursePackage } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Acts } from './Acts.tsx';
import { Findings } from './Findings.tsx';
import { coursePackageQuery } from './queries.ts';
import { Sheet } from './Sheet.tsx';

/** A package that was made for an employer, on one page: read it, ask for a change, agree. */
export function AgreePage() {
  const { id } = useParams({ from: '/talent/packages/$id' });
  const { data, error, refetch } = useQuery(coursePackageQuery(id));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return <Proposed given={data} />;
}

function Proposed({ given }: { readonly given: CoursePackage }) {
  const { t, language } = useLanguage();
  useTitle(given.title);
  const current = given.versions.find(({ version }) => version === given.version);
  const withdrawn = given.findings.some(({ code }) => code === 'course-withdrawn');
  const stops = given.findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      <h1 className="display">{given.title}</h1>
      {current === undefined ? null : (
        <p className="lead top-2">
          {t('package.proposed-by', {
            name: given.provider.name,
            n: given.version,
            date: longDate(dateOfInstant(current.proposedAt), language),
          })}{' '}
          <b>{t(`package.status.${given.status}`)}</b>
        </p>
      )}
      {withdrawn ? (
        <p className="say wrong top-3" role="alert">
          {t('package.withdrawn-employer')}
        </p>
      ) : null}
      {current === undefined ? null : (
        <section className="sec" aria-labelledby="package">
          <header>
            <h2 className="h2" id="package">
              {t('package.what')}
            </h2>
          </header>
          <Sheet content={current.content} sums={current.sums} courses={given.courses} skills={given.skills} />
        </section>
      )}
      {given.findings.length === 0 ? null : (
        <section className="sec" aria-labelledby="findings">
          <header>
            <h2 className="h2" id="findings">
              {t('package.findings')}
            </h2>
          </header>
          <Findings findings={given.findings} courses={given.courses} />
        </section>
      )}
      {given.status === 'proposed' ? <Answer given={given} stops={stops} /> : null}
      <Acts given={given} own="employer" />
    </>
  );
}

function Answer({ given, stops }: { readonly given: CoursePackage; readonly stops: boolean }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [words, setWords, forget] = useKept(`package-answer:${given.id}`);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (step: 'agreement' | 'change-request' | 'refusal'): Promise<void> => {
    setBusy(true);
    setError(null);
    const options = { path: { id: given.id }, body: { version: given.version, words: words.trim() } };
    try {
      const now =
        step === 'agreement'
          ? await api.post('/api/v1/packages/{id}/agreement', options)
          : step === 'refusal'
            ? await api.post('/api/v1/packages/{id}/refusal', options)
            : await api.post('/api/v1/packages/{id}/change-request', options);
      forget();
      queries.setQueryData(coursePackageQuery(given.id).queryKey, now);
    } catch (failure) {
      setError(failure);
      await queries.invalidateQueries({ queryKey: ['course-packages', given.id] });
    }
    await queries.invalidateQueries({ queryKey: ['course-packages'], exact: true });
    setBusy(false);
  };
  return (
    <section className="sec noprint" aria-labelledby="answer">
      <header>
        <h2 className="h2" id="answer">
          {t('package.answer')}
        </h2>
      </header>
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <div className="field">
          <label htmlFor="package-words">{t('package.words')}</label>
          <span className="hint" id="package-words-hint">
            {t('package.words-hint')}
          </span>
          <textarea
            id="package-words"
            className="input"
            aria-describedby="package-words-hint"
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button type="button" className="btn" disabled={busy || stops} onClick={() => void send('agreement')}>
            {t('package.agree', { n: given.version })}
          </button>
          <button
            type="button"
            className="btn second"
            disabled={busy || words.trim() === ''}
            onClick={() => void send('change-request')}
          >
            {t('package.ask-change')}
          </button>
          <button type="button" className="btn danger" disabled={busy} onClick={() => void send('refusal')}>
            {t('package.decline')}
          </button>
        </div>
      </form>
    </section>
  );
}
