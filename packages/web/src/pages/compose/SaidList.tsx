import { useLanguage } from '../../language/context.tsx';
import type { Said } from './model.ts';

/** What the rules say, each with its source; or that nothing stands in the way. */
export function SaidList({ said }: { readonly said: readonly Said[] }) {
  const { t, language } = useLanguage();
  return (
    <div aria-live="polite">
      {said.length === 0 ? (
        <p className="say">{t('compose.all-well')}</p>
      ) : (
        <ul className="said-list">
          {said.map((one) => (
            <li key={one.key}>
              <span className="stop">{one.text[language]}</span>
              <small className="muted block" lang="en">
                {one.source}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
