import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { useNarrow } from '../../parts/use-narrow.ts';
import type { DemandRow } from './row.ts';

const [ROW, HEAD] = [44, 8];

/** For each skill the roles that need it and the people who hold it, each bar by the most of its own kind. The table has the same numbers. */
export function DemandPlot({ rows }: { readonly rows: readonly DemandRow[] }) {
  const { t, language } = useLanguage();
  const narrow = useNarrow();
  const width = narrow ? 340 : 960;
  const names = narrow ? 0 : 360;
  const step = narrow ? ROW + 20 : ROW;
  const mostRoles = Math.max(1, ...rows.map(({ roles }) => roles));
  const mostPeople = Math.max(1, ...rows.map(({ people }) => people ?? 0));
  const room = width - names - 110;
  const height = HEAD + rows.length * step;
  return (
    <figure className="demand-plot">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('demand.plot-of', { count: rows.length })}>
        {rows.map(({ uri, en, mi, roles, people }, at) => {
          const top = HEAD + at * step;
          const bars = top + (narrow ? 18 : 0);
          const name = language === 'mi' && mi !== null ? mi : en;
          const letters = narrow ? 44 : 46;
          return (
            <g key={uri}>
              <text x={narrow ? 0 : names - 12} y={top + (narrow ? 12 : 24)} textAnchor={narrow ? 'start' : 'end'}>
                {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
              </text>
              <rect className="needed" x={names} y={bars + 2} width={(roles / mostRoles) * room} height={14} />
              <text x={names + (roles / mostRoles) * room + 6} y={bars + 14}>
                {wholeNumber(roles)}
              </text>
              <rect
                className={people === null ? 'withheld' : 'there'}
                x={names}
                y={bars + 19}
                width={people === null ? 10 : (people / mostPeople) * room}
                height={14}
              />
              <text x={names + (people === null ? 10 : (people / mostPeople) * room) + 6} y={bars + 31}>
                {people === null ? t('demand.withheld') : t('demand.about', { people: wholeNumber(people) })}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="small muted">
        {(['needed', 'there', 'withheld'] as const).map((kind) => (
          <span key={kind} className="line-key">
            <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
              <rect className={kind} x="0.5" y="0.5" width="21" height="11" />
            </svg>
            {t(`demand.key.${kind}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
