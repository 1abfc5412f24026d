import type { SkillPair, SkillScheme } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';

const STATES = ['proposed', 'confirmed', 'refused'] as const;

/** Which skills of two schemes are the same: proposed by their labels, confirmed or refused here. */
export function Crosswalk({ schemes }: { readonly schemes: readonly SkillScheme[] }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [from, setFrom] = useState(schemes[0]?.scheme ?? '');
  const [to, setTo] = useState(schemes[1]?.scheme ?? '');
  const [status, setStatus] = useState<(typeof STATES)[number]>('proposed');
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const pages = usePages(['skills', 'crosswalk', from, to, status], (cursor) =>
    api.get('/api/v1/skills/crosswalks', { query: { from, to, status, limit: 20, ...(cursor === null ? {} : { cursor }) } }),
  );
  const act = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setSaid(await work());
      await queries.invalidateQueries({ queryKey: ['skills', 'crosswalk'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const propose = (): Promise<void> =>
    act(async () => {
      const { found, proposed } = await api.post('/api/v1/skills/crosswalks/propose', { body: { from, to } });
      return t('schemes.proposed-n', { found: wholeNumber(found), proposed: wholeNumber(proposed) });
    });
  const decide = (pair: SkillPair, decision: 'confirmed' | 'refused'): Promise<void> =>
    act(async () => {
      const body = {
        from: pair.from.uri,
        to: pair.to.uri,
        status: decision,
        ...(decision === 'confirmed' ? { relation: 'exact' as const } : {}),
      };
      await api.post('/api/v1/skills/crosswalks/decide', { body });
      return t('schemes.decided');
    });
  if (schemes.length < 2) return null;
  return (
    <section className="sec" aria-labelledby="crosswalk">
      <header>
        <h2 className="h2" id="crosswalk">
          {t('schemes.crosswalk')}
        </h2>
        <p className="small muted">{t('schemes.crosswalk-lead')}</p>
      </header>
      <div className="acts">
        {(
          [
            ['schemes.crosswalk-from', from, setFrom],
            ['schemes.crosswalk-to', to, setTo],
          ] as const
        ).map(([key, value, set]) => (
          <label key={key}>
            {t(key)}{' '}
            <select className="input slim" value={value} onChange={(event) => set(event.target.value)}>
              {schemes.map((one) => (
                <option key={one.scheme} value={one.scheme}>
                  {language === 'mi' ? one.nameMi : one.nameEn}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          {t('schemes.status')}{' '}
          <select
            className="input slim"
            value={status}
            onChange={(event) => setStatus(STATES.find((one) => one === event.target.value) ?? 'proposed')}
          >
            {STATES.map((one) => (
              <option key={one} value={one}>
                {t(`schemes.status.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn slim" disabled={busy || from === to} onClick={() => void propose()}>
          {t('schemes.propose')}
        </button>
      </div>
      <p role="status">{said}</p>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      {pages.items?.length === 0 ? <p className="muted">{t('schemes.pairs-none')}</p> : null}
      <ul className="rows">
        {(pages.items ?? []).map((pair) => (
          <li key={`${pair.from.uri} ${pair.to.uri}`}>
            <Side skill={pair.from} />
            <Side skill={pair.to} />
            <span className="acts">
              <span className="small muted">
                {t('schemes.score')} {Math.round(pair.score * 100)} %
              </span>
              {pair.status === 'confirmed' ? null : (
                <button
                  type="button"
                  className="btn slim"
                  disabled={busy}
                  aria-label={t('schemes.confirm-of', { from: pair.from.en, to: pair.to.en })}
                  onClick={() => void decide(pair, 'confirmed')}
                >
                  {t('schemes.confirm')}
                </button>
              )}
              {pair.status === 'refused' ? null : (
                <button
                  type="button"
                  className="btn second slim"
                  disabled={busy}
                  aria-label={t('schemes.not-same-of', { from: pair.from.en, to: pair.to.en })}
                  onClick={() => void decide(pair, 'refused')}
                >
                  {t('schemes.not-same')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}

function Side({ skill }: { readonly skill: SkillPair['from'] }) {
  const { language } = useLanguage();
  return (
    <span>
      <a href={`/skills/${skill.scheme}/${encodeURIComponent(skill.slug)}?lang=${language}`} lang="en">
        {skill.en}
      </a>
      <span className="muted block">{skill.scheme}</span>
    </span>
  );
}
