import type { RplWorklist } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Name } from '../../parts/Name.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';

const PILES = ['waiting', 'second', 'appealed', 'settled'] as const;
type Item = RplWorklist['items'][number];

function read(pile: (typeof PILES)[number], cursor: string) {
  return api.get('/api/v1/providers/me/rpl', { query: { pile, cursor } });
}

/** What learners asked us to assess, the oldest first. */
export function WorklistPage() {
  const { t } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const [pile, setPile] = useState<(typeof PILES)[number]>('waiting');
  const pages = usePages<Item>(['rpl', 'sent', pile], (cursor) => read(pile, cursor));
  useTitle(t('assess.title'));
  return (
    <>
      <p className="eyebrow">{session?.organisation?.name ?? ''}</p>
      <h1 className="display">{t('assess.headline')}</h1>
      <p className="lead top-2">{t('assess.lead')}</p>
      <section className="sec" aria-labelledby="list">
        <header>
          <h2 className="h2" id="list">
            {t(`assess.pile.${pile}`)}
          </h2>
          <p className="small trail">
            {PILES.map((one) => (
              <button key={one} type="button" className="link" aria-pressed={pile === one} onClick={() => setPile(one)}>
                {t(`assess.pile.${one}`)}
              </button>
            ))}
          </p>
        </header>
        {pages.error === null ? null : <TroubleHere error={pages.error} onRetry={pages.again} />}
        {pages.items === undefined && pages.error === null ? <Waiting /> : null}
        {pages.items?.length === 0 ? <p className="muted">{t('assess.none')}</p> : null}
        {pages.items === undefined || pages.items.length === 0 ? null : <Table rows={pages.items} />}
        <More pages={pages} />
      </section>
    </>
  );
}

function Table({ rows }: { readonly rows: readonly Item[] }) {
  const { t, language } = useLanguage();
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">{t('assess.who')}</th>
          <th scope="col">{t('assess.sent')}</th>
          <th scope="col">{t('assess.outcomes')}</th>
          <th scope="col">{t('assess.stands')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/assess/$id" params={{ id: row.id }}>
                {row.learner === null ? t('assess.no-name') : <Name>{row.learner}</Name>}
              </Link>
            </th>
            <td data-before={t('assess.sent')}>{shortDate(dateOfInstant(row.appliedAt ?? row.startedAt), language)}</td>
            <td>{row.outcomes.map(({ name }) => name).join(', ')}</td>
            <td>
              {t(row.appealed ? 'rpl.appealed' : `assess.status.${row.status}`)}
              {row.status === 'assessed' && row.assessedByYou ? ` ${t('assess.by-you')}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
