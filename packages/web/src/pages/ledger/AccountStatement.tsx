import type { LearningAccountView } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { entry, shortDate } from '../../language/index.ts';
import { Trouble } from '../../parts/Troubles.tsx';
import { accountStatementQuery } from './queries.ts';
import { StatementActs } from './StatementActs.tsx';
import { money } from './words.ts';

/** The statement of a learning account, with what could be spent after each line. */
export function AccountStatement({ account }: { readonly account: LearningAccountView }) {
  const { t, language } = useLanguage();
  const { data, error } = useQuery(accountStatementQuery(account.id));
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  const address = `/api/v1/learners/me/learning-accounts/${account.id}/statement`;
  const grantName = (id: string): string => entry(language, `ledger.grant.${id}`) ?? id;
  return (
    <section className="sec" aria-labelledby="statement">
      <header>
        <h2 className="h2" id="statement">
          {t('ledger.statement')}
        </h2>
        <StatementActs json={address} csv={`${address}.csv`} />
      </header>
      <table className="tbl stacked ledger-lines">
        <thead>
          <tr>
            <th scope="col">{t('ledger.date')}</th>
            <th scope="col">{t('ledger.entry')}</th>
            <th scope="col" className="r">
              {t('ledger.change')}
            </th>
            <th scope="col" className="r">
              {t('ledger.available')}
            </th>
            <th scope="col" className="r">
              {t('ledger.reserved')}
            </th>
            <th scope="col" className="r">
              {t('ledger.spent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <tr key={line.entry ?? `${line.on} ${line.grant ?? ''}`}>
              <td className="nowrap">{shortDate(line.on, language)}</td>
              <td>
                {t(`ledger.statement-kind.${line.kind}`)}:{' '}
                {line.grant === null ? (line.title ?? line.programme) : grantName(line.grant)}
              </td>
              <td className="r nowrap" data-before={t('ledger.change')}>
                {line.change > 0 ? '+' : ''}
                {money(line.change, account.currency)}
              </td>
              <td className="r nowrap" data-before={t('ledger.available')}>
                {money(line.available, account.currency)}
              </td>
              <td className="r nowrap" data-before={t('ledger.reserved')}>
                {money(line.reserved, account.currency)}
              </td>
              <td className="r nowrap" data-before={t('ledger.spent')}>
                {money(line.spent, account.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
