import type { LearningAccountView } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { entry, longDate, shortDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AccountStatement } from './AccountStatement.tsx';
import { Programmes } from './Programmes.tsx';
import { accountQuery, ledgersQuery } from './queries.ts';
import { Reservations } from './Reservations.tsx';
import { inWords, money } from './words.ts';

/** My learning accounts: the one that I have, or a list to choose from. */
export function LearningAccountsPage() {
  const { t, language } = useLanguage();
  const { data, error } = useQuery(ledgersQuery);
  useTitle(t('ledger.accounts'));
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Waiting />;
  const [only] = data.accounts;
  if (only !== undefined && data.accounts.length === 1) return <One id={only.id} />;
  return (
    <>
      <h1 className="display">{t('ledger.accounts')}</h1>
      {only === undefined ? <p className="lead top-2">{t('ledger.no-accounts')}</p> : null}
      <ul className="ledger-rows top-3">
        {data.accounts.map(({ id, title }) => (
          <li key={id}>
            <Link to="/learning/$id" params={{ id }}>
              {inWords(title, language)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One learning account: what can be spent, by grant with its expiry, what is reserved and spent, and the statement. */
export function LearningAccountPage() {
  const { id } = useParams({ from: '/learning/$id' });
  return <One id={id} />;
}

function One({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(accountQuery(id));
  if (data !== undefined) return <Account account={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Account({ account }: { readonly account: LearningAccountView }) {
  const { t, language } = useLanguage();
  const title = inWords(account.title, language);
  useTitle(title);
  const say = (cents: number): string => money(cents, account.currency);
  const [lapsing] = account.grants
    .filter(({ state, left, expires }) => state === 'live' && left > 0 && expires !== null)
    .sort((a, b) => ((a.expires ?? '') < (b.expires ?? '') ? -1 : 1));
  return (
    <>
      <p className="eyebrow">{t('ledger.account-eyebrow', { title, date: longDate(account.on, language) })}</p>
      <h1 className="display">{t('ledger.account-headline', { amount: say(account.available) })}</h1>
      <p className="lead top-2">
        {lapsing?.expires == null
          ? t('ledger.account-lead')
          : t('ledger.account-lead-lapse', { amount: say(lapsing.left), date: longDate(lapsing.expires, language) })}
      </p>
      <section className="sec" aria-labelledby="grants">
        <header>
          <h2 className="h2" id="grants">
            {t('ledger.grants')}
          </h2>
        </header>
        <dl className="sums">
          {(
            [
              ['available', account.available],
              ['reserved', account.reserved],
              ['spent', account.spent],
            ] as const
          ).map(([name, cents]) => (
            <div key={name}>
              <dt>{t(`ledger.${name}`)}</dt>
              <dd>{say(cents)}</dd>
            </div>
          ))}
        </dl>
        <ul className="ledger-rows top-3">
          {account.grants.map((grant) => (
            <li key={grant.id} className={grant.state === 'lapsed' ? 'muted' : undefined}>
              <span>
                {entry(language, `ledger.grant.${grant.id}`) ?? grant.id}
                <small className="block muted">{shortDate(grant.givenOn, language)}</small>
              </span>
              <span>
                {grant.expires === null
                  ? t('ledger.never')
                  : t(grant.state === 'lapsed' ? 'ledger.lapsed-on' : 'ledger.lapses-on', {
                      date: shortDate(grant.expires, language),
                    })}
              </span>
              <b className="nowrap">
                {t(grant.state === 'lapsed' ? 'ledger.lapsed-of' : 'ledger.left', {
                  left: say(grant.left),
                  given: say(grant.cents),
                })}
              </b>
            </li>
          ))}
        </ul>
      </section>
      <Reservations account={account} />
      <Programmes account={account} />
      <AccountStatement account={account} />
    </>
  );
}
