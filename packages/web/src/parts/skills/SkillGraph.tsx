import { useMemo } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { type DrawnSkill, drawSkills } from './graph.ts';

/** Skills joined to the outcomes that they come from. The table beside it has the same content in words. */
export function SkillGraph({ skills, title }: { readonly skills: readonly DrawnSkill[]; readonly title: string }) {
  const { t } = useLanguage();
  const narrow = useNarrow();
  const picture = useMemo(() => drawSkills(skills, narrow ? 340 : 960), [skills, narrow]);
  if (picture.lines.length === 0) return null;
  return (
    <figure className="skill-graph">
      <svg
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="img"
        aria-label={t('can.graph-of', { group: title, skills: picture.skills.length, outcomes: picture.outcomes.length })}
      >
        {picture.lines.map(({ key, relation, path }) => (
          <path key={key} className={`far-${relation}`} d={path} />
        ))}
        {picture.skills.map(({ key, text, y }) => (
          <g key={key}>
            <circle cx={picture.left + 4} cy={y} r={4} />
            <text x={picture.left - 6} y={y + 5} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {picture.outcomes.map(({ key, text, y }) => (
          <g key={key}>
            <rect x={picture.right - 8} y={y - 4} width={8} height={8} />
            <text x={picture.right + 6} y={y + 5}>
              {text}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="small muted">
        {(['showcases', 'competent', 'earns'] as const).map((relation) => (
          <span key={relation} className="line-key">
            <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true">
              <path className={`far-${relation}`} d="M1 5H33" />
            </svg>
            {t(`skill.${relation}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
