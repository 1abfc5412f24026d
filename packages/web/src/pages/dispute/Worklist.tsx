import type { DisputeView } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { entry, shortDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { subjectOf } from './words.ts';

/** Disputes to answer, the one that is due first on top; or those that are settled. For the provider's door and the stewards'. */
export function Worklist({ door }: { readonly door: 'results' | 'stewardship' }) {
  const { t } = useLanguage();
  const [state, setState] = useState<'waiting' | 'settled'>('waiting');
  const pages = usePages<DisputeView>(['disputes', 'list', state], (cursor) =>
    api.get('/api/v1/disputes', { query: { state, cursor } }),
  );
  return (
    <section className="sec" aria-labelledby="list">
      <header>
        <h2 className="h2" id="list">
          {t(`dispute.list-${state}`)}
        </h2>
        <p className="small">
          <button type="button" className="link" onClick={() => setState(state === 'waiting' ? 'settled' : 'waiting')}>
            {t(state === 'waiting' ? 'dispute.show-settled' : 'dispute.show-waiting')}
          </button>
          {door === 'stewardship' ? (
            <a href="/api/v1/stewardship/exports/disputes" download>
              {t('dispute.csv')}
            </a>
          ) : null}
        </p>
      </header>
      {pages.error === null ? null : <TroubleHere error={pages.error} onRetry={pages.again} />}
      {pages.items === undefined && pages.error === null ? <Waiting /> : null}
      {pages.items?.length === 0 ? <p className="muted">{t(`dispute.none-${state}`)}</p> : null}
      {pages.items === undefined || pages.items.length === 0 ? null : <Table rows={pages.items} door={door} />}
      <More pages={pages} />
    </section>
  );
}

function Table({ rows, door }: { readonly rows: readonly DisputeView[]; readonly door: 'results' | 'stewardship' }) {
  const { t, language } = useLanguage();
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">{t('dispute.due')}</th>
          <th scope="col">{t('dispute.about')}</th>
          <th scope="col">{t('dispute.what-wrong')}</th>
          <th scope="col">{t(door === 'results' ? 'dispute.reference' : 'dispute.waits')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={row.late ? 'stop' : undefined} data-before={t('dispute.due')}>
              {shortDate(row.answerBy, language)}
              {row.late ? ` (${t('dispute.late')})` : ''}
            </td>
            <th scope="row">
              <Link to={`/${door}/disputes/$id`} params={{ id: row.id }}>
                {subjectOf(language, row)}
              </Link>
            </th>
            <td>{entry(language, `dispute.reason.${row.reason}`) ?? row.reason}</td>
            <td>
              {door === 'results'
                ? (row.line?.reference ?? '')
                : row.waitsFor === null
                  ? t(`dispute.short.${row.status}`)
                  : row.waitsFor === 'provider'
                    ? (row.answerer ?? '')
                    : t('dispute.by.steward')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
