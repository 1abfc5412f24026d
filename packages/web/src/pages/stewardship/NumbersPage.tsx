import type { StewardNumbers } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate, shortDate, wholeNumber } from '../../language/index.ts';
import { Swatch } from '../../parts/Swatch.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Bar, DaysPlot } from './Plots.tsx';
import { Door } from './Door.tsx';

const DAY_MS = 86_400_000;

/** The numbers of a period, as pictures and as tables. What is too small to be shown says so. */
export function NumbersPage() {
  const { t } = useLanguage();
  const [period, setPeriod] = useState(() => lastDays(30));
  const { data, error, refetch } = useQuery({
    queryKey: ['stewardship', 'numbers', period],
    queryFn: () => api.get('/api/v1/stewardship/numbers', { query: period }),
  });
  useTitle(t('steward.numbers'));
  return (
    <Door title={t('steward.numbers')} lead={t('steward.numbers-lead')}>
      <form
        className="look top-3"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [from, to] = [form.get('from'), form.get('to')];
          if (typeof from === 'string' && typeof to === 'string') setPeriod({ from, to });
        }}
      >
        <div className="field">
          <label htmlFor="n-from">{t('steward.from')}</label>
          <input className="input" id="n-from" name="from" type="date" required defaultValue={period.from} />
        </div>
        <div className="field">
          <label htmlFor="n-to">{t('steward.to')}</label>
          <input className="input" id="n-to" name="to" type="date" required defaultValue={period.to} />
        </div>
        <button className="btn" type="submit">
          {t('steward.show')}
        </button>
      </form>
      {error === null ? null : <TroubleHere error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting picture /> : null}
      {data === undefined ? null : <Numbers numbers={data} />}
    </Door>
  );
}

function lastDays(days: number): { readonly from: string; readonly to: string } {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date());
  return { from: new Date(Date.parse(today) - (days - 1) * DAY_MS).toISOString().slice(0, 10), to: today };
}

function Numbers({ numbers }: { readonly numbers: StewardNumbers }) {
  const { t, language, field } = useLanguage();
  const shown = (count: number | null): string =>
    count === null ? t('steward.under', { smallest: numbers.smallest }) : wholeNumber(count);
  const filled = numbers.days.filter(
    (day) => day.recorded !== 0 || day.rejected !== 0 || day.corrected !== 0 || day.withdrawn !== 0,
  );
  return (
    <>
      <section className="sec" aria-labelledby="n-days">
        <Head id="n-days" table="days" numbers={numbers}>
          {t('steward.per-day')}
        </Head>
        <DaysPlot days={numbers.days} />
        {filled.length === 0 ? (
          <p className="muted top-2">{t('steward.none-in-period')}</p>
        ) : (
          <table className="tbl stacked top-2">
            <caption className="unseen">{t('steward.per-day')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('steward.day')}</th>
                {(['recorded', 'corrected', 'withdrawn', 'rejected'] as const).map((column) => (
                  <th key={column} scope="col" className="r">
                    {t(`steward.col-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {filled.map((day) => (
                <tr key={day.day}>
                  <th scope="row">{longDate(day.day, language)}</th>
                  <td className="r" data-before={t('steward.col-recorded')}>
                    {shown(day.recorded)}
                  </td>
                  <td className="r" data-before={t('steward.col-corrected')}>
                    {shown(day.corrected)}
                  </td>
                  <td className="r" data-before={t('steward.col-withdrawn')}>
                    {shown(day.withdrawn)}
                  </td>
                  <td className="r" data-before={t('steward.col-rejected')}>
                    {shown(day.rejected)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="small muted top-1">
          {t('steward.days-without', { from: shortDate(numbers.from, language), to: shortDate(numbers.to, language) })}
        </p>
      </section>
      <Cells
        id="n-fields"
        table="awards-by-field"
        title={t('steward.by-field')}
        numbers={numbers}
        shown={shown}
        cells={numbers.awardsByField.map(({ key, count }) => ({
          key,
          count,
          name: (
            <span className="sw">
              <Swatch field={key === 'none' ? null : key} />
              <span>{key === 'none' ? t('steward.no-major') : field(key)}</span>
            </span>
          ),
        }))}
      />
      <Cells
        id="n-policies"
        table="awards-by-policy"
        title={t('steward.by-policy')}
        numbers={numbers}
        shown={shown}
        cells={numbers.awardsByPolicy.map(({ key, count }) => ({ key, count, name: key }))}
      />
      <Cells
        id="n-reasons"
        table="rejects-by-reason"
        title={t('steward.by-reason')}
        numbers={numbers}
        shown={shown}
        cells={numbers.rejectsByReason.map(({ key, count, name }) => ({ key, count, name: name?.[language] ?? key }))}
      />
      <Cells
        id="n-providers"
        table="rejects-by-provider"
        title={t('steward.by-provider')}
        numbers={numbers}
        shown={shown}
        cells={numbers.rejectsByProvider.map(({ key, count, name }) => ({
          key,
          count,
          name: name?.[language] ?? (key === 'operator' ? t('steward.operator') : key),
        }))}
      />
    </>
  );
}

type Table = 'days' | 'awards-by-field' | 'awards-by-policy' | 'rejects-by-reason' | 'rejects-by-provider';

function Head({
  id,
  table,
  numbers,
  children,
}: {
  readonly id: string;
  readonly table: Table;
  readonly numbers: StewardNumbers;
  readonly children: string;
}) {
  const { t } = useLanguage();
  return (
    <header>
      <h2 className="h2" id={id}>
        {children}
      </h2>
      <p className="small">
        <a
          href={`/api/v1/stewardship/exports/numbers/${table}?from=${numbers.from}&to=${numbers.to}`}
          download
          aria-label={t('steward.csv-of', { name: children })}
        >
          {t('dispute.csv')}
        </a>
      </p>
    </header>
  );
}

/** A table whose last column is its own picture. */
function Cells({
  id,
  table,
  title,
  numbers,
  shown,
  cells,
}: {
  readonly id: string;
  readonly table: Table;
  readonly title: string;
  readonly numbers: StewardNumbers;
  readonly shown: (count: number | null) => string;
  readonly cells: readonly { readonly key: string; readonly count: number | null; readonly name: React.ReactNode }[];
}) {
  const { t } = useLanguage();
  const most = Math.max(1, ...cells.map(({ count }) => count ?? 0));
  return (
    <section className="sec" aria-labelledby={id}>
      <Head id={id} table={table} numbers={numbers}>
        {title}
      </Head>
      {cells.length === 0 ? (
        <p className="muted">{t('steward.none-in-period')}</p>
      ) : (
        <table className="tbl bars">
          <thead className="unseen">
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t('steward.count')}</th>
              <th scope="col">{t('steward.picture')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ key, count, name }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="r nowrap">{shown(count)}</td>
                <td className="bar-cell">
                  <Bar share={count === null ? null : count / most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
