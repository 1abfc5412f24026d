import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { claimableQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';

/** Awards that are made of named parts: those of which everything is held, with the way to claim them, and those that lack one part. */
export function CanClaim({ framework }: { readonly framework?: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(claimableQuery);
  const all = (data?.items ?? []).filter((one) => one.held === null && (framework === undefined || one.framework === framework));
  const open = all.filter(({ claimable }) => claimable);
  const almost = all.filter(({ claimable, parts }) => !claimable && parts.filter(({ held }) => !held).length === 1).slice(0, 3);
  if (open.length + almost.length === 0) return null;
  return (
    <section className="sec can-claim" aria-labelledby="can-claim">
      <header>
        <h2 className="h2" id="can-claim">
          {t(open.length === 0 ? 'record.almost' : 'record.can-claim')}
        </h2>
        {open.length === 0 ? null : <p className="small muted">{t('record.can-claim-text')}</p>}
      </header>
      <ul className="log">
        {open.map((one) => (
          <li key={`${one.framework} ${one.definition}`}>
            <span>
              <b>{one.title[language]}</b>
              <small className="muted"> {one.size[language]}</small>
            </span>
            <Link
              className="link"
              to="/record/claim/$framework/$definition"
              params={{ framework: one.framework, definition: one.definition }}
            >
              {t('record.can-claim-go')}
              <span className="unseen">: {one.title[language]}</span>
            </Link>
          </li>
        ))}
        {almost.map((one) => (
          <li key={`${one.framework} ${one.definition}`}>
            <span className="muted">
              {t('way.one-more', { part: one.parts.find(({ held }) => !held)?.name ?? '', whole: one.title[language] })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
