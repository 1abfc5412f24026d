import { ApiError, type OpenedShare } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { MatchList } from './MatchList.tsx';
import { linksQuery, rolesQuery } from './queries.ts';

/** What somebody shared: what they can do first, beside a role, then the outcomes and awards that it comes from. */
export function PersonPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/talent/people/$id' });
  const [pin, setPin] = useState<string | null>(null);
  const links = useQuery(linksQuery);
  const opened = useQuery({
    queryKey: ['kept-links', id, pin],
    queryFn: () => api.post('/api/v1/employers/me/links/{id}/opening', { path: { id }, body: { pin } }),
    // Each opening is told to whoever shared it: it is asked for once, not when the window comes back into sight.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const label = links.data?.items.find((one) => one.id === id)?.label ?? t('talent.title');
  useTitle(label);
  const { error, data } = opened;
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      {data !== undefined ? (
        <Person opened={data} label={label} role={links.data?.items.find((one) => one.id === id)?.role ?? null} />
      ) : error instanceof ApiError && error.code.startsWith('share-pin') ? (
        <PinForm label={label} error={error} onPin={setPin} />
      ) : error !== null ? (
        <Trouble error={error} onRetry={() => void opened.refetch()} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

function PinForm({
  label,
  error,
  onPin,
}: {
  readonly label: string;
  readonly error: ApiError;
  readonly onPin: (pin: string) => void;
}) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onPin(typed);
      }}
    >
      <h1 className="display">{label}</h1>
      <p className="lead top-2">{t('talent.pin-needed')}</p>
      {error.code === 'share-pin-needed' ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="field">
        <label htmlFor="pin">PIN</label>
        <input
          id="pin"
          className="input"
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]{4,8}"
          maxLength={8}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="acts">
        <button type="submit" className="btn">
          {t('talent.opening')}
        </button>
      </div>
    </form>
  );
}

function Person({ opened, label, role }: { readonly opened: OpenedShare; readonly label: string; readonly role: string | null }) {
  const { t, language, field } = useLanguage();
  const { content } = opened;
  const roles = useQuery(rolesQuery);
  const [chosen, setChosen] = useState(role ?? '');
  const compared = roles.data?.items.find(({ id }) => id === chosen);
  return (
    <>
      <h1 className="display">{content.holder ?? label}</h1>
      <p className="lead top-2">
        {t('talent.shared-for', {
          audience: opened.audience,
          purpose: opened.purpose,
          date: longDate(opened.expiresOn, language),
        })}
      </p>
      {content.holder === null ? <p className="muted">{t('talent.holder-hidden')}</p> : null}
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
      <section className="sec" aria-labelledby="skills">
        <header>
          <h2 className="h2" id="skills">
            {t('talent.shows-skills')}
          </h2>
        </header>
        {content.skills.length === 0 ? <p className="muted">{t('talent.shows-skills-none')}</p> : null}
        <ul className="dots">
          {content.skills.map((skill) => (
            <li key={skill.uri}>
              <b>{skill.label}</b>
              {skill.through.length === 0 ? null : (
                <span className="muted block">{t('talent.match-through', { names: skill.through.join('; ') })}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
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
                    t('stack.credits', { count: award.credits }),
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
