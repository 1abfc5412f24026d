import { useLanguage } from '../language/context.tsx';
import type { Pages } from './use-pages.ts';

/** Brings the next page of a list. */
export function More({ pages }: { readonly pages: Pages<unknown> }) {
  const { t } = useLanguage();
  if (pages.more === null) return null;
  return (
    <p className="top-2">
      <button type="button" className="btn second slim" disabled={pages.busy} onClick={pages.more}>
        {t('dispute.more')}
      </button>
    </p>
  );
}
