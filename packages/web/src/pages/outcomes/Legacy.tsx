import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { TroubleHere, Waiting } from '../../parts/Troubles.tsx';
import { legacyQuery } from './queries.ts';
import { QuickFix } from './QuickFix.tsx';
import { WorkRow } from './WorkRow.tsx';

/** What was listed before this repository and is not described yet, those that most people hold first, each mended in one field. */
export function Legacy({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  const [noSkills, setNoSkills] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(legacyQuery(noSkills));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="sec" aria-labelledby="work-legacy">
      <header>
        <h2 className="h2" id="work-legacy">
          {t('worklist.legacy')} <span className="muted">{wholeNumber(count)}</span>
        </h2>
        <p className="small muted">{t('worklist.legacy-text')}</p>
        <select
          className="input slim"
          aria-label={t('schemes.status')}
          value={noSkills ? 'skills' : ''}
          onChange={(event) => setNoSkills(event.target.value === 'skills')}
        >
          <option value="">{t('schemes.legacy-all')}</option>
          <option value="skills">{t('schemes.legacy-none')}</option>
        </select>
      </header>
      {error !== null ? <TroubleHere error={error} onRetry={() => void refetch()} /> : data === undefined ? <Waiting /> : null}
      <ul className="work">
        {items.map((one) => (
          <WorkRow key={one.outcome.id} work={one}>
            <p className="small muted">
              {one.countedOn === null
                ? t('worklist.people-uncounted')
                : one.people === null
                  ? t('worklist.people-few')
                  : one.people === 0
                    ? t('worklist.people-none')
                    : t('worklist.people', { n: wholeNumber(one.people) })}
            </p>
            <QuickFix work={one} />
          </WorkRow>
        ))}
      </ul>
      {hasNextPage ? (
        <div className="acts">
          <button className="btn second" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('catalogue.more')}
          </button>
        </div>
      ) : null}
    </section>
  );
}
