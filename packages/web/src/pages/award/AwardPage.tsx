import type { AwardView } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { awardQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate, shortDate } from '../../language/index.ts';
import { awardNameOf } from '../../parts/award-name.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AnswerFor } from './AnswerFor.tsx';
import { AwardStack } from './AwardStack.tsx';
import { QrCode } from './QrCode.tsx';
import { Withdraw } from './Withdraw.tsx';

/** One award: what it is, whether it is in force, how to show it, and what it stands on. */
export function AwardPage() {
  const { id } = useParams({ from: '/record/awards/$id' });
  const { data, error, refetch } = useQuery(awardQuery(id));
  if (data !== undefined) return <Award award={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting picture />;
}

function Award({ award }: { readonly award: AwardView }) {
  const spoken = useLanguage();
  const { t, language, field } = spoken;
  const name = awardNameOf(award, spoken);
  const stacked = award.definition === null;
  // Another country's learning has no credits, field or level of ours.
  const measured = award.counted.some(({ outcome }) => outcome.credits > 0);
  useTitle(name);
  const inForce = award.status === 'live';
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>
      </p>
      <div className="award-top">
        <section>
          <h1 className="display">{t(`award.headline.${award.status}`, { name })}</h1>
          <p className="lead top-2">
            {t(stacked ? 'award.lead' : award.size === null ? 'award.lead-unsized' : 'award.lead-made', {
              date: longDate(award.issuedOn, language),
              credits: award.credits,
              size: award.size?.[language] ?? '',
              from: longDate(award.from, language),
              to: longDate(award.to, language),
            })}
          </p>
          {award.reason === null || inForce ? null : (
            <p className="say wait top-2">{award.reasonCode === null ? award.reason : t(`award.reason.${award.reasonCode}`)}</p>
          )}
          {award.validUntil === null ? null : (
            <p className="top-2">{t('award.valid-until', { date: longDate(award.validUntil, language) })}</p>
          )}
          <p className="top-2 measure">{stacked ? t('award.no-level') : award.note[language]}</p>
          <div className="acts">
            <a className="btn" href={award.credentialUrl} download>
              {t('award.download')}
            </a>
            {inForce ? (
              <Link className="btn second" to="/record/awards/$id/wallet" params={{ id: award.id }}>
                {t('wallet.add')}
              </Link>
            ) : null}
            <a className="btn second" href={withLanguage(award.printUrl, language)}>
              {t('award.print')}
            </a>
            <a className="btn second" href={withLanguage(`/api/v1/awards/${award.id}/certificate.pdf`, language)} download>
              {t('paper.take-certificate')}
            </a>
          </div>
        </section>
        <aside aria-labelledby="show">
          <h2 className="h3" id="show">
            {t('award.show')}
          </h2>
          <div className="qr top-1">
            <QrCode text={award.verifyUrl} label={t('award.qr')} />
          </div>
          <p className="small muted top-1">{t('award.show-text')}</p>
          <p className="small">
            <a href={award.verifyUrl}>{award.verifyUrl.replace(/^https?:\/\//, '')}</a>
          </p>
          <p className="small muted top-1">{t('award.forms')}</p>
          <ul className="list-plain forms small">
            {FORMS.map((form) => (
              <li key={form}>
                <a href={`${award.credentialUrl}?format=${encodeURIComponent(form)}`} download>
                  {t(`award.form.${form}`)}
                </a>
              </li>
            ))}
            {inForce ? (
              <li>
                <a href={`/api/v1/awards/${award.id}/elm`} download>
                  {t('award.form.elm')}
                </a>
              </li>
            ) : null}
          </ul>
        </aside>
      </div>
      {award.status === 'suspended' ? <AnswerFor award={award} /> : null}
      {stacked ? <AwardStack award={award} /> : null}
      <section className="sec" aria-labelledby="counted">
        <header>
          <h2 className="h2" id="counted">
            {t('award.counted')}
          </h2>
          <p className="small muted">{t('claim.rule', { id: award.policy.id, version: award.policy.version })}</p>
        </header>
        <table className="tbl figures">
          <thead>
            <tr>
              <th scope="col">{t('figures.date')}</th>
              <th scope="col">{t('figures.outcome')}</th>
              {measured ? (
                <>
                  <th scope="col">{t('figures.field')}</th>
                  <th scope="col" className="r">
                    {t('figures.credits')}
                  </th>
                  <th scope="col" className="r">
                    {t('figures.level')}
                  </th>
                </>
              ) : null}
              <th scope="col" className="f-last">
                {t('figures.provider')}
              </th>
            </tr>
          </thead>
          <tbody>
            {award.counted.map((one) => (
              <tr key={one.achievement}>
                <td className="f-date">{shortDate(one.date, language)}</td>
                <td className="f-name">
                  <Name>{one.outcome.name}</Name>
                </td>
                {measured ? (
                  <>
                    <td className="f-field">
                      <span className="sw">
                        <Swatch field={one.outcome.field} />
                        <span>{field(one.outcome.field)}</span>
                      </span>
                    </td>
                    <td className="r f-credits">{one.outcome.credits}</td>
                    <td className="r f-sum">{one.outcome.level ?? ''}</td>
                  </>
                ) : null}
                <td className="f-last">{one.provider}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="sec" aria-labelledby="appeal">
        <header>
          <h2 className="h2" id="appeal">
            {t('dispute.appeal')}
          </h2>
        </header>
        <p className="measure">{t('dispute.appeal-text')}</p>
        <div className="acts">
          <Link className="btn second" to="/record/disputes/new" search={{ award: award.id }}>
            {t('dispute.appeal')}
          </Link>
        </div>
      </section>
      {award.status === 'live' || award.status === 'suspended' ? <Withdraw award={award} name={name} /> : null}
    </>
  );
}

/** The other forms in which the same credential can be taken. */
const FORMS = ['vc+jwt', 'dc+sd-jwt', 'png', 'svg'] as const;

function withLanguage(url: string, language: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;
}
