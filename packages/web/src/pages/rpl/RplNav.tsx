import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';

/** The way back to the record, and between what one can do, what shows it, and what is brought along. */
export function RplNav() {
  const { t } = useLanguage();
  return (
    <nav className="eyebrow trail" aria-label={t('rpl.nav')}>
      <Link to="/record" activeOptions={{ exact: true }}>
        {t('record.title')}
      </Link>
      <Link to="/record/experience" activeOptions={{ exact: true }}>
        {t('rpl.title')}
      </Link>
      <Link to="/record/portfolio">{t('evidence.title')}</Link>
      <Link to="/record/transfer">{t('transfer.title')}</Link>
    </nav>
  );
}

/** From the record to what it does not say yet. */
export function ExperienceDoor() {
  const { t } = useLanguage();
  return (
    <section className="sec">
      <header>
        <h2 className="h2">{t('rpl.door')}</h2>
      </header>
      <p className="measure">{t('rpl.door-text')}</p>
      <p className="top-2">
        <Link to="/record/experience">{t('rpl.title')}</Link> · <Link to="/record/portfolio">{t('evidence.title')}</Link> ·{' '}
        <Link to="/record/transfer">{t('transfer.title')}</Link>
      </p>
    </section>
  );
}
