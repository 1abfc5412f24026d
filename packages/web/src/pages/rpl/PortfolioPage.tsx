import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AddEvidence } from './AddEvidence.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { again, type EvidenceItem, evidenceQuery } from './queries.ts';
import { RplNav } from './RplNav.tsx';
import { useAct } from '../../parts/use-act.ts';
import { sizeOf } from './words.ts';

/** What I keep to show what I can do, who opened it, and taking it away. */
export function PortfolioPage() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(evidenceQuery);
  useTitle(t('evidence.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RplNav />
      <h1 className="display">
        {data.items.length === 0 ? t('evidence.empty') : t('evidence.headline', { count: data.items.length })}
      </h1>
      <p className="lead top-2">{t('evidence.lead')}</p>
      <AddEvidence />
      <ul className="consents top-3">
        {data.items.map((item) => (
          <One key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function One({ item }: { readonly item: EvidenceItem }) {
  const { t, language } = useLanguage();
  const { busy, wrong, act: send } = useAct();
  const remove = (): Promise<boolean> =>
    send(async () => {
      await api.delete('/api/v1/learners/me/evidence/{id}', { path: { id: item.id } });
      await again();
    });
  const { verification } = item;
  return (
    <li>
      <div className="one">
        <div>
          <h3>
            {item.url === null ? (
              <a href={`/api/v1/learners/me/evidence/${item.id}/content`} download>
                <Name>{item.title}</Name>
              </a>
            ) : (
              <a href={item.url} rel="noreferrer noopener" target="_blank">
                <Name>{item.title}</Name>
              </a>
            )}
          </h3>
          <p className="small muted">
            {[
              t(`evidence.kind.${item.kind}`),
              item.issuer ?? '',
              item.mediaType ?? '',
              sizeOf(t, item.bytes),
              longDate(dateOfInstant(item.addedAt), language),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          {verification === null ? null : (
            <p className="small">
              {t(item.proof ? 'evidence.proof' : 'evidence.no-proof')}
              {verification.whose === 'unnamed' ? ` ${t('evidence.unnamed')}` : ''}
            </p>
          )}
          {verification === null || item.proof ? null : (
            <ul className="small muted" lang="en">
              {verification.checks
                .filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown')
                .map(({ check, detail }) => (
                  <li key={check}>{detail}</li>
                ))}
            </ul>
          )}
        </div>
        <button type="button" className="btn danger slim" disabled={busy} onClick={() => void remove()}>
          {t('evidence.remove')}
          <span className="unseen"> {item.title}</span>
        </button>
      </div>
      <Wrong words={wrong} />
      <details>
        <summary>{t('evidence.opened', { count: item.openings.length })}</summary>
        <ul className="log">
          {item.openings.map(({ at, organisation, purpose }) => (
            <li key={at}>
              <span>{longDate(dateOfInstant(at), language)}</span>
              <span>{`${organisation ?? ''}: ${entry(language, `purpose.${purpose}`) ?? purpose}`}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
