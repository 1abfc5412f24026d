import type { CoursePackage, PackageCourse } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { today } from '../outcomes/today.ts';
import { Acts } from './Acts.tsx';
import { CourseCard } from './CourseCard.tsx';
import { CoursePicker } from './CoursePicker.tsx';
import { Findings } from './Findings.tsx';
import { LayOut } from './LayOut.tsx';
import { withCourse } from './model.ts';
import { OrderList } from './OrderList.tsx';
import { Propose } from './Propose.tsx';
import { coursePackageQuery } from './queries.ts';
import { Sheet } from './Sheet.tsx';
import { Terms } from './Terms.tsx';
import { planOf } from './plan.ts';
import { useWriting } from './use-writing.ts';

/** A package as its provider composes it: courses, order, days, price, and what stands in the way as it is written. */
export function PackagePage() {
  const { id } = useParams({ from: '/results/packages/$id' });
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(coursePackageQuery(id));
  useTitle(data?.title ?? t('package.compose'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/results/packages">{t('talent.asked-title')}</Link>
      </p>
      <h1 className="display">{data.title}</h1>
      <Asked given={data} />
      {data.draft === null || data.status === 'declined' || data.status === 'withdrawn' ? (
        <Ended given={data} />
      ) : (
        <Write key={data.id} given={data} draft={data.draft} />
      )}
      <Acts given={data} own="provider" />
    </>
  );
}

function Asked({ given }: { readonly given: CoursePackage }) {
  const { t, language } = useLanguage();
  const { request } = given;
  const facts =
    request === null
      ? []
      : [
          t('talent.people', { count: request.people }),
          ...(request.place === '' ? [] : [request.place]),
          ...(request.beginsBy === null ? [] : [t('talent.begins', { date: longDate(request.beginsBy, language) })]),
        ];
  return (
    <>
      <p className="lead top-2">
        {t('package.for', { name: given.employer.name })} <b>{t(`package.status.${given.status}`)}</b>
      </p>
      {facts.length === 0 ? null : <p className="muted">{facts.join(' · ')}</p>}
      {given.skills.length === 0 ? null : (
        <ul className="tags" aria-label={t('talent.skills')}>
          {given.skills.map((skill) => (
            <li key={skill.uri} lang={language === 'mi' && skill.mi === null ? 'en' : undefined}>
              {language === 'mi' && skill.mi !== null ? skill.mi : skill.en}
            </li>
          ))}
        </ul>
      )}
      {request?.ended === true ? <p className="say wait top-2">{t('package.request-ended')}</p> : null}
      {given.findings.some(({ code }) => code === 'course-withdrawn') ? (
        <p className="say wrong top-2" role="alert">
          {t('package.withdrawn-provider')}
        </p>
      ) : null}
    </>
  );
}

function Ended({ given }: { readonly given: CoursePackage }) {
  const last = given.versions.at(-1);
  return last === undefined ? null : (
    <section className="sec">
      <Sheet content={last.content} sums={last.sums} courses={given.courses} skills={given.skills} />
    </section>
  );
}

function Write({ given, draft }: { readonly given: CoursePackage; readonly draft: NonNullable<CoursePackage['draft']> }) {
  const { t } = useLanguage();
  const writing = useWriting(given.id, draft);
  const { content, change } = writing;
  // Courses that were picked and not kept yet are known from the search.
  const [picked, setPicked] = useState<readonly PackageCourse[]>([]);
  const courses = [...given.courses, ...picked.filter(({ id }) => given.courses.every((one) => one.id !== id))];
  const plan = planOf(content, courses, { today: today(), beginsBy: given.request?.beginsBy ?? null });
  const names = new Map(courses.map(({ id, name }) => [id, name]));
  return (
    <>
      <section className="sec" aria-labelledby="courses">
        <header>
          <h2 className="h2" id="courses">
            {t('package.courses')}
          </h2>
          <p className="small muted" role="status">
            {t(`package.keeping.${writing.keeping}`)}
          </p>
        </header>
        <CoursePicker
          id={given.id}
          content={content}
          onPick={(course) => {
            setPicked((before) => [...before, course]);
            change(withCourse(content, course.id));
          }}
        />
        {content.courses.length === 0 ? (
          <p className="muted top-2">{t('package.none-yet')}</p>
        ) : (
          <>
            <h3 className="h3 top-3" id="in-order">
              {t('package.order')}
            </h3>
            <p className="hint muted small">{t('package.order-hint')}</p>
            <OrderList content={content} courses={courses} onChange={change} />
          </>
        )}
      </section>
      <section className="sec" aria-labelledby="terms">
        <header>
          <h2 className="h2" id="terms">
            {t('package.terms')}
          </h2>
        </header>
        <Terms content={content} onChange={change} />
      </section>
      {content.courses.length === 0 ? null : (
        <section className="sec" aria-labelledby="timetable">
          <header>
            <h2 className="h2" id="timetable">
              {t('package.timetable')}
            </h2>
          </header>
          <LayOut content={content} courses={courses} onChange={change} />
          {content.courses.map((planned, at) => (
            <CourseCard
              key={planned.course}
              planned={planned}
              at={at}
              facts={courses.find(({ id }) => id === planned.course)}
              content={content}
              names={names}
              findings={plan.findings.filter(({ course }) => course === planned.course)}
              prices={plan.prices[at] ?? []}
              currency={plan.currency}
              onChange={change}
            />
          ))}
        </section>
      )}
      <section className="sec" aria-labelledby="sums">
        <header>
          <h2 className="h2" id="sums">
            {t('package.what')}
          </h2>
        </header>
        <Sheet content={content} sums={plan} courses={courses} skills={given.skills} />
        <h3 className="h3 top-3">{t('package.findings')}</h3>
        <Findings findings={plan.findings} courses={courses} />
      </section>
      <Propose given={given} writing={writing} sound={plan.sound} />
    </>
  );
}
