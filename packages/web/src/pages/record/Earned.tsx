import type { DisputeView, Reading } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import type { Line } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { dayAndMonth } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { LineNote, SaidBeside, StatementsLink, useDisputedLines } from '../dispute/LineNote.tsx';

const OPEN = 14;

/** Everything on the record, by year, newest first; earlier years open on demand. */
export const Earned = memo(function Earned({
  data,
  lines,
  own = true,
}: {
  readonly data: Reading;
  readonly lines: readonly Line[];
  /** The learner's own page, where the record can be taken away as a file. */
  readonly own?: boolean;
}) {
  const { t, language } = useLanguage();
  const disputed = useDisputedLines(own);
  const years = new Map<string, Line[]>();
  for (const line of [...lines].reverse()) {
    const year = line.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), line]);
  }
  const credits = lines.reduce((sum, line) => sum + line.credits, 0);
  const providers = new Set(lines.map((line) => line.provider)).size;
  let before = 0;
  return (
    <section className="sec" aria-labelledby="earned">
      <header>
        <h2 className="h2" id="earned">
          {t('earned.title')}
        </h2>
        <p className="small">
          <span className="muted">
            {t('earned.sum', {
              outcomes: t('unit.outcomes', { count: lines.length }),
              credits: t('stack.credits', { count: credits }),
              providers: t('unit.providers', { count: providers }),
            })}
          </span>
          {own ? (
            <>
              <Link to="/record/shares">{t('record.share')}</Link>
              <a href="/api/v1/learners/me/record/export" download>
                {t('earned.download')}
              </a>
              <a href={`/api/v1/learners/me/record.pdf?lang=${language}`} download>
                {t('paper.take-record')}
              </a>
              <a href="/api/v1/learners/me/clr?named=true" download>
                {t('earned.clr')}
              </a>
              <Link to="/record/disputes/missing">{t('dispute.missing')}</Link>
              <StatementsLink disputes={disputed} />
            </>
          ) : null}
          <button type="button" className="link" onClick={() => window.print()}>
            {t('earned.print')}
          </button>
        </p>
      </header>
      <div className="years">
        {[...years].map(([year, list]) => {
          const open = before < OPEN;
          before += list.length;
          return <Year key={year} year={year} list={list} open={open} data={data} disputed={own ? disputed : null} />;
        })}
      </div>
    </section>
  );
});

function Year({
  year,
  list,
  open,
  data,
  disputed,
}: {
  readonly year: string;
  readonly list: readonly Line[];
  readonly open: boolean;
  readonly data: Reading;
  /** Null for whoever is not the learner: they read the statements, and dispute nothing. */
  readonly disputed: ReadonlyMap<string, DisputeView> | null;
}) {
  const { t, language } = useLanguage();
  const [shown, setShown] = useState(open);
  const credits = list.reduce((sum, line) => sum + line.credits, 0);
  return (
    <>
      <h3>{year}</h3>
      <ul>
        {shown ? null : (
          <li className="closed">
            <span>
              {t('unit.outcomes', { count: list.length })}, {t('stack.credits', { count: credits })}
            </span>
            <button type="button" className="link" aria-label={t('earned.show-year', { year })} onClick={() => setShown(true)}>
              {t('earned.show')}
            </button>
          </li>
        )}
        {(shown ? list : []).map((line) => (
          <li key={line.id} id={`line-${line.id}`}>
            <span className="d">{dayAndMonth(line.date, language)}</span>
            <span className="bk">
              <Swatch field={line.field} width={28} height={Math.max(5, Math.min(60, line.credits * 5))} />
            </span>
            <span className="n">
              <Name>{line.name}</Name>
              <small>
                {[
                  line.provider,
                  line.mode === 'assessed' ? '' : t(`mode.${line.mode}`),
                  data.outcomes[line.outcome.id]?.status === 'legacy' ? t('outcome.status.legacy') : '',
                ]
                  .filter((part) => part !== '')
                  .join('. ')}{' '}
                {disputed === null ? (
                  <SaidBeside statement={data.statements.find(({ achievement }) => achievement === line.id)} />
                ) : (
                  <LineNote line={line.id} name={line.name} dispute={disputed.get(line.id)} />
                )}
              </small>
            </span>
            <span className="c">{t('stack.credits', { count: line.credits })}</span>
            <span className={`g${line.status === 'provisional' ? ' attn' : ''}`}>
              {line.status === 'confirmed' ? t(`result.${line.result}`) : t(`line.${line.status}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
