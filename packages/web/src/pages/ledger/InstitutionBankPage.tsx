import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { DepositForm } from './DepositForm.tsx';
import { type BankPlace, banksQuery } from './queries.ts';
import { inWords } from './words.ts';

/** A bank of credits as an institution sees it: deposit, what came to it, what was redeemed at it. */
export function InstitutionBankPage() {
  const place = useParams({ from: '/results/bank/$framework/$bank' });
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(banksQuery);
  const bank = data?.items.find((one) => one.framework === place.framework && one.bank === place.bank);
  const title = bank === undefined ? t('ledger.way') : inWords(bank.title, language);
  useTitle(title);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (bank === undefined) return <Waiting />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('nav.results')}</Link>
      </p>
      <h1 className="display">{title}</h1>
      <p className="lead top-2">{t('ledger.institution-lead')}</p>
      <DepositForm place={place} bank={bank} />
      <Entries place={place} />
      <Seen place={place} />
    </>
  );
}

/** Deposits by us, transfers to us and redemptions at us, the newest first. */
function Entries({ place }: { readonly place: BankPlace }) {
  const { t, language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['bank', place.framework, place.bank, 'entries'],
    queryFn: () => api.get('/api/v1/banks/{framework}/{bank}/entries', { path: { ...place } }),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  return (
    <section className="sec" aria-labelledby="entries">
      <header>
        <h2 className="h2" id="entries">
          {t('ledger.entries')}
        </h2>
      </header>
      {data.items.length === 0 ? <p>{t('ledger.nothing')}</p> : null}
      <ul className="ledger-rows">
        {data.items.map(({ id, kind, on, learner, from, award, size, titles }) => (
          <li key={id}>
            <span>
              {t(`ledger.statement-kind.${kind}`)}: {titles.slice(0, 3).join(', ')}
              {titles.length > 3 ? ` + ${titles.length - 3}` : ''}
              <small className="block muted">
                {[shortDate(on, language), from?.name, award].filter((part) => part != null).join(' · ')}
              </small>
            </span>
            <span>{learner}</span>
            <b className="nowrap">{size.amount}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What we gave and what came to us, each with where it stands. */
function Seen({ place }: { readonly place: BankPlace }) {
  const { t, language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['bank', place.framework, place.bank, 'credits'],
    queryFn: () => api.get('/api/v1/banks/{framework}/{bank}/credits', { path: { ...place } }),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="seen">
      <header>
        <h2 className="h2" id="seen">
          {t('ledger.seen')}
        </h2>
      </header>
      <ul className="ledger-rows">
        {data.items.map((credit) => {
          const date = shortDate(credit.until, language);
          return (
            <li key={credit.id} className={credit.state === 'usable' ? undefined : 'muted'}>
              <span>
                {credit.title}
                <small className="block muted">
                  {[credit.reference, credit.code, t('ledger.given-by', { place: credit.givenBy.name })]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </small>
              </span>
              <span>
                {credit.learner}
                <small className="block muted">
                  {credit.state === 'redeemed'
                    ? t('ledger.redeemed-for', { award: credit.award ?? '' })
                    : t(credit.state === 'lapsed' ? 'ledger.lapsed-on' : 'ledger.lapses-on', { date })}
                  {credit.at === null ? '' : ` · ${t('ledger.at', { place: credit.at.name })}`}
                </small>
              </span>
              <b className="nowrap">{credit.size.amount}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
