import type { FrameworkSector } from '@recognition/client';
import type { RecognitionFramework } from '@recognition/recognition/frameworks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { Trouble } from '../../../parts/Troubles.tsx';
import { Programmes } from './Programmes.tsx';
import { SkillList } from './SkillList.tsx';

interface Props {
  readonly framework: RecognitionFramework;
  readonly sector: FrameworkSector;
}

/** One sector: its tracks with their job roles, its skills, and its programmes, for a student or for an adult. */
export function Sector({ framework, sector }: Props) {
  const { t } = useLanguage();
  return (
    <>
      <h2 className="h2">{sector.sector ?? t('skills.no-sector')}</h2>
      {sector.tracks.length === 0 || sector.sector === null ? null : (
        <section aria-labelledby="tracks">
          <h3 className="h3 top-2" id="tracks">
            {t('skills.tracks')}
          </h3>
          {sector.tracks.map(({ track, roles }) => (
            <details key={track} className="track" open={sector.tracks.length <= 3}>
              <summary>
                {track} <span className="muted">{t('frameworks.roles-count', { count: roles })}</span>
              </summary>
              <Track framework={framework.id} sector={sector.sector ?? ''} track={track} />
            </details>
          ))}
        </section>
      )}
      {sector.sector === null ? null : <Programmes framework={framework} sector={sector.sector} />}
      <SkillList framework={framework} sector={sector} />
    </>
  );
}

function Track({ framework, sector, track }: { readonly framework: string; readonly sector: string; readonly track: string }) {
  const { t } = useLanguage();
  const found = useInfiniteQuery({
    queryKey: ['roles', framework, sector, track],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/frameworks/{framework}/job-roles', {
        path: { framework },
        query: { sector, track, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  if (found.error !== null) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <ul className="dots">
        {found.data?.pages
          .flatMap(({ items }) => items)
          .map(({ id, title }) => (
            <li key={id}>
              <Link to="/frameworks/$framework/skills" params={{ framework }} search={{ sector, role: id }}>
                {title}
              </Link>
            </li>
          ))}
      </ul>
      {found.hasNextPage ? (
        <button className="link" type="button" onClick={() => void found.fetchNextPage()}>
          {t('catalogue.more')}
        </button>
      ) : null}
    </>
  );
}
