import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, shortDate, wholeNumber } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Door } from './Door.tsx';

/** What happened today, and what needs a decision? */
export function TodayPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['stewardship', 'today'],
    queryFn: () => api.get('/api/v1/stewardship/today'),
  });
  useTitle(t('steward.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const { waiting, today } = data;
  const decisions = waiting.revocations + waiting.restorations + waiting.disputes + waiting.appeals;
  return (
    <Door
      title={decisions === 0 ? t('steward.headline-none') : t('steward.headline', { count: decisions })}
      lead={t('steward.lead', { date: longDate(data.day, language) })}
    >
      <dl className="tally top-3">
        <Figure name={t('steward.recorded')} value={today.recorded} more={t('steward.imports', { count: today.imports })} />
        <Figure name={t('steward.corrected')} value={today.corrected + today.withdrawn} more={t('steward.corrected-more')} />
        <Figure name={t('steward.rejected')} value={today.rejected} more={t('steward.rejected-more')} />
        <Figure name={t('steward.issued')} value={today.awards} more={t('steward.disputed', { count: today.disputes })} />
      </dl>
      <section className="sec" aria-labelledby="waiting">
        <header>
          <h2 className="h2" id="waiting">
            {t('steward.waiting')}
          </h2>
        </header>
        <ul className="log counts">
          <Task count={waiting.disputes} name={t('steward.wait-disputes')} to="/stewardship/disputes" />
          <Task count={waiting.appeals} name={t('steward.wait-appeals')} to="/stewardship/disputes" />
          <Task count={waiting.lateDisputes} name={t('steward.wait-late')} to="/stewardship/disputes" />
          <Task count={waiting.suspended} name={t('steward.wait-suspended')} to="/stewardship/awards" status="suspended" />
          <Task count={waiting.outcomes} name={t('steward.wait-outcomes')} to="/outcomes/review" />
          <Task count={waiting.linkReviews} name={t('steward.wait-links')} to="/stewardship/links" />
        </ul>
      </section>
      <Reviews />
    </Door>
  );
}

function Figure({ name, value, more }: { readonly name: string; readonly value: number; readonly more: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{wholeNumber(value)}</b>
        <small>{more}</small>
      </dd>
    </div>
  );
}

function Task({
  count,
  name,
  to,
  status,
}: {
  readonly count: number;
  readonly name: string;
  readonly to: '/stewardship/disputes' | '/stewardship/awards' | '/stewardship/links' | '/outcomes/review';
  readonly status?: 'suspended';
}) {
  return (
    <li className={count === 0 ? 'muted' : undefined}>
      <span>{wholeNumber(count)}</span>
      <span>
        {count === 0 ? (
          name
        ) : to === '/stewardship/awards' ? (
          <Link to={to} search={status === undefined ? {} : { status }}>
            {name}
          </Link>
        ) : (
          <Link to={to}>{name}</Link>
        )}
      </span>
    </li>
  );
}

/** What one steward asked and another has to settle. */
function Reviews() {
  const { t, language } = useLanguage();
  const pages = usePages(['stewardship', 'reviews'], (cursor) => api.get('/api/v1/stewardship/reviews', { query: { cursor } }));
  return (
    <section className="sec" aria-labelledby="second">
      <header>
        <h2 className="h2" id="second">
          {t('steward.second')}
        </h2>
      </header>
      {pages.items?.length === 0 ? <p className="muted">{t('steward.second-none')}</p> : null}
      <ul className="log">
        {(pages.items ?? []).map((one) => (
          <li key={`${one.kind}${one.award}`}>
            <span>{shortDate(dateOfInstant(one.askedAt), language)}</span>
            <span>
              <Link to="/stewardship/awards/$id" params={{ id: one.award }}>
                {t(`steward.${one.kind}`, { id: one.award })}
              </Link>{' '}
              <span className="muted">
                {one.reason} {one.mine ? t('steward.second-mine') : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}
