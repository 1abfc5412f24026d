import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';

/** The way back to the record, and between the two kinds of sharing. */
export function SharingNav() {
  const { t } = useLanguage();
  return (
    <nav className="eyebrow trail" aria-label={t('share.nav')}>
      <Link to="/record" activeOptions={{ exact: true }}>
        {t('record.title')}
      </Link>
      <Link to="/record/shares" activeOptions={{ exact: true }}>
        {t('share.links')}
      </Link>
      <Link to="/record/consents">{t('consent.nav')}</Link>
      <Link to="/record/badges">{t('badges.nav')}</Link>
      <Link to="/record/delegates">{t('acting.title')}</Link>
    </nav>
  );
}
