import type { BankHoldings } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { Trouble } from '../../parts/Troubles.tsx';
import { type BankPlace, statementQuery } from './queries.ts';
import { StatementActs } from './StatementActs.tsx';
import { inWords, signed } from './words.ts';

/** The statement of account: every movement with the balance after it, the newest at the foot, as a bank prints it. */
export function BankStatement({ place, unit }: { readonly place: BankPlace; readonly unit: BankHoldings['unit'] }) {
  const { t, language } = useLanguage();
  const { data, error } = useQuery(statementQuery(place, language));
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  const address = `/api/v1/learners/me/banks/${place.framework}/${place.bank}/statement`;
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
              {t('ledger.change')} ({inWords(unit.many, language)})
            </th>
            <th scope="col" className="r">
              {t('ledger.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <tr key={`${line.kind} ${line.credit} ${line.entry ?? ''}`}>
              <td className="nowrap">{shortDate(line.on, language)}</td>
              <td>
                {t(`ledger.statement-kind.${line.kind}`)}: {line.title}
                <small className="block muted">
                  {[line.from, line.to].filter((part) => part !== null).join(' → ')}
                  {line.award === null ? '' : ` → ${line.award}`}
                </small>
              </td>
              <td className="r nowrap" data-before={t('ledger.change')}>
                {signed(line.amount)}
              </td>
              <td className="r nowrap" data-before={t('ledger.balance')}>
                {line.balanceAmount}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
