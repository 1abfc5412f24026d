import type { CoursePackage } from '@recognition/client';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { coursePackageQuery } from './queries.ts';
import type { Writing } from './use-writing.ts';

/** Sends what stands here to the employer as the next version, or withdraws the package. */
export function Propose({
  given,
  writing,
  sound,
}: {
  readonly given: CoursePackage;
  readonly writing: Writing;
  readonly sound: boolean;
}) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [words, setWords, forget] = useKept(`package-proposal:${given.id}`);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { theirs } = writing;
  const sent = given.draft?.proposed === true && writing.keeping === 'kept';
  const act = async (work: () => Promise<CoursePackage>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      queries.setQueryData(coursePackageQuery(given.id).queryKey, await work());
      forget();
      await queries.invalidateQueries({ queryKey: ['course-packages'], exact: true });
      await queries.invalidateQueries({ queryKey: ['packages'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const propose = async (): Promise<void> => {
    const revision = await writing.flush();
    if (revision === null) return;
    await act(() =>
      api.post('/api/v1/packages/{id}/proposal', { path: { id: given.id }, body: { revision, words: words.trim() } }),
    );
  };
  const withdraw = (): Promise<void> =>
    act(async () => {
      const body = { version: given.version, words: words.trim() };
      const now = await api.post('/api/v1/packages/{id}/withdrawal', { path: { id: given.id }, body });
      await navigate({ to: '/results/packages' });
      return now;
    });
  return (
    <section className="sec" aria-labelledby="propose">
      <header>
        <h2 className="h2" id="propose">
          {t('package.propose-title')}
        </h2>
      </header>
      {theirs === null ? null : (
        <div className="say wait" role="alert">
          <p>{t('package.theirs')}</p>
          <div className="acts">
            <button type="button" className="btn second slim" onClick={() => writing.settle(theirs.content)}>
              {t('talent.take-theirs')}
            </button>
            <button type="button" className="btn slim" onClick={() => writing.settle(writing.content)}>
              {t('talent.save-mine')}
            </button>
          </div>
        </div>
      )}
      {sent ? (
        <p className="say">{t(given.status === 'agreed' ? 'package.agreed-now' : 'package.sent', { n: given.version })}</p>
      ) : null}
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <div className="field">
          <label htmlFor="propose-words">{t('package.propose-words')}</label>
          <textarea
            id="propose-words"
            className="input"
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        {error === null && writing.error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error ?? writing.error)}
          </p>
        )}
        <div className="acts">
          <button type="button" className="btn" disabled={!sound || busy || sent} onClick={() => void propose()}>
            {t('package.propose', { n: given.version + 1 })}
          </button>
          {given.status === 'agreed' ? null : (
            <button type="button" className="btn danger" disabled={busy} onClick={() => void withdraw()}>
              {t('package.withdraw')}
            </button>
          )}
        </div>
        {sound ? null : <p className="hint muted">{t('package.not-sound')}</p>}
      </form>
    </section>
  );
}
