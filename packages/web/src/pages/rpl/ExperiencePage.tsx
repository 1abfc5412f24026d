import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { again, applicationsQuery } from './queries.ts';
import { RplNav } from './RplNav.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Tell what you can do; and what became of what you told before. */
export function ExperiencePage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(applicationsQuery);
  useTitle(t('rpl.title'));
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RplNav />
      <h1 className="display">{t('rpl.headline')}</h1>
      <p className="lead top-2">{t('rpl.lead')}</p>
      <Story />
      {data.items.length === 0 ? null : (
        <section className="sec" aria-labelledby="own">
          <header>
            <h2 className="h2" id="own">
              {t('rpl.own')}
            </h2>
          </header>
          <ul className="consents">
            {data.items.map((one) => (
              <li key={one.id}>
                <div className="one">
                  <div>
                    <h3>
                      <Link to="/record/experience/$id" params={{ id: one.id }}>
                        {one.provider === null
                          ? t('rpl.draft-of', { date: longDate(dateOfInstant(one.startedAt), language) })
                          : t('rpl.to', {
                              provider: one.provider.name,
                              date: longDate(dateOfInstant(one.appliedAt ?? one.startedAt), language),
                            })}
                      </Link>
                    </h3>
                    <p className="small muted">{one.outcomes.map(({ name }) => name).join(', ')}</p>
                  </div>
                  <span className="small">{t(one.appealed ? 'rpl.appealed' : `rpl.status.${one.status}`)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Story() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [story, setStory, forget] = useKept('rpl-story');
  const [key] = useState(() => crypto.randomUUID());
  const { busy, wrong, act: send } = useAct();
  const begin = async (): Promise<void> => {
    const made = { id: '' };
    const done = await send(async () => {
      made.id = (await api.post('/api/v1/learners/me/rpl', { body: { story: story.trim() }, key })).id;
      await again();
    });
    if (!done) return;
    forget();
    await navigate({ to: '/record/experience/$id', params: { id: made.id } });
  };
  return (
    <form
      className="ask sec"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <Area label={t('rpl.story')} hint={t('rpl.story-hint')} value={story} onChange={setStory} most={8000} required tall />
      <Wrong words={wrong} />
      <div className="acts">
        <button className="btn" type="submit" disabled={busy}>
          {t('rpl.find')}
        </button>
      </div>
    </form>
  );
}
