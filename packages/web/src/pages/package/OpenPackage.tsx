import type { PackageRequest } from '@recognition/client';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';

/** From a request to its package: opened by the provider, read by the employer once it is proposed. */
export function OpenPackage({ request, side }: { readonly request: PackageRequest; readonly side: 'employer' | 'provider' }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ended = request.status === 'declined' || request.status === 'taken-back';
  const live = request.package !== null && request.package.status !== 'declined' && request.package.status !== 'withdrawn';
  if (request.package !== null && (live || side === 'employer' || ended))
    return (
      <p className="acts">
        <Link
          className="btn second slim"
          to={side === 'employer' ? '/talent/packages/$id' : '/results/packages/$id'}
          params={{ id: request.package.id }}
        >
          {t(side === 'employer' ? 'package.read' : 'package.compose')}
        </Link>{' '}
        <b>{t(`package.status.${request.package.status}`)}</b>
      </p>
    );
  if (side === 'employer' || ended) return null;
  const open = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { id } = await api.post('/api/v1/packages', { body: { request: request.id } });
      await navigate({ to: '/results/packages/$id', params: { id } });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <p className="acts">
        <button type="button" className="btn slim" disabled={busy} onClick={() => void open()}>
          {t('package.compose')}
        </button>
      </p>
    </>
  );
}
