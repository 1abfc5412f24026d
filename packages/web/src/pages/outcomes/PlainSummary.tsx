import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useAct } from '../../parts/use-act.ts';
import { draftsQuery, modelQuery, summariesQuery } from './model-queries.ts';

/** The plain summary of a definition: written by its developer, or drafted by a language model where one is set up, and then accepted. */
export function PlainSummary({ outcome }: { readonly outcome: string }) {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const { busy, wrong, act } = useAct();
  const { data: model } = useQuery(modelQuery);
  const { data: summaries } = useQuery(summariesQuery(outcome));
  const on = model?.on === true;
  const { data: drafts } = useQuery({ ...draftsQuery(outcome), enabled: on });
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const kept = summaries?.items.find(({ lang }) => lang === language);
  const open = drafts?.items.find(({ kind, status, lang }) => kind === 'summary' && status === 'open' && lang === language);
  const text = typed ?? open?.text ?? kept?.text ?? '';
  const done = async (work: () => Promise<unknown>, words: string): Promise<void> => {
    setSaid('');
    if (!(await act(work))) return;
    setSaid(words);
    setTyped(null);
    await Promise.all([
      queries.invalidateQueries({ queryKey: draftsQuery(outcome).queryKey }),
      queries.invalidateQueries({ queryKey: summariesQuery(outcome).queryKey }),
    ]);
  };
  const decide = (draft: string, accepted: boolean): Promise<void> =>
    done(
      () =>
        api.post('/api/v1/outcomes/{id}/drafts/{draft}/decision', {
          path: { id: outcome, draft },
          body: accepted ? { accepted, text: text.trim() } : { accepted },
        }),
      accepted ? t('drafting.kept') : '',
    );
  return (
    <fieldset className="part" id="part-summary">
      <legend className="h3">{t('drafting.summary')}</legend>
      <p className="hint">{t('drafting.summary-hint')}</p>
      {open === undefined ? (
        kept?.model == null ? null : (
          <p className="small muted">{t('drafting.accepted-by', { model: kept.model })}</p>
        )
      ) : (
        <p className="say">
          {t('drafting.by', { model: open.model })} {t('drafting.change-first')}
        </p>
      )}
      <label htmlFor="summary-text" className="unseen">
        {t('drafting.summary-text')}
      </label>
      <textarea
        id="summary-text"
        className="input"
        rows={3}
        maxLength={1000}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="acts">
        {open === undefined ? (
          <button
            type="button"
            className="btn second slim"
            disabled={busy || typed === null}
            onClick={() => {
              const words = text.trim();
              void done(
                () =>
                  api.put('/api/v1/outcomes/{id}/summaries', {
                    path: { id: outcome },
                    body: { lang: language, text: words === '' ? null : words },
                  }),
                t(words === '' ? 'drafting.removed' : 'drafting.kept'),
              );
            }}
          >
            {t('drafting.keep')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="btn second slim"
              disabled={busy || text.trim() === ''}
              onClick={() => void decide(open.id, true)}
            >
              {t('drafting.accept-summary')}
            </button>
            <button type="button" className="link" disabled={busy} onClick={() => void decide(open.id, false)}>
              {t('drafting.refuse')}
            </button>
          </>
        )}
        {on && open === undefined ? (
          <button
            type="button"
            className="btn second slim"
            disabled={busy}
            onClick={() =>
              void done(
                () =>
                  api.post('/api/v1/outcomes/{id}/drafts', { path: { id: outcome }, body: { kind: 'summary', lang: language } }),
                '',
              )
            }
          >
            {t('drafting.ask-summary')}
          </button>
        ) : null}
      </p>
      <p role="status" className="small">
        {wrong ?? (busy && on ? t('drafting.asking') : said)}
      </p>
    </fieldset>
  );
}
