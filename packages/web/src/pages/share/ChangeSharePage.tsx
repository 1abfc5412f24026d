import type { LearnerRecord, ShareDetail } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, queries, recordQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { type Draft, useDraft } from './draft.ts';
import { shareQuery } from './queries.ts';
import { ShareForm } from './ShareForm.tsx';
import { SharingNav } from './SharingNav.tsx';

/** The same form for a link that stands. Another window that was faster is told of, and nothing is overwritten. */
export function ChangeSharePage() {
  const { id } = useParams({ from: '/record/shares/$id/change' });
  const share = useQuery(shareQuery(id));
  const record = useQuery(recordQuery);
  const error = share.error ?? record.error;
  if (share.data !== undefined && record.data !== undefined)
    return <ChangeShare key={share.data.revision} share={share.data} record={record.data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void share.refetch()} />;
  return <Waiting />;
}

function ChangeShare({ share, record }: { readonly share: ShareDetail; readonly record: LearnerRecord }) {
  const { t } = useLanguage();
  useTitle(t('share.change'));
  const navigate = useNavigate();
  const store = useDraft(`share-change-${share.id}-${share.revision}`, () => draftOf(share));
  const send = async (draft: Draft, key: string): Promise<void> => {
    const { achievements, awards, fields, outcomesShown, skillsLeftOut, audience, purpose, expiresOn } = draft;
    const pin = !draft.asksPin ? { pin: null } : draft.pin === '' ? {} : { pin: draft.pin };
    const body = {
      achievements: [...achievements],
      awards: [...awards],
      fields: [...fields],
      outcomesShown,
      skillsLeftOut: [...skillsLeftOut],
      audience,
      purpose,
      expiresOn,
      revision: share.revision,
      ...pin,
    };
    await api.put('/api/v1/shares/{id}', { path: { id: share.id }, body, key });
    store.forget();
    await queries.invalidateQueries({ queryKey: ['shares'] });
    await navigate({ to: '/record/shares/$id', params: { id: share.id } });
  };
  return (
    <>
      <SharingNav />
      <h1 className="display">{t('share.change-headline', { audience: share.audience })}</h1>
      <p className="lead top-2">{t('share.change-lead')}</p>
      <ShareForm
        record={record}
        store={store}
        hasPin={share.hasPin}
        go={t('share.change-go')}
        send={send}
        here={`/record/shares/${share.id}/change`}
        onStale={() => void queries.invalidateQueries({ queryKey: ['shares', share.id] })}
      />
    </>
  );
}

function draftOf(share: ShareDetail): Draft {
  const { achievements, awards, fields, outcomesShown, skillsLeftOut, audience, purpose, expiresOn, hasPin } = share;
  const pin = { asksPin: hasPin, pin: '' };
  return { achievements, awards, fields, outcomesShown, skillsLeftOut, audience, purpose, expiresOn, ...pin };
}
