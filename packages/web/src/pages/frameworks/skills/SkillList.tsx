import type { FrameworkSector } from '@recognition/client';
import type { RecognitionFramework } from '@recognition/recognition/frameworks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { entry } from '../../../language/index.ts';
import { useSettled } from '../../../parts/use-settled.ts';
import { Proficiency } from './Proficiency.tsx';

/** The skills and units of a sector, by kind and by words; each at its level, where the source says one. */
export function SkillList({ framework, sector }: { readonly framework: RecognitionFramework; readonly sector: FrameworkSector }) {
  const { t, language } = useLanguage();
  const [kind, setKind] = useState<string>('');
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const found = useInfiniteQuery({
    queryKey: ['units', framework.id, sector.sector, kind, q],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/frameworks/{framework}/units', {
        path: { framework: framework.id },
        query: {
          ...(sector.sector === null ? {} : { sector: sector.sector }),
          ...(kind === '' ? {} : { kind }),
          ...(q === '' ? {} : { q }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  if (sector.units.length === 0) return null;
  const kindName = (one: string): string => entry(language, `skills.unit.${one}`) ?? one.replaceAll('-', ' ');
  const scaleOf = (level: string): readonly string[] | undefined =>
    Object.values(framework.proficiency?.scales ?? {}).find((steps) => steps.includes(level));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="units" aria-busy={found.isFetching}>
      <h3 className="h3 top-3" id="units">
        {t('skills.units')}
      </h3>
      <div className="two-fields">
        <label className="field">
          <span>{t('skills.search')}</span>
          <input className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {sector.units.length < 2 ? null : (
          <label className="field">
            <span>{t('skills.unit-kind')}</span>
            <select className="input" value={kind} onChange={(event) => setKind(event.target.value)}>
              <option value="">{t('skills.all-kinds')}</option>
              {sector.units.map((one) => (
                <option key={one.kind} value={one.kind}>{`${kindName(one.kind)} (${one.count})`}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ul className="proficiencies top-1">
        {items.map((one) => {
          const scale = one.level === null ? undefined : scaleOf(one.level);
          return (
            <li key={one.id}>
              <span>
                {one.title}
                <small className="muted">
                  {[kindName(one.kind), one.category, one.code].filter((part) => part !== null).join(', ')}
                </small>
                {one.description === null ? null : <small>{one.description}</small>}
              </span>
              {one.level === null ? null : scale === undefined ? (
                <span>{t('outcome.level', { level: one.level })}</span>
              ) : (
                <Proficiency steps={scale} level={one.level} />
              )}
            </li>
          );
        })}
      </ul>
      {found.hasNextPage ? (
        <div className="acts">
          <button
            className="btn second"
            type="button"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('catalogue.more')}
          </button>
        </div>
      ) : null}
    </section>
  );
}
