import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { schemesQuery } from '../../parts/SkillPicker.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from '../stewardship/Door.tsx';
import { Acceptance } from './Acceptance.tsx';
import { Crosswalk } from './Crosswalk.tsx';
import { LoadRoles } from './LoadRoles.tsx';
import { LoadScheme } from './LoadScheme.tsx';
import { Retired } from './Retired.tsx';
import { WithoutSkills } from './WithoutSkills.tsx';

/** The stewards' page of skills: the schemes, which skills of two are the same, how suggestions were taken, and who names none. */
export function SkillsDeskPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(schemesQuery);
  useTitle(t('schemes.desk'));
  return (
    <Door title={t('schemes.desk')} lead={t('schemes.desk-lead')}>
      {error === null ? null : <TroubleHere error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : (
        <>
          <section className="sec" aria-labelledby="schemes">
            <header>
              <h2 className="h2" id="schemes">
                {t('schemes.schemes')}
              </h2>
            </header>
            <table className="tbl stacked">
              <thead>
                <tr>
                  <th scope="col">{t('schemes.scheme')}</th>
                  <th scope="col">{t('schemes.load-version')}</th>
                  <th scope="col" className="r">
                    {t('schemes.count')}
                  </th>
                  <th scope="col" className="r">
                    {t('schemes.retired-count')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.scheme}>
                    <th scope="row">
                      <a href={`/skills?scheme=${one.scheme}&lang=${language}`}>{language === 'mi' ? one.nameMi : one.nameEn}</a>
                    </th>
                    <td data-before={t('schemes.load-version')}>{one.version}</td>
                    <td className="r" data-before={t('schemes.count')}>
                      {wholeNumber(one.skills)}
                    </td>
                    <td className="r" data-before={t('schemes.retired-count')}>
                      {wholeNumber(one.retired)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Crosswalk schemes={data.items} />
          <Retired />
          <Acceptance />
          <WithoutSkills />
          <LoadScheme />
          <LoadRoles schemes={data.items} />
        </>
      )}
    </Door>
  );
}
