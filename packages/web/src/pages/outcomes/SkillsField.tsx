import type { SkillView } from '@recognition/client';
import type { Finding } from '@recognition/recognition';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { SchemeChoice, SkillPicker } from '../../parts/SkillPicker.tsx';
import type { Content } from './draft.ts';
import { Findings } from './Findings.tsx';
import { SkillSuggestions } from './SkillSuggestions.tsx';

type Skills = Content['skills'];
const RELATIONS = ['earns', 'competent', 'showcases'] as const;

/** The skills that a learner earns, becomes competent in or showcases: picked from public schemes, with what the text suggests. */
export function SkillsField({
  outcome,
  skills,
  said,
  findings,
  onChange,
}: {
  /** The outcome that is written, for what was said to suggestions before. */
  readonly outcome: string;
  readonly skills: Skills;
  /** What the definition says so far, for suggestions. */
  readonly said: string;
  readonly findings: readonly Finding[];
  readonly onChange: (skills: Skills) => void;
}) {
  const { t, language } = useLanguage();
  const [scheme, setScheme] = useState('');
  const picked = new Set(skills.map(({ uri }) => uri));
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
                  <a href={`/skills/at?uri=${encodeURIComponent(skill.uri)}&lang=${language}`} target="_blank" rel="noreferrer">
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
      <SchemeChoice scheme={scheme} onChange={setScheme} />
      <SkillPicker label={t('author.skill-find')} scheme={scheme} onPick={add} />
      <SkillSuggestions outcome={outcome} said={said} scheme={scheme} skills={skills} onTake={add} />
      <Findings id="findings-skills" findings={findings} />
    </fieldset>
  );
}
