import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { Door } from '../stewardship/Door.tsx';
import { LISTS, type Side } from './read.ts';

/** The frame of these pages: the stewards' rooms, or the way back to the door that they were opened from. */
export function Frame({
  side,
  title,
  lead,
  inList,
  children,
}: {
  readonly side: Side;
  readonly title: string;
  readonly lead?: string;
  readonly inList?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  if (side === 'steward')
    return (
      <Door title={title} {...(lead === undefined ? {} : { lead })}>
        {children}
      </Door>
    );
  const [to, said] =
    inList === true
      ? side === 'developer'
        ? (['/outcomes', t('worklist.title')] as const)
        : (['/results', t('results.title')] as const)
      : ([LISTS[side], t('consistency.title')] as const);
  return (
    <>
      <p className="eyebrow">
        <Link to={to}>{said}</Link>
      </p>
      <h1 className="display">{title}</h1>
      {lead === undefined ? null : <p className="lead top-2">{lead}</p>}
      {children}
    </>
  );
}
