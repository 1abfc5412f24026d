import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { schemesQuery } from '../../parts/SkillPicker.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from '../stewardship/Door.tsx';
import { Acceptance } from './Acceptance.tsx';
import { Crosswalk } from './Crosswalk.tsx';
import { LoadScheme } from './LoadScheme.tsx';
import { WithoutSkills } from './WithoutSkills.tsx';

/** The stewards' page of skills: the schemes, which skills of two are the same, how suggestions were taken, and who names none. */
export function SkillsDeskPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(schemesQuery);
  useTitle(t('skills.desk'));
  return (
    <Door title={t('skills.desk')} lead={t('skills.desk-lead')}>
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : (
        <>
          <section className="sec" aria-labelledby="schemes">
            <header>
              <h2 className="h2" id="schemes">
                {t('skills.schemes')}
              </h2>
            </header>
            <table className="tbl stacked">
              <thead>
                <tr>
                  <th scope="col">{t('skills.scheme')}</th>
                  <th scope="col">{t('skills.load-version')}</th>
                  <th scope="col" className="r">
                    {t('skills.count')}
                  </th>
                  <th scope="col" className="r">
                    {t('skills.retired-count')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.scheme}>
                    <th scope="row">
                      <a href={`/skills?scheme=${one.scheme}&lang=${language}`}>{language === 'mi' ? one.nameMi : one.nameEn}</a>
                    </th>
                    <td data-before={t('skills.load-version')}>{one.version}</td>
                    <td className="r" data-before={t('skills.count')}>
                      {wholeNumber(one.skills)}
                    </td>
                    <td className="r" data-before={t('skills.retired-count')}>
                      {wholeNumber(one.retired)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Crosswalk schemes={data.items} />
          <Acceptance />
          <WithoutSkills />
          <LoadScheme />
        </>
      )}
    </Door>
  );
}
