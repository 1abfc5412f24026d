import type { DisputeView, Reading } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { ownDisputesQuery } from './queries.ts';
import { standing } from './words.ts';

/** The newest dispute of each line of the learner, by the line's id; a statement of an older one stays with it. */
export function useDisputedLines(own: boolean): ReadonlyMap<string, DisputeView> {
  const { data } = useQuery({ ...ownDisputesQuery, enabled: own });
  return useMemo(() => {
    const lines = new Map<string, DisputeView>();
    for (const dispute of data?.items ?? []) {
      if (dispute.line === null) continue;
      const newer = lines.get(dispute.line.id);
      if (newer === undefined) lines.set(dispute.line.id, dispute);
      else if (newer.statement === null && dispute.statement !== null)
        lines.set(dispute.line.id, { ...newer, statement: dispute.statement, statedAt: dispute.statedAt });
    }
    return lines;
  }, [data]);
}

/** Under a line of the record: the way to say that it is wrong, or what became of that; and the learner's statement beside it. */
export function LineNote({
  line,
  name,
  dispute,
}: {
  readonly line: string;
  readonly name: string;
  readonly dispute: DisputeView | undefined;
}) {
  const { t, language } = useLanguage();
  return (
    <>
      {dispute === undefined || dispute.status === 'taken-back' ? (
        <Link
          className="wrong-here"
          to="/record/disputes/new"
          search={{ line }}
          aria-label={t('dispute.wrong-name', { name })}
          preload={false}
        >
          {t('dispute.wrong')}
        </Link>
      ) : (
        <Link className="wrong-here" to="/record/disputes/$id" params={{ id: dispute.id }} preload={false}>
          {standing(t, language, dispute)}
        </Link>
      )}
      {dispute?.statement === null || dispute?.statement === undefined ? null : (
        <span className="beside">
          <span className="small muted">{t('dispute.you-say')}</span> {dispute.statement}
        </span>
      )}
    </>
  );
}

/** The learner's own words beside a line, for whoever else reads it (Privacy Act 2020, section 64); nothing where there are none. */
export function SaidBeside({ statement }: { readonly statement: Reading['statements'][number] | undefined }) {
  const { t, language } = useLanguage();
  if (statement === undefined) return null;
  return (
    <span className="beside">
      <span className="small muted">{t('shared.statement')}</span> {statement.statement}{' '}
      <time className="small muted" dateTime={statement.on}>
        {longDate(statement.on, language)}
      </time>
    </span>
  );
}

/** The statements as a file, where there are any: it goes with the portable record. */
export function StatementsLink({ disputes }: { readonly disputes: ReadonlyMap<string, DisputeView> }) {
  const { t } = useLanguage();
  if (![...disputes.values()].some(({ statement }) => statement !== null)) return null;
  return (
    <a href="/api/v1/learners/me/statements" download>
      {t('dispute.statements-file')}
    </a>
  );
}
