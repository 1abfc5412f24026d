import type { PathwayPlan, SavedPathway } from '@recognition/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { longDate, shortDate } from '../../language/index.ts';
import { money } from '../../language/money.ts';
import { Name } from '../../parts/Name.tsx';
import { asksOf, whereOf } from '../catalogue/offering-line.ts';
import { Timeline } from './Timeline.tsx';

/** One plan: what it is the best for, what it comes to, its courses in time and as a list, and why each is there. */
export function PlanCard({
  plan,
  changes = [],
  children,
}: {
  readonly plan: PathwayPlan;
  readonly changes?: SavedPathway['changes'];
  readonly children?: ReactNode;
}) {
  const { t, language } = useLanguage();
  const title = plan.other ? t('way.other') : plan.aims.map(({ aim }) => t(`way.aim.${aim}`)).join(', ');
  const proven = plan.aims.every(({ status }) => status === 'optimal');
  return (
    <article className="way-plan">
      <h3 className="h3">{title}</h3>
      <p>
        <b>{t('way.done-by', { date: longDate(plan.finish, language) })}</b>
        {`, ${money(plan.cents, t)}, ${t('way.hours-of', { count: Math.round(plan.minutes / 60) })}, ${t('way.busiest', { hours: plan.busiestHours })}, ${t('way.new-skills', { count: plan.skills.length })}`}
      </p>
      <p className="small muted">{t(proven ? 'way.proven' : 'way.bounded')}</p>
      {plan.held.length === 0 ? null : <p className="small">{t('way.held', { count: plan.held.length })}</p>}
      <Timeline plan={plan} />
      <ol className="way-steps">
        {plan.steps.map((step, at) => (
          <li key={step.offering.id}>
            <b>
              <Name>{step.offering.title ?? step.outcomes.map(({ name }) => name).join(', ')}</Name>
            </b>
            <p className="small">
              {[
                step.offering.provider.name,
                whereOf(step.offering, language, t),
                t('way.step', { begins: shortDate(step.begins, language), ends: shortDate(step.ends, language) }),
                t('way.weekly', { hours: step.hoursAWeek }),
                money(step.cents, t),
              ].join(', ')}
            </p>
            {asksOf(step.offering, t) === '' ? null : <p className="small">{asksOf(step.offering, t)}</p>}
            <ul className="small muted dots" aria-label={t('way.why')}>
              {step.why.map((why) => (
                <li key={why.en}>{why[language]}</li>
              ))}
            </ul>
            {changes
              .filter((change) => change.step === at)
              .map((change) => (
                <p key={change.code} className="small attn">
                  {change[language]}
                </p>
              ))}
          </li>
        ))}
      </ol>
      {children}
    </article>
  );
}
