import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import { Area } from '../../parts/Area.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { Matches } from './Matches.tsx';
import { again, type Application, evidenceQuery } from './queries.ts';
import { useAct } from '../../parts/use-act.ts';
import type { Wanted } from './wanted.ts';

/** An application while it is written: story, outcomes, provider, evidence, consent. What is chosen is kept at once. */
export function Draft({ application }: { readonly application: Application }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { id } = application;
  const [story, setStory] = useState(application.story);
  const [told, setTold] = useState(application.story);
  const [provider, setProvider] = useState(application.provider?.id ?? null);
  const [wanted, setWanted] = useState<readonly Wanted[]>(() =>
    application.asked.map(({ outcome, name, credits, words, evidence }) => ({
      outcome,
      name,
      credits,
      words,
      evidence: evidence.map(({ item }) => item),
    })),
  );
  const [consent, setConsent] = useState(false);
  const { busy, wrong, act: send } = useAct();
  const matches = useQuery({
    queryKey: ['rpl', 'matches', told],
    queryFn: () => api.post('/api/v1/learners/me/rpl/matches', { body: { story: told } }),
    enabled: told.trim() !== '',
    placeholderData: (before) => before,
  });
  const keep = (next: { readonly wanted?: readonly Wanted[]; readonly provider?: string | null } = {}) => {
    const outcomes = (next.wanted ?? wanted).map(({ outcome, words, evidence }) => ({
      outcome,
      words: words.trim(),
      evidence: [...evidence],
    }));
    const chosen = next.provider === undefined ? provider : next.provider;
    return api.put('/api/v1/learners/me/rpl/{id}', { path: { id }, body: { story: story.trim(), provider: chosen, outcomes } });
  };
  const want = (next: readonly Wanted[]): void => {
    setWanted(next);
    void send(() => keep({ wanted: next }));
  };
  const choose = (next: string): void => {
    setProvider(next);
    void send(() => keep({ provider: next }));
  };
  const apply = (): Promise<boolean> =>
    send(async () => {
      await keep();
      await api.post('/api/v1/learners/me/rpl/{id}/application', { path: { id }, body: { consent: true } });
      await again();
    });
  const withdraw = async (): Promise<void> => {
    const done = await send(async () => {
      await api.post('/api/v1/learners/me/rpl/{id}/withdrawal', { path: { id } });
      await again();
    });
    if (done) await navigate({ to: '/record/experience' });
  };
  // Who may assess everything that is wanted, as far as the matches say.
  const found = matches.data?.items ?? [];
  const offering = wanted.map(({ outcome }) => found.find((one) => one.outcome === outcome)?.providers);
  const [first = [], ...others] = offering.flatMap((providers) => (providers === undefined ? [] : [providers]));
  const able = first.filter(({ id: one }) => others.every((providers) => providers.some((other) => other.id === one)));
  const named = able.find((one) => one.id === provider) ?? (application.provider?.id === provider ? application.provider : null);
  return (
    <>
      <h1 className="display">{t('rpl.write')}</h1>
      <section className="sec" aria-labelledby="s-story">
        <header>
          <h2 className="h2" id="s-story">
            {t('rpl.step-story')}
          </h2>
        </header>
        <div className="ask">
          <Area label={t('rpl.story')} hint={t('rpl.story-hint')} value={story} onChange={setStory} most={8000} tall />
          <div className="acts">
            <button
              className="btn second"
              type="button"
              disabled={busy || story.trim() === ''}
              onClick={() => {
                setTold(story.trim());
                void send(() => keep());
              }}
            >
              {t('rpl.find')}
            </button>
          </div>
        </div>
      </section>
      <section className="sec" aria-labelledby="s-outcomes">
        <header>
          <h2 className="h2" id="s-outcomes">
            {t('rpl.step-outcomes')}
          </h2>
        </header>
        <p className="muted measure">{t('rpl.outcomes-hint')}</p>
        {matches.error === null ? null : <TroubleHere error={matches.error} onRetry={() => void matches.refetch()} />}
        {matches.isLoading ? <Waiting /> : <Matches found={found} wanted={wanted} onWant={want} />}
      </section>
      <section className="sec" aria-labelledby="s-provider">
        <header>
          <h2 className="h2" id="s-provider">
            {t('rpl.step-provider')}
          </h2>
        </header>
        {wanted.length === 0 ? (
          <p className="muted">{t('rpl.provider-first')}</p>
        ) : able.length === 0 && named === null ? (
          <p className="muted">{t('rpl.provider-none')}</p>
        ) : (
          <fieldset className="reasons">
            <legend className="unseen">{t('rpl.step-provider')}</legend>
            {(able.length === 0 && named !== null ? [named] : able).map((one) => (
              <label key={one.id}>
                <input
                  className="choice"
                  type="radio"
                  name="provider"
                  checked={provider === one.id}
                  onChange={() => choose(one.id)}
                />
                <Name>{one.name}</Name>
              </label>
            ))}
          </fieldset>
        )}
      </section>
      <Evidence wanted={wanted} onWords={setWanted} onEvidence={want} onLeave={() => void send(() => keep())} />
      <section className="sec" aria-labelledby="s-send">
        <header>
          <h2 className="h2" id="s-send">
            {t('rpl.step-send')}
          </h2>
        </header>
        {named === null || wanted.length === 0 ? (
          <p className="muted">{t('rpl.send-first')}</p>
        ) : (
          <label className="pick">
            <input className="choice" type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
            <span>
              {t('rpl.consent', { provider: named.name })}
              <small>{t('rpl.consent-small')}</small>
            </span>
          </label>
        )}
        <Wrong words={wrong} />
        <div className="acts">
          <button
            className="btn"
            type="button"
            disabled={busy || !consent || named === null || wanted.length === 0}
            onClick={() => void apply()}
          >
            {t('rpl.send')}
          </button>
          <button className="link" type="button" disabled={busy} onClick={() => void withdraw()}>
            {t('rpl.discard')}
          </button>
        </div>
        <p className="unseen" role="status">
          {busy ? t('rpl.keeping') : ''}
        </p>
      </section>
    </>
  );
}

