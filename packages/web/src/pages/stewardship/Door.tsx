import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';

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
  const narrow = useNarrow();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const room = ROOMS.findLast(([to]) => here === to || here.startsWith(`${to}/`));
  const rooms = ROOMS.map(([to, key]) => (
    <Link key={to} to={to} activeOptions={{ exact: to === '/stewardship', includeSearch: false }}>
      {t(key)}
    </Link>
  ));
  return (
    <>
      <nav className="rooms" aria-label={t('steward.rooms')}>
        {/* On a phone they would take half of it: they are folded under the one that is open. */}
        {narrow ? (
          <details>
            <summary>{room === undefined ? t('steward.rooms') : t(room[1])}</summary>
            {rooms}
          </details>
        ) : (
          rooms
        )}
      </nav>
      <h1 className="display">{title}</h1>
      {lead === undefined || lead === '' ? null : <p className="lead top-2">{lead}</p>}
      {children}
    </>
  );
}
