import type { LearnerRecord } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, queries, recordQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { linesOf } from './Choose.tsx';
import { daysAfter, type Draft, useDraft } from './draft.ts';
import { rememberLink } from './queries.ts';
import { ShareForm } from './ShareForm.tsx';
import { SharingNav } from './SharingNav.tsx';

/** A new link: what, how much of it, for whom, until when; and beside it what they will see. */
export function NewSharePage() {
  const { data, error, refetch } = useQuery(recordQuery);
  if (data !== undefined) return linesOf(data).length === 0 ? <Nothing /> : <NewShare record={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function NewShare({ record }: { readonly record: LearnerRecord }) {
  const { t } = useLanguage();
  useTitle(t('share.new'));
  const navigate = useNavigate();
  const { shows } = useSearch({ from: '/record/shares/new' });
  const onlySkills = shows === 'skills';
  // Whoever comes from their skills begins with all of them, and leaves the draft of another link alone.
  const store = useDraft(onlySkills ? 'share-skills-draft' : 'share-draft', () => firstDraft(record, onlySkills));
  const send = async (draft: Draft, key: string): Promise<void> => {
    const { achievements, awards, fields, outcomesShown, skillsLeftOut, audience, purpose, expiresOn } = draft;
    const pin = draft.asksPin ? draft.pin : null;
    const body = {
      achievements: [...achievements],
      awards: [...awards],
      fields: [...fields],
      outcomesShown,
      skillsLeftOut: [...skillsLeftOut],
      audience,
      purpose,
      expiresOn,
      pin,
    };
    const made = await api.post('/api/v1/shares', { body, key });
    // A repeated request answers the id alone: the page of the link offers a new one then.
    if (typeof made.link === 'string') rememberLink(made.id, made.link);
    store.forget();
    await queries.invalidateQueries({ queryKey: ['shares'] });
    await navigate({ to: '/record/shares/$id', params: { id: made.id } });
  };
  return (
    <>
      <SharingNav />
      <h1 className="display">{t('share.new-headline')}</h1>
      <p className="lead top-2">{t('share.new-lead')}</p>
      <ShareForm record={record} store={store} hasPin={false} go={t('share.go')} send={send} here="/record/shares/new" />
    </>
  );
}

function firstDraft(record: LearnerRecord, onlySkills: boolean): Draft {
  return {
    achievements: onlySkills ? linesOf(record).map(({ id }) => id) : [],
    awards: [],
    fields: onlySkills ? ['name', 'dates', 'providers'] : ['name', 'dates'],
    outcomesShown: !onlySkills,
    skillsLeftOut: [],
    audience: '',
    purpose: '',
    expiresOn: daysAfter(record.asOf, 30),
    asksPin: false,
    pin: '',
  };
}

function Nothing() {
  const { t } = useLanguage();
  useTitle(t('share.new'));
  return (
    <section>
      <SharingNav />
      <h1 className="display">{t('share.nothing')}</h1>
      <p className="lead top-2">{t('share.nothing-text')}</p>
      <div className="acts">
        <Link className="btn" to="/catalogue">
          {t('record.look')}
        </Link>
      </div>
    </section>
  );
}
