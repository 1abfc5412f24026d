import type { TransferWorklist } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Name } from '../../parts/Name.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

type Transfer = TransferWorklist['items'][number];

function read(state: 'waiting' | 'settled', cursor: string) {
  return api.get('/api/v1/providers/me/transfers', { query: { state, cursor } });
}

/** Credit transfers that learners asked us for. */
export function TransfersPage() {
  const { t } = useLanguage();
  const [state, setState] = useState<'waiting' | 'settled'>('waiting');
  const pages = usePages<Transfer>(['transfers', 'sent', state], (cursor) => read(state, cursor));
  useTitle(t('transfer.ours'));
  return (
    <>
      <p className="eyebrow">
        <Link to="/results">{t('nav.results')}</Link>
      </p>
      <h1 className="display">{t('transfer.ours')}</h1>
      <p className="lead top-2">{t('transfer.ours-lead')}</p>
      <p className="top-2">
        <button type="button" className="link" onClick={() => setState(state === 'waiting' ? 'settled' : 'waiting')}>
          {t(state === 'waiting' ? 'transfer.show-settled' : 'transfer.show-waiting')}
        </button>
      </p>
      {pages.error === null ? null : <TroubleHere error={pages.error} onRetry={pages.again} />}
      {pages.items === undefined && pages.error === null ? <Waiting /> : null}
      {pages.items?.length === 0 ? <p className="muted">{t('transfer.none')}</p> : null}
      <ul className="consents top-2">
        {(pages.items ?? []).map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

function One({ one }: { readonly one: Transfer }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <h2 className="h3">
        <Name>{one.outcome.name}</Name>
      </h2>
      <p>
        {one.from.result === null
          ? t('transfer.of-award', { name: one.from.award?.name ?? '', issuer: one.from.award?.issuer ?? '' })
          : t('transfer.of-result', { name: one.from.result.name, provider: one.from.result.provider })}
      </p>
      <p className="small muted">
        {t('transfer.first', { date: longDate(one.firstOn, language) })}{' '}
        {one.agreement === null ? t('transfer.not-covered') : t('transfer.covered-by', { agreement: one.agreement })}
      </p>
      {one.words === '' ? null : <p className="quoted">{one.words}</p>}
      {one.status === 'asked' ? (
        <details className="act" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('transfer.decide')}</summary>
          {open ? <Decide one={one} /> : null}
        </details>
      ) : (
        <p className="say">{`${t(`transfer.status.${one.status}`)} ${one.answer ?? ''}`}</p>
      )}
    </li>
  );
}

/** Whose it is, which the learner sees that we read; and the decision. */
function Decide({ one }: { readonly one: Transfer }) {
  const { t } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['transfers', 'sent', 'one', one.id],
    queryFn: () => api.get('/api/v1/providers/me/transfers/{id}', { path: { id: one.id } }),
  });
  const [words, setWords] = useState('');
  const { busy, wrong, act: send } = useAct();
  const decide = (decision: 'accepted' | 'declined'): Promise<boolean> =>
    send(async () => {
      await api.post('/api/v1/providers/me/transfers/{id}/decision', {
        path: { id: one.id },
        body: { decision, words: words.trim() },
      });
      await queries.invalidateQueries({ queryKey: ['transfers'] });
    });
  if (error !== null) return <TroubleHere error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <div className="ask">
      <p>
        <Name>{data.learner}</Name>{' '}
        {one.from.award?.evidence == null ? null : (
          <a href={`/api/v1/providers/me/transfers/${one.id}/evidence`} download>
            {t('transfer.see-evidence')}
          </a>
        )}
      </p>
      <p className="small muted">{t('assess.logged')}</p>
      <Area
        label={t(one.agreement === null ? 'transfer.compared' : 'transfer.note')}
        value={words}
        onChange={setWords}
        most={2000}
      />
      <Wrong words={wrong} />
      <div className="acts">
        <button
          className="btn"
          type="button"
          disabled={busy || (one.agreement === null && words.trim() === '')}
          onClick={() => void decide('accepted')}
        >
          {t('transfer.accept')}
        </button>
        <button
          className="btn second"
          type="button"
          disabled={busy || words.trim() === ''}
          onClick={() => void decide('declined')}
        >
          {t('transfer.decline')}
        </button>
      </div>
    </div>
  );
}
