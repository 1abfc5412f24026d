import type { CoursePackage, PackageCourse } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';

type Finding = CoursePackage['findings'][number];

/** What stands in the way of a package, each with the rule that it comes from. */
export function Findings({
  findings,
  courses,
}: {
  readonly findings: readonly Finding[];
  readonly courses: readonly PackageCourse[];
}) {
  const { t, language } = useLanguage();
  if (findings.length === 0) return <p className="say">{t('package.nothing-in-the-way')}</p>;
  return (
    <ul className="rows findings">
      {findings.map((one) => (
        <li key={`${one.code} ${one.course ?? ''} ${one.date ?? ''}`}>
          <span>
            <b>{one.course === null ? t('package.whole') : (courses.find(({ id }) => id === one.course)?.name ?? one.course)}</b>
            {one.date === null ? '' : `, ${longDate(one.date, language)}`}
          </span>
          <span className={one.severity === 'error' ? 'stop' : 'attn'}>{one.text[language]}</span>
          <small className="muted" lang="en">
            {one.source}
          </small>
        </li>
      ))}
    </ul>
  );
}
