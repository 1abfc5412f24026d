import type { ClaimableAward } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { claimableQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { TroubleHere } from '../../parts/Troubles.tsx';

/** How many are said at the head of the record; the rest follow further down. */
const AT_HEAD = 3;

/** The first awards that can be claimed, above all else that the record says. */
export function CanClaimNow() {
  const { t, language } = useLanguage();
  const { data } = useQuery(claimableQuery);
  const open = (data?.items ?? []).filter(({ claimable }) => claimable).slice(0, AT_HEAD);
  if (open.length === 0) return null;
  return (
    <ul className="holding can-claim">
      {open.map((one) => (
        <li key={`${one.framework} ${one.definition}`} className="say">
          {t('record.can-claim-this', { name: one.title[language] })} <ToClaim one={one} />
        </li>
      ))}
    </ul>
  );
}

/** Awards that are made of named parts: those of which everything is held, with the way to claim them, and those that lack one part. */
export function CanClaim({ framework }: { readonly framework?: string }) {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(claimableQuery);
  if (error !== null) return <TroubleHere error={error} onRetry={() => void refetch()} />;
  const all = (data?.items ?? []).filter((one) => one.held === null && (framework === undefined || one.framework === framework));
  const open = all.filter(({ claimable }) => claimable).slice(framework === undefined ? AT_HEAD : 0);
  const almost = all.filter(({ missing }) => missing.length === 1).slice(0, 3);
  if (open.length + almost.length === 0) return null;
  return (
    <section className="sec can-claim" aria-labelledby="can-claim">
      <header>
        <h2 className="h2" id="can-claim">
          {t(open.length === 0 ? 'record.almost' : 'record.can-claim')}
        </h2>
        {open.length === 0 ? null : <p className="small muted">{t('record.can-claim-text')}</p>}
      </header>
      <ul className="dots">
        {open.map((one) => (
          <li key={`${one.framework} ${one.definition}`}>
            {one.title[language]}
            {one.size === null ? '' : `, ${one.size[language]}`}. <ToClaim one={one} />
          </li>
        ))}
        {almost.map((one) => (
          <li key={`${one.framework} ${one.definition}`} className="muted">
            {t('way.one-more', {
              part: one.parts.find(({ ref }) => ref === one.missing[0])?.name ?? '',
              whole: one.title[language],
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ToClaim({ one }: { readonly one: ClaimableAward }) {
  const { t, language } = useLanguage();
  return (
    <Link to="/record/claim/$framework/$definition" params={{ framework: one.framework, definition: one.definition }}>
      {t('record.can-claim-go')}
      <span className="unseen">: {one.title[language]}</span>
    </Link>
  );
}
