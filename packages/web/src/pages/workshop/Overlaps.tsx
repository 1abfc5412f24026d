import type { Overlap } from '@recognition/recognition/micro-credential';
import { useLanguage } from '../../language/context.tsx';

/** With which listed micro-credentials it shares parts, and how much of it. */
export function Overlaps({ overlaps }: { readonly overlaps: readonly Overlap[] }) {
  const { t } = useLanguage();
  return (
    <>
      <h2 className="h3 top-3">{t('mc.overlap')}</h2>
      {overlaps.length === 0 ? (
        <p className="small">{t('mc.overlap-none')}</p>
      ) : (
        <ul className="dots small">
          {overlaps.map(({ id, title, percent }) => (
            <li key={id}>{t('mc.overlap-with', { percent, title })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
