import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';

/** The kinds of thing that a page may name; what they are to each other has a page of its own. */
export const KINDS = ['outcome', 'unit-standard', 'skill-standard', 'achievement-standard', 'micro-credential'] as const;

export function isKind(kind: string | null): kind is (typeof KINDS)[number] {
  return KINDS.some((one) => one === kind);
}

/** In three sentences, what an outcome, a standard and a micro-credential are to each other; on every page that names one. */
export function KindsNote() {
  const { t, language } = useLanguage();
  return (
    <aside className="kinds-note" aria-labelledby="kinds-note">
      <h2 className="h3" id="kinds-note">
        {t('kinds.short-title')}
      </h2>
      <p className="measure">
        {t('kinds.short')} <Link to="/catalogue/kinds">{t('kinds.link')}</Link>,{' '}
        <a href={`/micro-credentials?lang=${language}`}>{t('mc.title')}</a>
      </p>
    </aside>
  );
}
