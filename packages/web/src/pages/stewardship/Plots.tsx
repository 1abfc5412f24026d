import type { StewardNumbers } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { shortDate, wholeNumber } from '../../language/index.ts';
import { useNarrow } from '../../parts/use-narrow.ts';

/** One bar of a table; what is withheld is a dotted outline. The number beside it says the same. */
export function Bar({ share }: { readonly share: number | null }) {
  return (
    <svg className="bar-svg" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      {share === null ? (
        <rect x="0.5" y="1" width="4" height="10" className="withheld" />
      ) : (
        <rect x="0" y="0" width={Math.max(share === 0 ? 0 : 0.5, share * 100)} height="12" className="filled" />
      )}
    </svg>
  );
}

const [HEIGHT, TOP, BOTTOM] = [250, 26, 28];

/** Results recorded on each day. The table below it has the same numbers. */
export function DaysPlot({ days }: { readonly days: StewardNumbers['days'] }) {
  const { t, language } = useLanguage();
  const width = useNarrow() ? 370 : 1000;
  const most = Math.max(1, ...days.map(({ recorded }) => recorded ?? 0));
  const top = niceTop(most);
  const step = width / Math.max(1, days.length);
  const height = HEIGHT - TOP - BOTTOM;
  const y = (count: number): number => TOP + height - (count / top) * height;
  const total = days.reduce((sum, { recorded }) => sum + (recorded ?? 0), 0);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <svg
      className="days-plot"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={t('steward.plot', { total: wholeNumber(total), most: wholeNumber(most), count: days.length })}
    >
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={0} x2={width} y1={y(top * part)} y2={y(top * part)} className={part === 0 ? 'axis' : 'grid'} />
          {part === 0 ? null : (
            <text x={0} y={y(top * part) - 6}>
              {wholeNumber(top * part)}
            </text>
          )}
        </g>
      ))}
      {days.map(({ day, recorded }, at) =>
        recorded === null ? (
          <rect key={day} className="withheld" x={at * step + step * 0.15} y={y(0) - 10} width={step * 0.7} height={9} />
        ) : recorded === 0 ? null : (
          <rect
            key={day}
            className="filled"
            x={at * step + step * 0.15}
            y={Math.min(y(recorded), y(0) - 2)}
            width={step * 0.7}
            height={Math.max(2, y(0) - y(recorded))}
          />
        ),
      )}
      {first === undefined ? null : (
        <text x={0} y={HEIGHT - 6}>
          {shortDate(first.day, language)}
        </text>
      )}
      {last === undefined ? null : (
        <text x={width} y={HEIGHT - 6} textAnchor="end">
          {shortDate(last.day, language)}
        </text>
      )}
    </svg>
  );
}

/** The next 1, 2 or 5 with noughts that is not less. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most && top >= 2) ?? most;
}
