import type { CoursePackage, PackageCourse } from '@recognition/client';
import { frameworks, sizeInWords } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { longDate, shortDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { type Content, coverageOf, money } from './model.ts';

type Sums = CoursePackage['versions'][number]['sums'];

/** One version of a package on one page: its courses in order with days and price, what it comes to, and which skills it gives. */
export function Sheet({
  content,
  sums,
  courses,
  skills,
}: {
  readonly content: Content;
  readonly sums: Sums;
  readonly courses: readonly PackageCourse[];
  readonly skills: CoursePackage['skills'];
}) {
  const { t, language } = useLanguage();
  const { unit } = frameworks[content.framework];
  const name = (id: string): string => courses.find((one) => one.id === id)?.name ?? id;
  const spoken = (skill: CoursePackage['skills'][number]): string =>
    language === 'mi' && skill.mi !== null ? skill.mi : skill.en;
  return (
    <div className="sheet-of-package">
      <div className="scroll">
        <table className="tbl">
          <caption className="unseen">{t('package.courses')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('package.course')}</th>
              <th scope="col">{t('package.size')}</th>
              <th scope="col">{t('package.when')}</th>
              {content.groups.map((group) => (
                <th key={group.name} scope="col" className="r">
                  {t('package.each-of', { name: group.name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.courses.map((planned, at) => {
              const facts = courses.find((one) => one.id === planned.course);
              return (
                <tr key={planned.course}>
                  <th scope="row">
                    {at + 1}. <Name>{name(planned.course)}</Name>
                    {planned.after.length === 0 ? null : (
                      <small className="muted block">
                        {t('package.comes-after', { names: planned.after.map(name).join(', ') })}
                      </small>
                    )}
                  </th>
                  <td>{facts?.minutes == null ? '–' : sizeInWords(facts.minutes, unit, language)}</td>
                  <td>{planned.dates.length === 0 ? '–' : planned.dates.map((date) => shortDate(date, language)).join(', ')}</td>
                  {content.groups.map((group, nth) => {
                    const price = sums.prices[at]?.[nth] ?? null;
                    return (
                      <td key={group.name} className="r">
                        {price === null ? '–' : money(price, sums.currency)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <dl className="pairs">
        <div>
          <dt>{t('package.size')}</dt>
          <dd>
            {sizeInWords(sums.units * unit.minutes, unit, language)}, {t('package.days', { count: sums.days })}
          </dd>
        </div>
        {sums.first === null || sums.last === null ? null : (
          <div>
            <dt>{t('package.when')}</dt>
            <dd>{t('package.from-to', { from: longDate(sums.first, language), to: longDate(sums.last, language) })}</dd>
          </div>
        )}
        {content.place === '' ? null : (
          <div>
            <dt>{t('package.place')}</dt>
            <dd>{content.place}</dd>
          </div>
        )}
        {sums.groups.map((group) => (
          <div key={group.name}>
            <dt>{group.name}</dt>
            <dd>
              {t('talent.people', { count: group.people })}
              {group.each === null || group.all === null
                ? ''
                : `: ${t('package.each-and-all', { each: money(group.each, sums.currency), all: money(group.all, sums.currency) })}`}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('package.price')}</dt>
          <dd>
            <b>{sums.price === null ? t('package.price-open') : money(sums.price, sums.currency)}</b>
          </dd>
        </div>
        <div>
          <dt>{t('package.certificates')}</dt>
          <dd>{t('package.certificates-text', { count: sums.certificates.length })}</dd>
        </div>
        {coverageOf(skills, content, courses).map(({ skill, by }) => (
          <div key={skill.uri}>
            <dt>{spoken(skill)}</dt>
            <dd className={by.length === 0 ? 'attn' : undefined}>
              {by.length === 0 ? t('package.skill-open') : t('package.skill-by', { names: by.join(', ') })}
            </dd>
          </div>
        ))}
      </dl>
      {content.note === '' ? null : <p className="measure note-of-package">{content.note}</p>}
    </div>
  );
}
