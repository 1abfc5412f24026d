import { REGIONS } from '@recognition/recognition/places';
import { useLanguage } from '../language/context.tsx';

/** The choices of a list of regions, by slug; the first says what choosing none means. */
export function RegionOptions({ none }: { readonly none: string }) {
  const { language } = useLanguage();
  return (
    <>
      <option value="">{none}</option>
      {REGIONS.map((one) => (
        <option key={one.slug} value={one.slug}>
          {one[language]}
        </option>
      ))}
    </>
  );
}
