import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { LongTable } from '../../parts/LongTable.tsx';
import type { Problem, ProblemRow } from '../../preview/count.ts';
import type { MendId } from '../../preview/mends.ts';
import type { usePreview } from '../../preview/use-preview.ts';

interface ProblemsProps {
  readonly working: ReturnType<typeof usePreview>;
  readonly disabled: boolean;
}

/** What would be rejected, by reason: how many, why, the first rows, and the mends that put many right at once. */
export function Problems({ working, disabled }: ProblemsProps) {
  const { t } = useLanguage();
  const { counted, mends } = working.preview;
  const { data } = useQuery({
    queryKey: ['reasons'],
    queryFn: () => api.get('/api/v1/results/reasons'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (counted === null) return null;
  const saidOf = new Map(data?.items.map((one) => [one.code, one]));
  return (
    <>
      {mends.length === 0 ? null : (
        <section className="sec" aria-labelledby="mended">
          <header>
            <h2 className="h2" id="mended">
              {t('mend.title')}
            </h2>
          </header>
          <ul className="list-plain" aria-live="polite">
            {mends.map((id) => (
              <li key={id}>
                {t(`mend.did.${id}`)}{' '}
                <button type="button" className="link" disabled={disabled} onClick={() => working.undo(id)}>
                  {t('mend.undo')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {counted.problems.length === 0 ? null : (
        <section className="sec" aria-labelledby="fixes">
          <header>
            <h2 className="h2" id="fixes">
              {t('fixes.title')}
            </h2>
          </header>
          {counted.problems.map((problem) => (
            <OneProblem
              key={problem.code}
              problem={problem}
              said={saidOf.get(problem.code)}
              working={working}
              disabled={disabled}
            />
          ))}
        </section>
      )}
    </>
  );
}

interface OneProblemProps extends ProblemsProps {
  readonly problem: Problem;
  readonly said:
    | {
        readonly message: { readonly en: string; readonly mi: string };
        readonly fix: { readonly en: string; readonly mi: string };
      }
    | undefined;
}

function OneProblem({ problem, said, working, disabled }: OneProblemProps) {
  const { t, language } = useLanguage();
  const { code, count, columns, first, mends } = problem;
  const listed = working.preview.listed?.code === code ? working.preview.listed.rows : null;
  const [best, ...others] = mends;
  const heads = columns.length === 0 ? [t('preview.row-as-read')] : columns.map((column) => t(`column.${column}`));
  const becomes = first.some((one) => one.become !== null);
  return (
    <section className="fix four" aria-label={said?.message[language] ?? code}>
      <p className="count">
        {wholeNumber(count)} <small>{t('fixes.rows', { count })}</small>
      </p>
      <div>
        <h3 className="h3">{said?.message[language] ?? code}</h3>
        <p>{said?.fix[language] ?? ''}</p>
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('fixes.row')}</th>
            {heads.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            {becomes ? <th scope="col">{t('mend.become')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {first.map((one) => (
            <tr key={one.row}>
              <td>{wholeNumber(one.row)}</td>
              {one.cells.map((cell, at) => (
                <td key={heads[at]}>{at === 0 ? <Wrong>{cell}</Wrong> : cell}</td>
              ))}
              {becomes ? (
                <td>
                  <b>{one.become ?? ''}</b>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="fix-acts">
        {best === undefined ? null : (
          <button type="button" className="btn slim" disabled={disabled} onClick={() => working.accept(best.id)}>
            {label(best)}
          </button>
        )}
        {others.map((mend) => (
          <button
            type="button"
            className="btn second slim"
            key={mend.id}
            disabled={disabled}
            onClick={() => working.accept(mend.id)}
          >
            {label(mend)}
          </button>
        ))}
        {count <= first.length ? null : (
          <button
            type="button"
            className="link"
            aria-expanded={listed !== null}
            onClick={() => (listed === null ? working.list(code) : working.unlist())}
          >
            {t(listed === null ? 'preview.see-all' : 'preview.see-less', { count, rows: wholeNumber(count) })}
          </button>
        )}
      </div>
      {listed === null ? null : (
        <div className="fix-all">
          {listed.length < count ? (
            <p className="small muted">{t('preview.first-rows', { rows: wholeNumber(listed.length) })}</p>
          ) : null}
          <LongTable<ProblemRow>
            label={said?.message[language] ?? code}
            count={listed.length}
            row={(index) => listed[index]}
            columns={[
              { id: 'row', header: t('fixes.row'), width: '96px', numeric: true, renderCell: (one) => wholeNumber(one.row) },
              ...heads.map((name, at) => ({
                id: name,
                header: name,
                width: 'minmax(0, 1fr)',
                renderCell: (one: ProblemRow) => one.cells[at] ?? '',
              })),
              { id: 'become', header: t('mend.become'), width: 'minmax(0, 1fr)', renderCell: (one) => one.become ?? '' },
            ]}
          />
        </div>
      )}
    </section>
  );

  function label(mend: { readonly id: MendId; readonly count: number }): string {
    return mend.count === count
      ? t(`mend.all.${mend.id}`, { rows: wholeNumber(mend.count) })
      : t('mend.some', { what: t(`mend.all.${mend.id}`, { rows: wholeNumber(mend.count) }), rows: wholeNumber(count) });
  }
}

function Wrong({ children }: { readonly children: string }) {
  return <span className="wrong-cell">{children === '' ? '–' : children}</span>;
}
