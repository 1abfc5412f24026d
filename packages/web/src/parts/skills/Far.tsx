import { type Relation, RELATIONS } from '@recognition/recognition';
import { useLanguage } from '../../language/context.tsx';

/** How far a skill is held: three steps, of which one, two or three are reached, and the words. */
export function Far({ relation }: { readonly relation: Relation }) {
  const { t } = useLanguage();
  const reached = RELATIONS.indexOf(relation);
  return (
    <span className="far">
      <svg width="28" height="17" viewBox="0 0 28 17" aria-hidden="true">
        {RELATIONS.map((one, step) => (
          <rect
            key={one}
            x={step * 9 + 0.5}
            y={9.5 - step * 4}
            width={8}
            height={6 + step * 4}
            fill={step <= reached ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      <span>{t(`skill.${relation}`)}</span>
    </span>
  );
}
