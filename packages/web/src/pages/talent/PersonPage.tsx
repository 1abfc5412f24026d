import { ApiError, type OpenedShare } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { linksQuery } from './queries.ts';
import { Shown } from './Shown.tsx';

/** What somebody shared: what they can do first, beside a role, then the outcomes and awards that it comes from. */
export function PersonPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/talent/people/$id' });
  const [pin, setPin] = useState<string | null>(null);
  const links = useQuery(linksQuery);
  const opened = useQuery({
    queryKey: ['kept-links', id, pin],
    queryFn: () => api.post('/api/v1/employers/me/links/{id}/opening', { path: { id }, body: { pin } }),
    // Each opening is told to whoever shared it: it is asked for once, not when the window comes back into sight.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const label = links.data?.items.find((one) => one.id === id)?.label ?? t('talent.title');
  useTitle(label);
  const { error, data } = opened;
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      {data !== undefined ? (
        <Person opened={data} label={label} role={links.data?.items.find((one) => one.id === id)?.role ?? null} />
      ) : error instanceof ApiError && error.code.startsWith('share-pin') ? (
        <PinForm label={label} error={error} onPin={setPin} />
      ) : error !== null ? (
        <Trouble error={error} onRetry={() => void opened.refetch()} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

function PinForm({
  label,
  error,
  onPin,
}: {
  readonly label: string;
  readonly error: ApiError;
  readonly onPin: (pin: string) => void;
}) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onPin(typed);
      }}
    >
      <h1 className="display">{label}</h1>
      <p className="lead top-2">{t('talent.pin-needed')}</p>
      {error.code === 'share-pin-needed' ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="field">
        <label htmlFor="pin">PIN</label>
        <input
          id="pin"
          className="input"
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]{4,8}"
          maxLength={8}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="acts">
        <button type="submit" className="btn">
          {t('talent.opening')}
        </button>
      </div>
    </form>
  );
}

function Person({ opened, label, role }: { readonly opened: OpenedShare; readonly label: string; readonly role: string | null }) {
  const { t, language } = useLanguage();
  const { content } = opened;
  return (
    <>
      <h1 className="display">{content.holder ?? label}</h1>
      <p className="lead top-2">
        {t('talent.shared-for', {
          audience: opened.audience,
          purpose: opened.purpose,
          date: longDate(opened.expiresOn, language),
        })}
      </p>
      {content.holder === null ? <p className="muted">{t('talent.holder-hidden')}</p> : null}
      <Shown content={content} beside={role} />
    </>
  );
}
