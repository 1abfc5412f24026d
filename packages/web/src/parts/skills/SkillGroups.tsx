import { type Grouping, groupSkills } from '@recognition/recognition';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { Name } from '../Name.tsx';
import { Far } from './Far.tsx';
import { SkillGraph } from './SkillGraph.tsx';
import { groupName, nameOf, type ReadSkill, strongestLine } from './words.ts';

const VIEWS = ['both', 'table', 'graph'] as const;

/** Skills put together, each group as a table and as a picture with the same content. */
export function SkillGroups({ skills, by }: { readonly skills: readonly ReadSkill[]; readonly by: Grouping }) {
  const { t, language } = useLanguage();
  const [view, setView] = useState<(typeof VIEWS)[number]>('both');
  const groups = useMemo(
    () =>
      groupSkills(skills, by).map((group) => ({
        ...group,
        drawn: group.skills.map((skill) => ({ ...skill, name: nameOf(skill, language) })),
      })),
    [skills, by, language],
  );
  const explained = skills.some(({ through }) => through.length > 0);
  return (
    <>
      {explained ? (
        <fieldset className="choices views">
          <legend className="unseen">{t('can.view')}</legend>
          {VIEWS.map((one) => (
            <label key={one}>
              <input className="choice" type="radio" name="skills-as" checked={view === one} onChange={() => setView(one)} />
              {t(`can.view.${one}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {groups.map((group) => {
        const name = groupName(group, by, t, language);
        return (
          <section key={group.key ?? ''} className="skill-group" aria-label={name}>
            <h3 className="h3">
              <Name>{name}</Name> <small className="muted">{t('talent.skills-count', { count: group.skills.length })}</small>
            </h3>
            {view === 'graph' ? null : <SkillTable skills={group.skills} />}
            {view === 'table' || !explained ? null : <SkillGraph skills={group.drawn} title={name} />}
          </section>
        );
      })}
    </>
  );
}

function SkillTable({ skills }: { readonly skills: readonly ReadSkill[] }) {
  const { t, language } = useLanguage();
  const dates = skills.some(({ latest }) => latest !== null);
  const attested = skills.some(({ attestedBy }) => attestedBy.length > 0);
  return (
    <table className="tbl stacked skills">
      <thead>
        <tr>
          <th scope="col">{t('outcome.skill')}</th>
          <th scope="col">{t('outcome.how-far')}</th>
          <th scope="col">{t('can.strongest')}</th>
          {attested ? <th scope="col">{t('can.attested')}</th> : null}
          {dates ? <th scope="col">{t('shared.latest')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {skills.map((skill) => {
          const line = strongestLine(skill, t, language);
          const others = skill.through.filter((name) => name !== skill.strongest.name);
          return (
            <tr key={skill.uri}>
              <th scope="row">
                {skill.slug === null ? (
                  <Name>{nameOf(skill, language)}</Name>
                ) : (
                  <a href={`/skills/${skill.scheme}/${skill.slug}?lang=${language}`}>
                    <Name>{nameOf(skill, language)}</Name>
                  </a>
                )}
              </th>
              <td data-before={t('outcome.how-far')}>
                <Far relation={skill.relation} />
                {skill.proficiency === null ? null : (
                  <small className="muted block">{t('can.proficiency', { level: skill.proficiency })}</small>
                )}
              </td>
              <td data-before={t('can.strongest')}>
                {line.length === 0 ? t('can.behind', { count: skill.outcomes }) : line.join(' · ')}
                {skill.through.length === 0 && line.length > 0 ? (
                  <small className="muted block">{t('can.behind', { count: skill.outcomes })}</small>
                ) : null}
                {others.length === 0 ? null : (
                  <details>
                    <summary>{t('can.others', { count: others.length })}</summary>
                    <ul className="small">
                      {others.map((name) => (
                        <li key={name}>
                          <Name>{name}</Name>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </td>
              {attested ? <td data-before={t('can.attested')}>{skill.attestedBy.join(', ')}</td> : null}
              {dates ? (
                <td data-before={t('shared.latest')}>{skill.latest === null ? '' : shortDate(skill.latest, language)}</td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
