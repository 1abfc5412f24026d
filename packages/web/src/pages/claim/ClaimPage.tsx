import type { LearnerRecord } from '@recognition/client';
import type { Decision } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { recordQuery } from '../../api.ts';
import { decideAnew } from '../../deciding/decide.ts';
import { linesOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Choose } from './Choose.tsx';
import { Confirm } from './Confirm.tsx';
import { Edit } from './Edit.tsx';
import { useClaim } from './use-claim.ts';

/** Claim: choose among the options, check what is counted, see what is spent, claim. Nothing is spent before the last button. */
export function ClaimPage() {
  const { supersedes } = useSearch({ from: '/record/claim' });
  const { data, error, refetch } = useQuery(recordQuery);
  if (data !== undefined && data.decision !== null) return <Claim data={data} standing={data.decision} supersedes={supersedes} />;
  if (data !== undefined) return <NothingToClaim />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Claim({
  data,
  standing,
  supersedes,
}: {
  readonly data: LearnerRecord;
  readonly standing: Decision;
  readonly supersedes: string | undefined;
}) {
  const { t } = useLanguage();
  useTitle(t('claim.title'));
  const decision = useMemo(
    () => (supersedes === undefined ? standing : decideAnew(data.record, data.asOf, supersedes)),
    [data, standing, supersedes],
  );
  const lines = useMemo(() => linesOf(data.record, decision), [data, decision]);
  const claim = useClaim(data, decision, supersedes);
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>
      </p>
      <h1 className="display">{decision.eligible ? t('claim.headline') : t('claim.not-yet')}</h1>
      <p className="lead top-2">
        {decision.eligible ? t('claim.lead', { count: decision.options.length }) : t('claim.not-yet-lead')}
      </p>
      {decision.eligible ? (
        <>
          <Choose decision={decision} lines={lines} claim={claim} />
          <Edit decision={decision} lines={lines} claim={claim} />
          <Confirm lines={lines} claim={claim} learnerName={data.learnerName} supersedes={supersedes} />
        </>
      ) : (
        <div className="acts">
          <Link className="btn" to="/record">
            {t('claim.back')}
          </Link>
        </div>
      )}
    </>
  );
}

function NothingToClaim() {
  const { t } = useLanguage();
  useTitle(t('claim.title'));
  return (
    <section>
      <h1 className="display">{t('claim.not-yet')}</h1>
      <p className="lead top-2">{t('record.undecided-text')}</p>
    </section>
  );
}
