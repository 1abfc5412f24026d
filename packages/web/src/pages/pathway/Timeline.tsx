import type { PathwayPlan } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';

const WIDTH = 320;
const ROW = 18;
const DAY = 86_400_000;

/** The courses of a plan as bars in time; the list beside it says the same in words, so this is a picture and no more. */
export function Timeline({ plan }: { readonly plan: PathwayPlan }) {
  const { t, language } = useLanguage();
  const [first] = plan.steps;
  if (first === undefined) return null;
  const from = Date.parse(first.begins);
  const span = Math.max(DAY, Date.parse(plan.finish) - from + DAY);
  const at = (day: string, more = 0): number => ((Date.parse(day) + more - from) / span) * WIDTH;
  const height = plan.steps.length * ROW + 22;
  return (
    <svg className="way-time" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t('way.timeline')}>
      {plan.steps.map((step, row) => (
        <rect
          key={step.offering.id}
          x={at(step.begins)}
          y={row * ROW + 3}
          width={Math.max(4, at(step.ends, DAY) - at(step.begins))}
          height={ROW - 6}
          rx={3}
        />
      ))}
      <text x={0} y={height - 5}>
        {shortDate(first.begins, language)}
      </text>
      <text x={WIDTH} y={height - 5} textAnchor="end">
        {shortDate(plan.finish, language)}
      </text>
    </svg>
  );
}
