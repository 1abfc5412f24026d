import type { SkillSuggestion } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { closestQuery, labelIn } from '../../parts/SkillPicker.tsx';
import { useSettled } from '../../parts/use-settled.ts';

/** Skills that the words of a role speak of and that it does not name yet, each with why. Nothing is asked of a few letters. */
export function SuggestedSkills({
  said,
  named,
  onPick,
}: {
  readonly said: string;
  readonly named: ReadonlySet<string>;
  readonly onPick: (skill: SkillSuggestion) => void;
}) {
  const { t, language } = useLanguage();
  const asked = useSettled(said.trim(), 600);
  const { data } = useQuery({ ...closestQuery(asked.length < 12 ? '' : asked, 12), placeholderData: (before) => before });
  const items = asked.length < 12 ? [] : (data?.items ?? []).filter(({ uri }) => !named.has(uri)).slice(0, 6);
  if (items.length === 0) return null;
  return (
    <div>
      <p className="label" id="suggested">
        {t('talent.suggested')}
      </p>
      <ul className="suggested" aria-labelledby="suggested">
        {items.map((skill) => (
          <li key={skill.uri}>
            <button type="button" className="btn second slim" onClick={() => onPick(skill)}>
              <span aria-hidden="true">+ </span>
              {labelIn(skill, language)}
            </button>
            {skill.why.words.length === 0 ? null : (
              <small className="muted">{t('talent.suggested-why', { words: skill.why.words.join(', ') })}</small>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
