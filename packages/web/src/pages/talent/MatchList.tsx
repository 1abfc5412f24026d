import type { EmployerRole } from '@recognition/client';
import { matchSkills, type ShownSkill } from '@recognition/recognition';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Gaps } from './Gaps.tsx';

/** A role's skills one by one: met, and through what, or not shown. No score: people are not ranked. */
export function MatchList({ role, shown }: { readonly role: EmployerRole; readonly shown: readonly ShownSkill[] }) {
  const { t, language } = useLanguage();
  const { essential, useful, skills } = matchSkills(role.skills, shown);
  return (
    <>
      <p className="lead top-2" role="status">
        {t('talent.match-met', { met: essential.met, of: essential.of, usefulMet: useful.met, usefulOf: useful.of })}
      </p>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('talent.skills')}</th>
            <th scope="col">{t('talent.role-title')}</th>
            <th scope="col">{t('talent.shows')}</th>
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => (
            <tr key={skill.uri} className={skill.shown === null ? 'unmet' : 'met'}>
              <th scope="row" lang={language === 'mi' && skill.mi === null ? 'en' : undefined}>
                {language === 'mi' && skill.mi !== null ? skill.mi : skill.en}
              </th>
              <td>{t(`talent.weight.${skill.weight}`)}</td>
              <td>
                {skill.shown === null
                  ? t('talent.match-missing')
                  : [
                      `✓ ${skill.shown.through.length === 0 ? t('talent.match-shown') : t('talent.match-through', { names: skill.shown.through.join('; ') })}`,
                      skill.as === null ? null : t('talent.match-as', { skill: skill.as.en, scheme: skill.as.scheme }),
                      skill.shown.latest === null ? null : t('talent.latest', { date: longDate(skill.shown.latest, language) }),
                    ]
                      .filter((part) => part !== null)
                      .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted top-1">{t('talent.match-note')}</p>
      <Gaps missing={skills.filter((skill) => skill.shown === null)} />
    </>
  );
}
