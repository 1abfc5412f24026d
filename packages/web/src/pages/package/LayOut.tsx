import type { PackageCourse } from '@recognition/client';
import { frameworks, layOut } from '@recognition/recognition/frameworks';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import type { Content } from './model.ts';

/** Gives every course its days in one go: one after another on working days, from the day that is chosen. */
export function LayOut({
  content,
  courses,
  onChange,
}: {
  readonly content: Content;
  readonly courses: readonly PackageCourse[];
  readonly onChange: (next: Content) => void;
}) {
  const { t } = useLanguage();
  const [from, setFrom] = useState('');
  const facts = new Map(courses.map((course) => [course.id, course]));
  return (
    <div className="pair lay-out">
      <div className="field">
        <label htmlFor="lay-out">{t('package.lay-out-from')}</label>
        <input id="lay-out" className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </div>
      <button
        type="button"
        className="btn second"
        disabled={from === ''}
        onClick={() =>
          onChange({ ...content, courses: [...layOut(frameworks[content.framework], facts, content.courses, from)] })
        }
      >
        {t('package.lay-out')}
      </button>
    </div>
  );
}
