import type { ImportProgress } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';

/** What did not pass, by reason: how many, why, what to do, and a few of the rows. */
export function Fixes({ run }: { readonly run: ImportProgress }) {
  const { t, language } = useLanguage();
  return (
    <section className="sec" aria-labelledby="fixes">
      <header>
        <h2 className="h2" id="fixes">
          {t('fixes.title')}
        </h2>
        <p className="small">
          <a href={`/api/v1/results/imports/${encodeURIComponent(run.id)}/rejects`} download>
            {t('fixes.download')}
          </a>
          <Link to="/results" className="fix-again">
            {t('fixes.again')}
          </Link>
        </p>
      </header>
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
