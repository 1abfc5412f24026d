import { Fragment, memo, useState } from 'react';
import { type Frame, type Line, standingOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { Name } from '../Name.tsx';
import { Swatch } from '../Swatch.tsx';
import { yearsOn } from './time.ts';
import { reasonSentence } from './words.ts';

/** So many rows of what is not counted are shown at first. */
const MOST = 24;

interface FiguresProps {
  readonly lines: readonly Line[];
  readonly counted: ReadonlySet<string>;
  readonly frame: Frame;
  readonly today: string;
  readonly onToggle: (id: string) => void;
}

/** The table beside the picture: the same rows in the same order, with the running total; then what is not counted, and why. */
export const Figures = memo(function Figures({ lines, counted, frame, today, onToggle }: FiguresProps) {
  const { t, language, field } = useLanguage();
  const inside = lines.filter((line) => counted.has(line.id));
  const outside = lines.filter((line) => !counted.has(line.id));
  const [all, setAll] = useState(false);
  const shown = all ? outside : outside.slice(0, MOST);
  const soon = yearsOn(today, 1);
  const sums = runningTotals(inside);
  return (
    <section className="sec" aria-labelledby="figures">
      <header>
        <h2 className="h2" id="figures">
          {t('figures.title')}
        </h2>
      </header>
      <table className="tbl figures">
        <thead>
          <tr>
            <th scope="col">{t('figures.date')}</th>
            <th scope="col">{t('figures.outcome')}</th>
            <th scope="col">{t('figures.field')}</th>
            <th scope="col" className="r">
              {t('figures.credits')}
            </th>
            <th scope="col" className="r">
              {t('figures.so-far')}
            </th>
            <th scope="col" className="f-last">
              {t('figures.until')}
            </th>
            <th scope="col">
              <span className="unseen">{t('figures.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inside.map((line, index) => {
            return (
              <Fragment key={line.id}>
                <Row line={line} language={language} field={field(line.field)} sum={String(sums[index])}>
                  <td className={`f-last${line.lastDay < soon ? ' attn' : ''}`} data-before={t('figures.until')}>
                    {shortDate(line.lastDay, language)}
                  </td>
                  <td className="r f-act">
                    <button
                      type="button"
                      className="link"
                      onClick={() => onToggle(line.id)}
                      aria-label={t('figures.take-out-name', { name: line.name })}
                    >
                      {t('figures.take-out')}
                    </button>
                  </td>
                </Row>
              </Fragment>
            );
          })}
        </tbody>
        {outside.length === 0 ? null : (
          <tbody>
            <tr className="group">
              <th scope="rowgroup" colSpan={7}>
                {t('figures.below')}
              </th>
            </tr>
            {shown.map((line) => {
              const standing = standingOf(line, counted, frame);
              return (
                <Row key={line.id} line={line} language={language} field={field(line.field)} sum="">
                  <td className="f-last muted">{reasonSentence(language, line, standing, frame)}</td>
                  <td className="r f-act">
                    {line.reason === null && line.credits > 0 ? (
                      <button
                        type="button"
                        className="link"
                        onClick={() => onToggle(line.id)}
                        aria-label={t('figures.put-in-name', { name: line.name })}
                      >
                        {t('figures.put-in')}
                      </button>
                    ) : null}
                  </td>
                </Row>
              );
            })}
          </tbody>
        )}
      </table>
      {shown.length === outside.length ? null : (
        <p className="top-2">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t('figures.all', { count: outside.length })}
          </button>
        </p>
      )}
    </section>
  );
});

interface RowProps {
  readonly line: Line;
  readonly language: 'en' | 'mi';
  readonly field: string;
  readonly sum: string;
  readonly children: React.ReactNode;
}

function Row({ line, language, field, sum, children }: RowProps) {
  return (
    <tr>
      <td className="f-date">{shortDate(line.date, language)}</td>
      <td className="f-name">
        <Name>{line.name}</Name>
      </td>
      <td className="f-field">
        <span className="sw">
          <Swatch field={line.field} />
          <span>{field}</span>
        </span>
      </td>
      <td className="r f-credits">{line.credits}</td>
      <td className="r f-sum">{sum}</td>
      {children}
    </tr>
  );
}

function runningTotals(lines: readonly Line[]): number[] {
  let sum = 0;
  return lines.map((line) => {
    sum += line.credits;
    return sum;
  });
}
