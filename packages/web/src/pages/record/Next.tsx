import { type Line } from '../../deciding/model.ts';
import { shortDate } from '../../language/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { dateOf, dayOf, yearsOn } from '../../parts/stack/time.ts';

interface NextProps {
  readonly lines: readonly Line[];
  readonly today: string;
  readonly counted: ReadonlySet<string>;
}

/** What comes next: what leaves the window within a year, and what waits for a provider. At most four lines. */
export function Next({ lines, today, counted }: NextProps) {
  const { t, language } = useLanguage();
  const soon = yearsOn(today, 1);
  const leaving = lines
    .filter((line) => line.reason === null && line.credits > 0)
    .map((line) => ({ line, on: dateOf(dayOf(line.lastDay) + 1) }))
    .filter(({ line, on }) => on > today && on <= soon && (counted.size === 0 || counted.has(line.id)))
    .slice(0, 3);
  const waiting = lines.filter((line) => line.reason === 'not-confirmed').slice(0, leaving.length > 2 ? 1 : 2);
  if (leaving.length + waiting.length === 0) return null;
  return (
    <aside className="next" aria-labelledby="next">
      <h2 id="next">{t('next.title')}</h2>
      <ul>
        {leaving.map(({ line, on }) => (
          <li key={line.id}>
            <span className="attn">{shortDate(on, language)}</span>
            <span>
              {t('next.leaves-before')}
              <b>
                <Name>{line.name}</Name>
              </b>
              {t('next.leaves-after')}
            </span>
          </li>
        ))}
        {waiting.map((line) => (
          <li key={line.id}>
            <span className="muted">{t('next.waiting')}</span>
            <span>{t('next.waits', { provider: line.provider, name: line.name })}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
