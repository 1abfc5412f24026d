import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/context.tsx';

const ROOMS = [
  ['/stewardship', 'steward.today'],
  ['/stewardship/disputes', 'steward.disputes'],
  ['/stewardship/awards', 'steward.awards'],
  ['/stewardship/imports', 'steward.batches'],
  ['/stewardship/organisations', 'steward.organisations'],
  ['/stewardship/skills', 'schemes.desk'],
  ['/demand', 'demand.title'],
  ['/stewardship/links', 'steward.links'],
  ['/stewardship/delegates', 'delegates.title'],
  ['/stewardship/undelivered', 'steward.untold'],
  ['/stewardship/numbers', 'steward.numbers'],
  ['/stewardship/wording', 'wording.how'],
  ['/stewardship/consistency', 'consistency.title'],
  ['/stewardship/policies', 'steward.policies'],
] as const;

/** The frame of every page of the stewards' door: its rooms, then the page's question. */
export function Door({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <>
      <nav className="rooms" aria-label={t('steward.rooms')}>
        {ROOMS.map(([to, key]) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/stewardship', includeSearch: false }}>
            {t(key)}
          </Link>
        ))}
      </nav>
      <h1 className="display">{title}</h1>
      {lead === undefined || lead === '' ? null : <p className="lead top-2">{lead}</p>}
      {children}
    </>
  );
}
