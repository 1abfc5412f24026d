import type { SharedContent } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { SkillGroups } from '../../parts/skills/SkillGroups.tsx';
import { MatchList } from './MatchList.tsx';
import { rolesQuery } from './queries.ts';

/** What somebody lets an employer see: first what they can do, then beside a role, then the awards and outcomes that it comes from. */
export function Shown({ content, beside }: { readonly content: SharedContent; readonly beside: string | null }) {
  const { t, language, field } = useLanguage();
  const roles = useQuery(rolesQuery);
  const [chosen, setChosen] = useState(beside ?? '');
  const compared = roles.data?.items.find(({ id }) => id === chosen);
  return (
    <>
      <section className="sec" aria-labelledby="skills">
        <header>
          <h2 className="h2" id="skills">
            {t('talent.shows-skills')}
          </h2>
          {content.outcomesShown ? null : <p className="small muted">{t('talent.outcomes-kept')}</p>}
        </header>
        {content.skills.length === 0 ? (
          <p className="muted">{t('talent.shows-skills-none')}</p>
        ) : (
          <SkillGroups skills={content.skills} by="kind" />
        )}
      </section>
      {roles.data === undefined || roles.data.items.length === 0 ? null : (
        <section className="sec" aria-labelledby="match">
          <header>
            <h2 className="h2" id="match">
              {t('talent.match-title')}
            </h2>
          </header>
          <div className="field measure">
            <label htmlFor="compare">{t('talent.match-choose')}</label>
            <select id="compare" className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{t('talent.no-role')}</option>
              {roles.data.items.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          {compared === undefined ? null : <MatchList role={compared} shown={content.skills} />}
        </section>
      )}
      {content.awards.length === 0 ? null : (
        <section className="sec" aria-labelledby="awards">
          <header>
            <h2 className="h2" id="awards">
              {t('talent.shows-awards')}
            </h2>
          </header>
          <ul className="rows">
            {content.awards.map((award) => (
              <li key={`${award.title.en} ${award.credits} ${award.from ?? ''} ${award.issuedOn ?? ''}`}>
                <b>{award.title[language]}</b>
                <span className="muted">
                  {[
                    award.major === null ? null : field(award.major),
                    award.size === null ? null : award.size[language],
                    t(award.verification.answer === 'verified' ? 'talent.award-genuine' : 'talent.award-other'),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {content.outcomes.length === 0 ? null : (
        <section className="sec" aria-labelledby="outcomes">
          <header>
            <h2 className="h2" id="outcomes">
              {t('talent.shows-outcomes')}
            </h2>
          </header>
          <ul className="rows">
            {content.outcomes.map((outcome) => (
              <li key={`${outcome.code} ${outcome.version} ${outcome.date} ${outcome.provider}`}>
                <b>{outcome.name}</b>
                <span className="muted">
                  {[
                    t('stack.credits', { count: outcome.credits }),
                    field(outcome.field),
                    outcome.provider,
                    outcome.date === null ? null : longDate(outcome.date, language),
                    outcome.result,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
