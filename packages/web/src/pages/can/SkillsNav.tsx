import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';

/** The way back to the record, and between what I can do and who may find me by it. */
export function SkillsNav() {
  const { t } = useLanguage();
  return (
    <nav className="eyebrow trail" aria-label={t('can.nav')}>
      <Link to="/record" activeOptions={{ exact: true }}>
        {t('record.title')}
      </Link>
      <Link to="/record/skills">{t('can.title')}</Link>
      <Link to="/record/found">{t('found.title')}</Link>
    </nav>
  );
}