/** What speaks for each outcome: words, and what the learner keeps. */
function Evidence({
  wanted,
  onWords,
  onEvidence,
  onLeave,
}: {
  readonly wanted: readonly Wanted[];
  readonly onWords: (wanted: readonly Wanted[]) => void;
  readonly onEvidence: (wanted: readonly Wanted[]) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLanguage();
  const { data } = useQuery(evidenceQuery);
  const items = data?.items ?? [];
  const changed = (outcome: string, change: Partial<Wanted>) =>
    wanted.map((one) => (one.outcome === outcome ? { ...one, ...change } : one));
  return (
    <section className="sec" aria-labelledby="s-evidence">
      <header>
        <h2 className="h2" id="s-evidence">
          {t('rpl.step-evidence')}
        </h2>
      </header>
      <p className="muted measure">{t('rpl.evidence-hint')}</p>
      <AddEvidence />
      {wanted.map((one) => (
        <fieldset className="asked" key={one.outcome}>
          <legend className="h3">
            <Name>{one.name}</Name>
          </legend>
          <Area
            label={t('rpl.words')}
            value={one.words}
            onChange={(words) => onWords(changed(one.outcome, { words }))}
            onLeave={onLeave}
          />
          {items.length === 0 ? <p className="muted">{t('rpl.no-evidence')}</p> : null}
          {items.map((item) => (
            <label className="pick" key={item.id}>
              <input
                className="choice"
                type="checkbox"
                aria-labelledby={`shows-${one.outcome}-${item.id}`}
                checked={one.evidence.includes(item.id)}
                onChange={(event) =>
                  onEvidence(
                    changed(one.outcome, {
                      evidence: event.target.checked
                        ? [...one.evidence, item.id]
                        : one.evidence.filter((other) => other !== item.id),
                    }),
                  )
                }
              />
              <span id={`shows-${one.outcome}-${item.id}`}>
                <Name>{item.title}</Name>
                <small>{t(`evidence.kind.${item.kind}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
