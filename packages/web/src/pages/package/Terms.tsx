import { FRAMEWORK_IDS, frameworks, type FrameworkId } from '@recognition/recognition/frameworks';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { type Content, withGroup, withoutGroup } from './model.ts';

/** Who takes part and pays, where it is taught, by which country's measure, and what else is to be said. */
export function Terms({ content, onChange }: { readonly content: Content; readonly onChange: (next: Content) => void }) {
  const { t, language } = useLanguage();
  const named = (id: FrameworkId): string => frameworks[id].name[language];
  return (
    <div className="form">
      <fieldset>
        <legend className="h3">{t('package.who')}</legend>
        {content.groups.map((group, at) => (
          // The place is the group's identity while its name is typed.
          // oxlint-disable-next-line react/no-array-index-key
          <div className="pair group-row" key={at}>
            <div className="field">
              <label htmlFor={`group-${at}`}>{t('package.group')}</label>
              <input
                id={`group-${at}`}
                className="input"
                maxLength={80}
                value={group.name}
                onChange={(event) => {
                  const name = event.target.value;
                  if (name.trim() !== '')
                    onChange({ ...content, groups: content.groups.map((one, nth) => (nth === at ? { ...one, name } : one)) });
                }}
              />
            </div>
            <People
              id={`people-${at}`}
              people={group.people}
              onChange={(people) =>
                onChange({ ...content, groups: content.groups.map((one, nth) => (nth === at ? { ...one, people } : one)) })
              }
            />
            <button
              type="button"
              className="btn danger slim"
              aria-label={t('package.group-out', { name: group.name })}
              onClick={() => onChange(withoutGroup(content, at))}
            >
              ×
            </button>
          </div>
        ))}
        {content.groups.length >= 5 ? null : (
          <div className="acts">
            <button
              type="button"
              className="btn second slim"
              onClick={() =>
                onChange(withGroup(content, { name: t('package.group-new', { n: content.groups.length + 1 }), people: 1 }))
              }
            >
              {t('package.group-add')}
            </button>
          </div>
        )}
      </fieldset>
      <div className="pair">
        <div className="field">
          <label htmlFor="package-place">{t('package.place')}</label>
          <input
            id="package-place"
            className="input"
            maxLength={200}
            value={content.place}
            onChange={(event) => onChange({ ...content, place: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="package-framework">{t('package.framework')}</label>
          <select
            id="package-framework"
            className="input"
            value={content.framework}
            onChange={(event) => {
              const framework = FRAMEWORK_IDS.find((id) => id === event.target.value);
              if (framework !== undefined) onChange({ ...content, framework });
            }}
          >
            {FRAMEWORK_IDS.map((id) => (
              <option key={id} value={id}>
                {named(id)} ({(frameworks[id].unit.words[language] ?? frameworks[id].unit.words.en)[1]})
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="field">
        <label htmlFor="package-note">{t('package.note')}</label>
        <textarea
          id="package-note"
          className="input"
          maxLength={4000}
          value={content.note}
          onChange={(event) => onChange({ ...content, note: event.target.value })}
        />
      </div>
    </div>
  );
}

function People({
  id,
  people,
  onChange,
}: {
  readonly id: string;
  readonly people: number;
  readonly onChange: (people: number) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(String(people));
  const wrong = !/^[1-9]\d{0,4}$/u.test(typed.trim());
  return (
    <div className="field">
      <label htmlFor={id}>{t('talent.how-many')}</label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        value={typed}
        aria-invalid={wrong}
        onChange={(event) => {
          setTyped(event.target.value);
          if (/^[1-9]\d{0,4}$/u.test(event.target.value.trim())) onChange(Number(event.target.value));
        }}
      />
    </div>
  );
}
