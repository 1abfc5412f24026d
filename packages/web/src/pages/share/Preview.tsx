import type { SharedContent } from '@recognition/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import type { Draft } from './draft.ts';

/** What they will see, as the service itself would show it, while it is being chosen. */
export function Preview({ draft }: { readonly draft: Draft }) {
  const { t } = useLanguage();
  const chosen = {
    achievements: [...draft.achievements],
    awards: [...draft.awards],
    fields: [...draft.fields],
    outcomesShown: draft.outcomesShown,
    skillsLeftOut: [...draft.skillsLeftOut],
  };
  const asked = useDeferredValue(JSON.stringify(chosen));
  const empty = chosen.achievements.length + chosen.awards.length === 0;
  const { data, error } = useQuery({
    queryKey: ['share-preview', asked],
    queryFn: ({ signal }) => api.post('/api/v1/shares/preview', { body: chosen, signal }),
    enabled: !empty,
    placeholderData: keepPreviousData,
  });
  return (
    <aside className="preview" aria-labelledby="preview">
      <h2 className="h3" id="preview">
        {t('share.preview')}
      </h2>
      {empty ? <p className="muted">{t('share.preview-empty')}</p> : null}
      {!empty && error !== null ? <p className="say wait">{t('share.preview-not')}</p> : null}
      {empty || data === undefined ? null : <Shown content={data} draft={draft} />}
    </aside>
  );
}

function Shown({ content, draft }: { readonly content: SharedContent; readonly draft: Draft }) {
  const { t, language } = useLanguage();
  const shows = new Set(content.fields);
  return (
    <div className="sheet-small">
      <p className="tiny muted">{t('shared.eyebrow', { audience: draft.audience || '…', purpose: draft.purpose || '…' })}</p>
      <p className="h2">
        {content.holder === null ? t('shared.headline-unnamed') : t('shared.headline', { who: content.holder })}
      </p>
      <h3>{t('shared.skills')}</h3>
      {content.skills.length === 0 ? <p className="small muted">{t('shared.no-skills')}</p> : null}
      <ul>
        {content.skills.slice(0, 8).map((skill) => (
          <li key={skill.uri}>
            <Name>{skill.label}</Name>
          </li>
        ))}
        {content.skills.length > 8 ? (
          <li className="muted">{t('share.and-more', { count: content.skills.length - 8 })}</li>
        ) : null}
      </ul>
      {content.outcomes.length === 0 ? null : <h3>{t('shared.outcomes')}</h3>}
      <ul>
        {content.outcomes.slice(0, 8).map((one) => (
          <li key={`${one.code} ${one.date ?? ''}`}>
            <span className="sw">
              <Swatch field={one.field} />
              <Name>{one.name}</Name>
            </span>
            <small className="muted">
              {[
                shows.has('dates') && one.date !== null ? shortDate(one.date, language) : null,
                shows.has('grades') && one.result !== null ? t(`result.${resultOf(one.result)}`) : null,
                shows.has('providers') ? one.provider : null,
                one.confirmed ? null : t('shared.unconfirmed'),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </small>
            {one.statement === null ? null : (
              <span className="beside">
                <span className="small muted">{t('shared.statement')}</span> {one.statement}
              </span>
            )}
          </li>
        ))}
        {content.outcomes.length > 8 ? (
          <li className="muted">{t('share.and-more', { count: content.outcomes.length - 8 })}</li>
        ) : null}
      </ul>
      {content.awards.length === 0 ? null : <h3>{t('shared.awards')}</h3>}
      <ul>
        {content.awards.map((award) => (
          <li key={`${award.major} ${award.issuedOn ?? ''}`}>
            {award.title[language]}
            <small className="muted">{t(`shared.award-${award.verification.answer}`)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

function resultOf(result: string): 'achieved' | 'merit' | 'excellence' {
  return result === 'merit' || result === 'excellence' ? result : 'achieved';
}
