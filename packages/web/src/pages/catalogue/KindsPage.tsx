import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { KINDS } from '../../parts/KindsNote.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** What an outcome, a unit standard, a skill standard, an achievement standard and a micro-credential are to each other. */
export function KindsPage() {
  const { t } = useLanguage();
  useTitle(t('kinds.title'));
  return (
    <>
      <p className="eyebrow">
        <Link to="/catalogue">{t('catalogue.title')}</Link>
      </p>
      <h1 className="display">{t('kinds.title')}</h1>
      <p className="lead top-2">{t('kinds.short')}</p>
      <dl className="kinds">
        {KINDS.map((kind) => (
          <div key={kind} id={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd>{t(`kinds.${kind}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="measure top-3">{t('kinds.together')}</p>
    </>
  );
}
