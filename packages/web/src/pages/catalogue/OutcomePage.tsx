import type { OutcomeDetail } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { isKind, KindsNote } from '../../parts/KindsNote.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { InShort } from './InShort.tsx';
import { OutcomeBody } from './OutcomeBody.tsx';
import { Taught } from './Taught.tsx';
import { PartOf } from './PartOf.tsx';

/** One outcome: what it is, how it is shown, what stands behind it, and the skills that it gives. */
export function OutcomePage() {
  const { code, version } = useParams({ from: '/catalogue/$code/$version' });
  const { data, error, refetch } = useQuery({
    queryKey: ['outcome', code, version],
    queryFn: () => api.get('/api/v1/outcomes/{code}/{version}', { path: { code, version } }),
  });
  if (data !== undefined) return <Outcome outcome={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

/** The page that puts two versions side by side: drawn by the server, without a script. */
function compareAddress(
  { code, version }: Pick<OutcomeDetail, 'code' | 'version'>,
  other: { readonly version: number | null },
  language: string,
): string {
  const [before, after] = [version, other.version].sort((a, b) => (a ?? 0) - (b ?? 0));
  const place = (one: number | null | undefined): string => `${code}/${one ?? 'unstated'}`;
  return `/catalogue/compare?${new URLSearchParams({ a: place(before), b: place(after), lang: language }).toString()}`;
}

function Outcome({ outcome }: { readonly outcome: OutcomeDetail }) {
  const { t, language } = useLanguage();
  useTitle(outcome.name);
  const others = outcome.versions.filter(({ id }) => id !== outcome.id);
  return (
    <>
      <p className="eyebrow">
        <Link to="/catalogue">{t('catalogue.title')}</Link>
      </p>
      <h1 className="display">
        <Name>{outcome.name}</Name>
      </h1>
      {isKind(outcome.kind) ? (
        <p className="top-1">
          <Link to="/catalogue/kinds" hash={outcome.kind}>
            {t(`kind.${outcome.kind}`)}
          </Link>
        </p>
      ) : null}
      <InShort outcome={outcome} />
      <OutcomeBody outcome={outcome} />
      <Taught outcome={outcome} />
      {others.length === 0 ? null : (
        <section className="sec" aria-labelledby="versions">
          <header>
            <h2 className="h2" id="versions">
              {t('outcome.versions')}
            </h2>
          </header>
          <ul className="dots">
            {others.map((one) => (
              <li key={one.id}>
                <Link
                  to="/catalogue/$code/$version"
                  params={{ code: outcome.code, version: one.version === null ? 'unstated' : String(one.version) }}
                >
                  {t('author.version', { version: one.version ?? '–' })}
                </Link>
                , {t(`outcome.status.${one.status}`)}, <a href={compareAddress(outcome, one, language)}>{t('compare.with')}</a>
                {one.lastAssessment === null ? '' : `, ${t('worklist.until', { date: longDate(one.lastAssessment, language) })}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <PartOf part={outcome.group?.lineage ?? outcome.lineage} />
      <KindsNote />
    </>
  );
}
