import type { PackageCourse } from '@recognition/client';
import { frameworks, sizeInWords } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import type { Content } from './model.ts';
import { coursesQuery } from './queries.ts';

/** Courses that the provider may teach: those that give what was asked for first, or those that fit what is typed. */
export function CoursePicker({
  id,
  content,
  onPick,
}: {
  readonly id: string;
  readonly content: Content;
  readonly onPick: (course: PackageCourse) => void;
}) {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const { data } = useQuery(coursesQuery(id, q));
  const { unit } = frameworks[content.framework];
  const inside = new Set(content.courses.map(({ course }) => course));
  const items = (data?.items ?? []).filter((one) => !inside.has(one.id)).slice(0, 8);
  return (
    <div className="form">
      <div className="field">
        <label htmlFor="find-course">{t('package.find')}</label>
        <span className="hint" id="find-course-hint">
          {t('package.find-hint')}
        </span>
        <input
          id="find-course"
          type="search"
          className="input"
          aria-describedby="find-course-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <ul className="rows found-courses" aria-label={t('package.found')}>
        {items.map((one) => (
          <li key={one.id}>
            <span>
              <Name>{one.name}</Name>
            </span>
            <span className="muted">
              {[one.code, ...(one.minutes === null ? [] : [sizeInWords(one.minutes, unit, language)])].join(' · ')}
            </span>
            <button
              type="button"
              className="btn second slim"
              aria-label={t('package.put-in', { name: one.name })}
              onClick={() => onPick(one)}
            >
              {t('package.add')}
            </button>
          </li>
        ))}
      </ul>
      {data !== undefined && items.length === 0 ? (
        <p className="muted">{t(q === '' ? 'package.find-first' : 'package.find-none')}</p>
      ) : null}
    </div>
  );
}
