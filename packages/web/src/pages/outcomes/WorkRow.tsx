import type { OutcomeWork } from '@recognition/client';
import { checkWording } from '@recognition/recognition/wording';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, shortDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { pathName } from './part-name.ts';

/** One definition of a worklist: what it is, what exactly it needs, and when it was touched. */
export function WorkRow({ work, children }: { readonly work: OutcomeWork; readonly children?: ReactNode }) {
  const { t, language } = useLanguage();
  const { outcome, returned, successor } = work;
  return (
    <li>
      <Swatch field={outcome.field} width={28} height={Math.max(5, Math.min(60, (outcome.credits ?? 0) * 5))} />
      <div>
        <Link to="/outcomes/$id" params={{ id: outcome.id }}>
          <Name>{outcome.name}</Name>
        </Link>
        <p className="small muted">
          {[
            outcome.code,
            outcome.version === null ? '' : t('author.version', { version: outcome.version }),
            outcome.credits === null ? '' : t('stack.credits', { count: outcome.credits }),
            outcome.level === null ? '' : t('outcome.level', { level: outcome.level }),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </p>
        {returned === null ? null : (
          <p className="quote">
            <b>{t('worklist.steward-says', { date: longDate(dateOfInstant(returned.at), language) })}</b> {returned.note}
          </p>
        )}
        <p className="small">
          {needs(work, t)} {t('wording.of-100', { score: checkWording(outcome).score })}
        </p>
        {outcome.status === 'expiring' && outcome.lastAssessment !== null ? (
          <p className="small">
            {t('worklist.until', { date: longDate(outcome.lastAssessment, language) })}{' '}
            {successor === null ? (
              t('worklist.no-successor')
            ) : (
              <Link to="/outcomes/$id" params={{ id: successor.id }}>
                {t('worklist.successor', { code: successor.code, version: successor.version ?? '–' })}
              </Link>
            )}
          </p>
        ) : null}
        {children}
      </div>
      <span className="small muted c">{shortDate(dateOfInstant(work.changedAt), language)}</span>
    </li>
  );
}

function needs(work: OutcomeWork, t: ReturnType<typeof useLanguage>['t']): string {
  const errors = work.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return work.outcome.status === 'draft' || work.outcome.status === 'legacy' ? t('worklist.whole') : '';
  const parts = [...new Set(errors.map(({ path }) => pathName(path, t)))];
  return t('worklist.needs', { parts: parts.join(', ') });
}
