import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { ownSkillsQuery } from '../can/queries.ts';
import type { DraftStore } from './draft.ts';

/** Which skills are shown, and whether the outcomes behind them stand beside them. */
export function SkillsShown({ store }: { readonly store: DraftStore }) {
  const { t, language } = useLanguage();
  const { draft, change } = store;
  const { data } = useQuery(ownSkillsQuery);
  const chosen = new Set(draft.achievements);
  const skills = (data?.groups ?? [])
    .flatMap((group) => group.skills)
    .filter(({ evidence }) => evidence.some(({ id }) => chosen.has(id)));
  const out = new Set(draft.skillsLeftOut);
  return (
    <fieldset className="sec">
      <legend className="unseen">{t('share.skills')}</legend>
      <header>
        <h2 className="h2">
          <span className="num">2</span>
          {t('share.skills')}
        </h2>
        <p className="small muted">{t('share.skills-chosen', { count: skills.filter(({ uri }) => !out.has(uri)).length })}</p>
      </header>
      {([true, false] as const).map((outcomesShown) => (
        <label className="pick" key={String(outcomesShown)}>
          <input
            className="choice"
            type="radio"
            name="outcomes-shown"
            checked={draft.outcomesShown === outcomesShown}
            onChange={() => change({ outcomesShown })}
          />
          <span className="strong">
            {t(outcomesShown ? 'share.with-outcomes' : 'share.only-skills')}
            <small>{t(outcomesShown ? 'share.with-outcomes-text' : 'share.only-skills-text')}</small>
          </span>
        </label>
      ))}
      {skills.length === 0 ? null : (
        <details className="top-2">
          <summary>{t('share.skills-each')}</summary>
          <div className="picks" role="group" aria-label={t('share.skills')}>
            {skills.map(({ uri, label, mi }) => (
              <label className="pick" key={uri}>
                <input
                  className="choice"
                  type="checkbox"
                  checked={!out.has(uri)}
                  onChange={() => {
                    const next = new Set(out);
                    if (!next.delete(uri)) next.add(uri);
                    change({ skillsLeftOut: [...next] });
                  }}
                />
                <Name>{language === 'mi' && mi !== null ? mi : label}</Name>
              </label>
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}
