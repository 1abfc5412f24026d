import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate, timeOfInstant } from '../../language/index.ts';
import { TroubleHere, Waiting, useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { QrCode } from './QrCode.tsx';

interface Offer {
  readonly uri: string;
  readonly pin: string;
  readonly expiresAt: string;
}

/** Hands an award to a wallet: a code to scan, six digits to type, and what went into wallets before. */
export function WalletPage() {
  const { id } = useParams({ from: '/record/awards/$id/wallet' });
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useTitle(t('wallet.title'));
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setOffer(await api.post('/api/v1/awards/{id}/offers', { path: { id } }));
      await queries.invalidateQueries({ queryKey: ['award', id, 'copies'] });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/record/awards/$id" params={{ id }}>
          {t('print.award-no', { id })}
        </Link>
      </p>
      <h1 className="display">{t('wallet.title')}</h1>
      <p className="lead top-2">{t('wallet.lead')}</p>
      <div aria-live="polite">{offer === null ? null : <Offered offer={offer} />}</div>
      {failure === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(failure)}
        </p>
      )}
      <div className="acts">
        <button type="button" className={offer === null ? 'btn' : 'btn second'} disabled={busy} onClick={() => void make()}>
          {t(offer === null ? 'wallet.make' : 'wallet.again')}
        </button>
      </div>
      <Copies id={id} />
    </>
  );
}

function Offered({ offer }: { readonly offer: Offer }) {
  const { t } = useLanguage();
  return (
    <div className="top-3">
      <div className="qr">
        <QrCode text={offer.uri} label={t('wallet.code')} />
      </div>
      <p className="top-2">
        {t('wallet.pin')}: <strong className="big-code">{`${offer.pin.slice(0, 3)} ${offer.pin.slice(3)}`}</strong>
      </p>
      <p className="small muted">{t('wallet.until', { time: timeOfInstant(offer.expiresAt) })}</p>
      <p className="top-1">
        <a href={offer.uri}>{t('wallet.open')}</a>
      </p>
    </div>
  );
}

const SOME_SECONDS = 5000;

function Copies({ id }: { readonly id: string }) {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['award', id, 'copies'],
    queryFn: () => api.get('/api/v1/awards/{id}/copies', { path: { id } }),
    refetchInterval: SOME_SECONDS,
  });
  return (
    <section className="sec" aria-labelledby="copies">
      <header>
        <h2 className="h2" id="copies">
          {t('wallet.copies')}
        </h2>
      </header>
      {data === undefined ? (
        error === null ? (
          <Waiting />
        ) : (
          <TroubleHere error={error} onRetry={() => void refetch()} />
        )
      ) : data.items.length === 0 ? (
        <p className="muted">{t('wallet.no-copies')}</p>
      ) : (
        <ul className="list-plain ruled">
          {data.items.map((copy) => (
            <li key={`${copy.at} ${copy.format}`}>
              {shortDate(dateOfInstant(copy.at), language)}, {timeOfInstant(copy.at)}.{' '}
              {t(`wallet.form-${copy.format === 'dc+sd-jwt' ? 'dc-sd-jwt' : copy.format}`)}.{' '}
              <span className="muted">{t(`wallet.state-${copy.state}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
