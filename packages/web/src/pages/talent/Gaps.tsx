import type { NeededSkill } from '@recognition/recognition';
import { placeName, TOWNS } from '@recognition/recognition/places';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { money } from '../../language/money.ts';
import { Name } from '../../parts/Name.tsx';
import { whenOf, whereOf } from '../catalogue/offering-line.ts';

/** The skills of a role that are not shown, each with the outcomes that stand for it and the offerings that teach those. */
export function Gaps({ missing }: { readonly missing: readonly NeededSkill[] }) {
  const { t, language } = useLanguage();
  const [near, setNear] = useState('');
  const id = useId();
  const order = near === '' ? 'cheapest' : 'nearest';
  const skills = missing.map(({ uri }) => uri);
  const { data } = useQuery({
    queryKey: ['closing', near, ...skills],
    queryFn: ({ signal }) =>
      api.post('/api/v1/skills/closing', {
        body: { skills, near: near === '' ? null : near, order, audience: 'employer' },
        signal,
      }),
    enabled: skills.length > 0,
    placeholderData: (before) => before,
  });
  if (missing.length === 0) return null;
  const byUri = new Map(data?.items.map((one) => [one.skill, one]));
  return (
    <div className="gaps">
      <h3 className="h3">{t('talent.gaps')}</h3>
      <p className="muted">{t('talent.gaps-lead')}</p>
      <div className="field measure">
        <label htmlFor={id}>{t('talent.gaps-near')}</label>
        <select id={id} className="input" value={near} onChange={(event) => setNear(event.target.value)}>
          <option value="">{t('talent.gaps-cheapest')}</option>
          {TOWNS.map(({ slug }) => (
            <option key={slug} value={slug}>
              {placeName(slug, language)}
            </option>
          ))}
        </select>
      </div>
      <ul className="gap-list">
        {missing.map((skill) => {
          const closing = byUri.get(skill.uri);
          const name = language === 'mi' && skill.mi !== null ? skill.mi : skill.en;
          return (
            <li key={skill.uri}>
              <b>
                <Name>{name}</Name>
              </b>
              {closing === undefined ? null : closing.outcomes.length === 0 ? (
                <p className="muted">{t('talent.gaps-no-outcome')}</p>
              ) : (
                <>
                  <p className="small">
                    {t('talent.gaps-outcomes')}{' '}
                    {closing.outcomes.slice(0, 3).map((outcome, at) => (
                      <span key={outcome.lineage}>
                        {at === 0 ? '' : '; '}
                        <a href={`/catalogue/${encodeURIComponent(outcome.code)}/${outcome.version ?? ''}?lang=${language}`}>
                          <Name>{outcome.name}</Name>
                        </a>{' '}
                        ({t(`skill.${outcome.relation}`).toLowerCase()})
                      </span>
                    ))}
                  </p>
                  {closing.offerings.length === 0 ? (
                    <p className="muted small">{t('talent.gaps-no-offering')}</p>
                  ) : (
                    <ul className="dots small">
                      {closing.offerings.slice(0, 3).map((one) => (
                        <li key={one.id}>
                          <Name>{one.title ?? one.outcomes.map((outcome) => outcome.name).join('; ')}</Name>,{' '}
                          <Name>{one.provider.name}</Name>:{' '}
                          {[
                            whereOf(one, language, t),
                            whenOf(one, language, t),
                            one.cents === null ? null : money(one.cents, t),
                            one.km === null || one.town === null ? null : t('talent.gaps-km', { km: one.km }),
                          ]
                            .filter((part) => part !== null)
                            .join(' · ')}
                        </li>
                      ))}
                    </ul>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
