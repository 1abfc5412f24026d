import type { OwnOffering } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { contentOf, type Draft, draftOf, emptyDraft, lacking } from './draft.ts';
import { OfferingForm } from './OfferingForm.tsx';
import { offeringQuery } from './queries.ts';

/** Publishes something new. */
export function NewOfferingPage() {
  const { t } = useLanguage();
  useTitle(t('offering.new'));
  return <Write title={t('offering.new')} was={null} />;
}

/** Changes what is there; one that was withdrawn is published again. */
export function OfferingPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/results/offerings/$id' });
  const { data, error, refetch } = useQuery(offeringQuery(id));
  useTitle(t('offering.change'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return <Write key={data.revision} title={t('offering.change')} was={data} />;
}

function Write({ title, was }: { readonly title: string; readonly was: OwnOffering | null }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => (was === null ? emptyDraft(crypto.randomUUID().slice(0, 13)) : draftOf(was)));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const lacks = lacking(draft);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const body = contentOf(draft);
      if (was === null) await api.post('/api/v1/providers/me/offerings', { body: { ...body, reference: draft.reference } });
      else
        await api.put('/api/v1/providers/me/offerings/{id}', {
          path: { id: was.id },
          body: { ...body, revision: was.revision },
        });
      await Promise.all(
        ['own-offerings', 'own-offering', 'shelf'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
      await navigate({ to: '/results/offerings' });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/results/offerings">{t('offering.title')}</Link>
      </p>
      <h1 className="display">{title}</h1>
      {was === null || was.why === null ? null : <p className="lead top-2">{t(`offering.why.${was.why}`)}</p>}
      <form
        className="form top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <OfferingForm
          draft={draft}
          isNew={was === null}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        {lacks === null ? null : <p className="hint muted">{t(`offering.lacks.${lacks}`)}</p>}
        <div className="acts">
          <button type="submit" className="btn" disabled={busy || lacks !== null}>
            {t(was === null ? 'offering.publish' : was.status === 'withdrawn' ? 'offering.publish-again' : 'offering.save')}
          </button>
          <Link className="link" to="/results/offerings">
            {t('talent.not-now')}
          </Link>
        </div>
      </form>
    </>
  );
}
