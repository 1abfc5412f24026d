import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { More } from '../../parts/More.tsx';
import { labelIn, SkillPicker } from '../../parts/SkillPicker.tsx';
import { useAct } from '../../parts/use-act.ts';
import { usePages } from '../../parts/use-pages.ts';

const KEY = ['skills', 'retired'];

/** Skills that their schemes no longer have: a steward says which one takes the place of each, and takes it back. */
export function Retired() {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const pages = usePages(KEY, (cursor) =>
    api.get('/api/v1/skills/retired', { query: { limit: 10, ...(cursor === '' ? {} : { cursor }) } }),
  );
  const say = (uri: string, by: string | null): void =>
    void act(async () => {
      await api.post('/api/v1/skills/replacements', { body: { uri, by } });
      await queries.invalidateQueries({ queryKey: KEY });
    });
  return (
    <section className="sec" aria-labelledby="retired">
      <header>
        <h2 className="h2" id="retired">
          {t('schemes.retired-skills')}
        </h2>
        <p className="small muted">{t('schemes.retired-lead')}</p>
      </header>
      {wrong === null ? null : (
        <p className="say wrong" role="alert">
          {wrong}
        </p>
      )}
      {pages.items?.length === 0 ? <p className="muted">{t('schemes.retired-none')}</p> : null}
      <ul className="rows">
        {(pages.items ?? []).map((one) => (
          <li key={one.uri}>
            <span>
              <a href={`/skills/${one.scheme}/${encodeURIComponent(one.slug)}?lang=${language}`} lang={one.lang}>
                {labelIn(one, language)}
              </a>
              <span className="muted block">
                {one.scheme}, {t('schemes.retired-named', { count: one.outcomes })}
              </span>
            </span>
            {one.replacedBy === null ? (
              <SkillPicker
                label={t('schemes.replace-by', { skill: labelIn(one, language) })}
                onPick={({ uri }) => say(one.uri, uri)}
              />
            ) : (
              <span>
                {t('schemes.replaced-by')}{' '}
                <a
                  href={`/skills/${one.replacedBy.scheme}/${encodeURIComponent(one.replacedBy.slug)}?lang=${language}`}
                  lang="en"
                >
                  {one.replacedBy.en}
                </a>
                <span className="muted block">
                  {t(one.replacedBy.by === 'scheme' ? 'schemes.by-scheme' : 'schemes.by-steward')}
                </span>
                <button
                  type="button"
                  className="btn second slim"
                  disabled={busy}
                  aria-label={t('schemes.replace-not-of', { skill: labelIn(one, language) })}
                  onClick={() => say(one.uri, null)}
                >
                  {t('schemes.replace-not')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}
