import type { CoursePackage, PackageCourse } from '@recognition/client';
import { frameworks, sizeInWords } from '@recognition/recognition/frameworks';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { centsOf, type Content, money, type Planned, priceText, withAfter, withDates, withPrice } from './model.ts';

/** One course of a package: its days, what it comes after, and what a participant of each group pays. */
export function CourseCard({
  planned,
  at,
  facts,
  content,
  names,
  findings,
  prices,
  currency,
  onChange,
}: {
  readonly planned: Planned;
  readonly at: number;
  readonly facts: PackageCourse | undefined;
  readonly content: Content;
  readonly names: ReadonlyMap<string, string>;
  readonly findings: CoursePackage['findings'];
  /** What each group pays as it stands, the tariff among it. */
  readonly prices: readonly (number | null)[];
  readonly currency: string;
  readonly onChange: (next: Content) => void;
}) {
  const { t, language } = useLanguage();
  const [date, setDate] = useState('');
  const { unit } = frameworks[content.framework];
  const key = `course-${planned.course}`;
  const others = content.courses.filter(({ course }) => course !== planned.course);
  return (
    <section className="course-card" aria-labelledby={key}>
      <h3 className="h3" id={key}>
        {at + 1}. <Name>{facts?.name ?? planned.course}</Name>
      </h3>
      <p className="muted small">
        {[
          facts?.code ?? planned.course,
          ...(facts?.minutes == null ? [] : [sizeInWords(facts.minutes, unit, language)]),
          ...(facts?.level == null ? [] : [t('package.level', { n: facts.level })]),
        ].join(' · ')}
      </p>
      {findings.map((one) => (
        <p key={`${one.code} ${one.date ?? ''}`} className={one.severity === 'error' ? 'stop small' : 'attn small'}>
          {one.date === null ? '' : `${longDate(one.date, language)}: `}
          {one.text[language]}
        </p>
      ))}
      <ul className="tags" aria-label={t('package.dates')}>
        {planned.dates.map((day) => (
          <li key={day}>
            {longDate(day, language)}{' '}
            <button
              type="button"
              className="link"
              aria-label={t('package.date-out', { date: longDate(day, language) })}
              onClick={() =>
                onChange(
                  withDates(
                    content,
                    planned.course,
                    planned.dates.filter((one) => one !== day),
                  ),
                )
              }
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${key}-date`}>{t('package.date')}</label>
          <div className="picker-field">
            <input
              id={`${key}-date`}
              className="input"
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
            <button
              type="button"
              className="btn second slim"
              disabled={date === ''}
              onClick={() => {
                onChange(withDates(content, planned.course, [...planned.dates, date]));
                setDate('');
              }}
            >
              {t('package.date-add')}
            </button>
          </div>
        </div>
        {content.groups.map((group, nth) => (
          <PriceField
            key={`${nth} ${group.name}`}
            id={`${key}-price-${nth}`}
            label={t('package.price-of', { name: group.name, currency })}
            given={planned.prices[nth] ?? null}
            tariff={prices[nth] ?? null}
            currency={currency}
            onChange={(cents) => onChange(withPrice(content, planned.course, nth, cents))}
          />
        ))}
      </div>
      {others.length === 0 ? null : (
        <details open={planned.after.length > 0}>
          <summary>{t('package.after')}</summary>
          <ul>
            {others.map(({ course }) => (
              <li key={course}>
                <label className="tick">
                  <input
                    type="checkbox"
                    className="choice"
                    checked={planned.after.includes(course)}
                    onChange={(event) => onChange(withAfter(content, planned.course, course, event.target.checked))}
                  />
                  <span>{names.get(course) ?? course}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function PriceField({
  id,
  label,
  given,
  tariff,
  currency,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly given: number | null;
  readonly tariff: number | null;
  readonly currency: string;
  readonly onChange: (cents: number | null) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(() => priceText(given));
  const wrong = centsOf(typed) === undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        value={typed}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        placeholder={given === null && tariff !== null ? priceText(tariff) : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const cents = centsOf(event.target.value);
          if (cents !== undefined) onChange(cents);
        }}
      />
      <span className={wrong ? 'hint stop' : 'hint'} id={`${id}-hint`}>
        {wrong
          ? t('package.price-wrong')
          : given === null && tariff !== null
            ? t('package.tariff', { price: money(tariff, currency) })
            : ''}
      </span>
    </div>
  );
}
