import type { RecognitionFramework } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { longDate, wholeNumber } from '../../language/index.ts';

/** What a framework says beside its awards: ledgers, tariffs, when a change needs a new approval, scales of skill. Nothing where it says nothing. */
export function BesideAwards({ framework }: { readonly framework: RecognitionFramework }) {
  const { t, language } = useLanguage();
  const { accounts, prices, changes, proficiency } = framework;
  if (accounts.length === 0 && prices === null && changes === null && proficiency === null) return null;
  const money = (hundredths: number, currency: string): string =>
    `${currency} ${wholeNumber(Math.trunc(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
  return (
    <section className="sec" aria-labelledby="beside">
      <header>
        <h2 className="h2" id="beside">
          {t('frameworks.beside')}
        </h2>
      </header>
      <dl className="kinds">
        {accounts.map((account) => (
          <div key={account.id}>
            <dt>{account.title[language]}</dt>
            <dd>
              {account.rule === 'credit-bank'
                ? t('frameworks.bank', { years: account.shelfLifeYears })
                : account.grants
                    .map((grant) =>
                      t(grant.expires === null ? 'frameworks.grant' : 'frameworks.grant-until', {
                        money: money(grant.cents, account.currency),
                        age: grant.leastAge,
                        from: longDate(grant.from, language),
                        ...(grant.expires === null ? {} : { until: longDate(grant.expires, language) }),
                      }),
                    )
                    .join(' ')}
              <Source>{account.source}</Source>
            </dd>
          </div>
        ))}
        {prices === null ? null : (
          <div>
            <dt>{t('frameworks.prices')}</dt>
            <dd>
              <ul>
                {prices.tariffs.map(({ year, group, hundredthsPerDay, source }) => (
                  <li key={`${year}${group}`}>
                    {t('frameworks.price', {
                      year,
                      group: group.replaceAll('-', ' '),
                      money: money(hundredthsPerDay, prices.currency),
                    })}
                    <Source>{source}</Source>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {changes === null ? null : (
          <div>
            <dt>{t('frameworks.changes')}</dt>
            <dd>
              {t('frameworks.changes-text', { terms: changes.newApproval.join(', '), percent: changes.durationMoreThanPercent })}
              <Source>{changes.source}</Source>
            </dd>
          </div>
        )}
        {proficiency === null ? null : (
          <div>
            <dt>{t('frameworks.proficiency')}</dt>
            <dd>
              <ul>
                {Object.entries(proficiency.scales).map(([scale, steps]) => (
                  <li key={scale} lang="en">{`${scale}: ${steps.join(', ')}`}</li>
                ))}
              </ul>
              <Source>{proficiency.source}</Source>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Source({ children }: { readonly children: string }) {
  return (
    <small className="muted source" lang="en">
      {children}
    </small>
  );
}
