import type { Definition } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { claims, type Composing } from './model.ts';

/** What can be claimed with what is ticked: upwards over every step, so that who holds all the parts may claim the whole. */
export function Claims({
  composing,
  definitions,
}: {
  readonly composing: Composing;
  readonly definitions: readonly Definition[];
}) {
  const { t } = useLanguage();
  const { standings, more } = claims(composing, definitions);
  const titled = (id: string): string => definitions.find((one) => one.id === id)?.title ?? id;
  return (
    <div aria-live="polite">
      <ul className="rows claims">
        {standings.map((one) => (
          <li key={one.definition}>
            <span>{titled(one.definition)}</span>
            <span className="muted small">{one.claimable ? '' : t('compose.missing', { refs: one.missing.join(', ') })}</span>
            <b className={one.claimable ? 'can' : 'muted'}>{t(one.claimable ? 'compose.can-claim' : 'compose.cannot-claim')}</b>
          </li>
        ))}
      </ul>
      {[...more].map(([ref, completes]) => (
        <p key={ref} className="say">
          <span>
            <code>{ref}</code>: {t('compose.one-more', { titles: completes.map(titled).join(', ') })}
          </span>
        </p>
      ))}
      <p className="muted top-2">{t('compose.nothing-lost')}</p>
    </div>
  );
}
