import type { BankHoldings as Holdings } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { BankStatement } from './BankStatement.tsx';
import { Credits } from './Credits.tsx';

import { type BankPlace, holdingsQuery } from './queries.ts';
import { inWords, sized } from './words.ts';

/** Credit bank: what I hold, where it stands, when each lapses, what I can redeem, and the statement. */
export function CreditBankPage() {
  const place = useParams({ from: '/bank/$framework/$bank' });
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(holdingsQuery(place, language));
  if (data !== undefined) return <Bank place={place} held={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Bank({ place, held }: { readonly place: BankPlace; readonly held: Holdings }) {
  const { t, language } = useLanguage();
  const title = inWords(held.title, language);
  useTitle(title);
  const { nextToLapse: next } = held;
  return (
    <>
      <p className="eyebrow">{t('ledger.bank-eyebrow', { title, date: longDate(held.on, language) })}</p>
      <h1 className="display">{t('ledger.headline', { amount: sized(held.usable, held.unit, language) })}</h1>
      <p className="lead top-2">
        {next === null
          ? t('ledger.bank-lead-none')
          : t('ledger.bank-lead', { amount: sized(next.size, held.unit, language), date: longDate(next.on, language) })}
      </p>
      <section className="sec noprint" aria-labelledby="options">
        <header>
          <h2 className="h2" id="options">
            {t('ledger.options')}
          </h2>
          <p className="small muted">
            {held.at.map(({ institution, size }) => `${institution.name}: ${sized(size, held.unit, language)}`).join(' · ')}
          </p>
        </header>
        {held.options.length === 0 ? <p>{t('ledger.no-options')}</p> : null}
        <ul className="ledger-rows">
          {held.options.map((option) => (
            <li key={`${option.award} ${option.institution.id}`}>
              <span>
                <b>{inWords(option.title, language)}</b>
                <small className="block muted">{option.institution.name}</small>
              </span>
              <span className={option.eligible ? undefined : 'muted'}>
                {option.eligible ? t('ledger.can') : t('ledger.cannot', { amount: sized(option.missing, held.unit, language) })}
              </span>
              <Link
                to="/bank/$framework/$bank/redeem"
                params={place}
                search={{ award: option.award, institution: option.institution.id }}
                aria-label={`${t('ledger.look')}: ${inWords(option.title, language)}, ${option.institution.name}`}
              >
                {t('ledger.look')}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Credits place={place} held={held} />
      <Portfolios held={held} />
      <BankStatement place={place} unit={held.unit} />
    </>
  );
}

/** What was recognised from a portfolio: certified by itself, with the links to its evidence and why. */
function Portfolios({ held }: { readonly held: Holdings }) {
  const { t } = useLanguage();
  if (held.portfolios.length === 0) return null;
  return (
    <section className="sec noprint" aria-labelledby="portfolios">
      <header>
        <h2 className="h2" id="portfolios">
          {t('ledger.portfolio')}
        </h2>
        <p className="small muted">{t('ledger.portfolio-text')}</p>
      </header>
      {held.portfolios.map(({ credit, award, lines }) => (
        <div key={`${credit} ${award}`}>
          <ol className="why">
            {lines.map(({ code, text }) => (
              <li key={code + text}>{text}</li>
            ))}
          </ol>
          <ul className="top-1">
            {held.credits
              .filter(({ id }) => id === credit)
              .flatMap(({ evidence }) => evidence)
              .map((link) => (
                <li key={link}>
                  <a href={link} rel="noreferrer noopener">
                    {link}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
