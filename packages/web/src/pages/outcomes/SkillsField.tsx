import type { SkillView } from '@recognition/client';
import type { Finding } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { closestQuery, labelIn, SkillPicker } from '../../parts/SkillPicker.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import type { Content } from './draft.ts';
import { Findings } from './Findings.tsx';

type Skills = Content['skills'];
const RELATIONS = ['earns', 'competent', 'showcases'] as const;

/** The skills that a learner earns, becomes competent in or showcases: picked from public schemes, with what the text suggests. */
export function SkillsField({
  skills,
  said,
  findings,
  onChange,
}: {
  readonly skills: Skills;
  /** What the definition says so far, for suggestions. */
  readonly said: string;
  readonly findings: readonly Finding[];
  readonly onChange: (skills: Skills) => void;
}) {
  const { t, language } = useLanguage();
  const settled = useSettled(said, 600);
  const { data } = useQuery({ ...closestQuery(settled, 10), placeholderData: (before) => before });
  const picked = new Set(skills.map(({ uri }) => uri));
  const suggested = (data?.items ?? []).filter(({ uri }) => !picked.has(uri)).slice(0, 5);
  const add = (skill: SkillView): void => {
    if (picked.has(skill.uri)) return;
    onChange([...skills, { uri: skill.uri, scheme: skill.scheme, label: skill.en, relation: 'competent', proficiency: null }]);
  };
  const write = (at: number, change: Partial<Skills[number]>): void =>
    onChange(skills.map((skill, place) => (place === at ? { ...skill, ...change } : skill)));
  return (
    <fieldset className="part" id="part-skills">
      <legend className="h3">{t('outcome.skills')}</legend>
      <p className="hint">{t('author.skills-hint')}</p>
      {skills.length === 0 ? null : (
        <ul className="picked">
          {skills.map((skill, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a skill may be named twice until the check has said so
            <li key={`${skill.uri} ${at}`}>
              <span>
                <span lang={language === 'en' ? undefined : 'en'}>{skill.label}</span>
                <small>
                  <a href={skill.uri} rel="noreferrer">
                    {skill.scheme}
                  </a>
                </small>
              </span>
              <label>
                <span className="unseen">{t('author.relation-of', { skill: skill.label })}</span>
                <select
                  className="input slim"
                  value={skill.relation}
                  onChange={(event) => {
                    const relation = RELATIONS.find((one) => one === event.target.value);
                    if (relation !== undefined) write(at, { relation });
                  }}
                >
                  {RELATIONS.map((relation) => (
                    <option key={relation} value={relation}>
                      {t(`author.relation.${relation}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <span className="unseen">{t('author.proficiency-of', { skill: skill.label })}</span>
                <input
                  className="input slim"
                  maxLength={200}
                  placeholder={t('author.proficiency')}
                  value={skill.proficiency ?? ''}
                  onChange={(event) => write(at, { proficiency: event.target.value })}
                />
              </label>
              <button type="button" className="link" onClick={() => onChange(skills.filter((_, place) => place !== at))}>
                {t('author.take-away')}
                <span className="unseen"> {skill.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <SkillPicker label={t('author.skill-find')} onPick={add} />
      {suggested.length === 0 ? null : (
        <div className="suggested">
          <span id="suggested">{t('author.suggested')}</span>
          <ul aria-labelledby="suggested">
            {suggested.map((skill) => (
              <li key={skill.uri}>
                <button type="button" className="btn second slim" onClick={() => add(skill)}>
                  + {labelIn(skill, language)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Findings id="findings-skills" findings={findings} />
    </fieldset>
  );
}
