import { ApiError, type ImportProgress } from '@recognition/client';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';
import { handOver } from '../../preview/hand-over.ts';

/** What did not pass, by reason: how many, why, what to do, and a few of the rows. */
export function Fixes({ run }: { readonly run: ImportProgress }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const address = `/api/v1/results/imports/${encodeURIComponent(run.id)}/rejects`;
  const mend = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new ApiError(answer.status, `http-${answer.status}`, '', {});
      const rows = await answer.blob();
      handOver(new File([rows], run.name.replace(/(\.\w+)*$/, '-mended.csv')));
      await navigate({ to: '/results' });
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <section className="sec" aria-labelledby="fixes">
      <header>
        <h2 className="h2" id="fixes">
          {t('fixes.title')}
        </h2>
        <p className="small">
          <a href={address} download>
            {t('fixes.download')}
          </a>
          <button type="button" className="link fix-again" disabled={busy} onClick={() => void mend()}>
            {t('fixes.mend')}
          </button>
        </p>
      </header>
      {failure === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(failure)}
        </p>
      )}
      {run.rejectsByCode.map((group) => (
        <section className="fix" key={group.code}>
          <p className="count">
            {wholeNumber(group.count)} <small>{t('fixes.rows', { count: group.count })}</small>
          </p>
          <div>
            <h3 className="h3">{group.message[language]}</h3>
            <p>{group.fix[language]}</p>
          </div>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('fixes.row')}</th>
                <th scope="col">{t('fixes.what')}</th>
              </tr>
            </thead>
            <tbody>
              {group.examples.slice(0, 3).map((example) => (
                <tr key={example.row}>
                  <td>{wholeNumber(example.row)}</td>
                  <td>{example.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  );
}
