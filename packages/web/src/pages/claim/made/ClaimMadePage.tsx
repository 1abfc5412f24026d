import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { claimableQuery, recordQuery } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { shortDate } from '../../../language/index.ts';
import { Name } from '../../../parts/Name.tsx';
import { Trouble, Waiting } from '../../../parts/Troubles.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { ConfirmMade, type Made } from './ConfirmMade.tsx';

/** Claim an award that is made of named parts: what it asks for, what is held of it, how that was decided, and the button that claims. */
export function ClaimMadePage() {
  const { framework, definition } = useParams({ from: '/record/claim/$framework/$definition' });
  const { data, error, refetch } = useQuery(claimableQuery);
  const record = useQuery(recordQuery);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined || record.data === undefined) return <Waiting />;
  const found = data.items.find((one) => one.framework === framework && one.definition === definition);
  return found === undefined ? <NothingHere /> : <ClaimMade made={found} learnerName={record.data.learnerName} />;
}

function ClaimMade({ made, learnerName }: { readonly made: Made; readonly learnerName: string }) {
  const { t, language } = useLanguage();
  const name = made.title[language];
  useTitle(name);
  const says = made.held !== null ? 'claim.made-held' : made.claimable ? 'claim.made-headline' : 'claim.made-not';
  const lead = made.claimable || made.held !== null ? 'claim.made-lead' : 'claim.made-not-lead';
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('record.title')}</Link>
      </p>
      <h1 className="display">{t(says, { name })}</h1>
      <p className="lead top-2">
        {t(lead, { what: [made.kind[language], ...(made.size === null ? [] : [made.size[language]])].join(', ') })}
      </p>
      <Parts made={made} />
      <section className="sec" aria-labelledby="why">
        <header>
          <h2 className="h2" id="why">
            {t('claim.made-why')}
          </h2>
        </header>
        <ul className="dots measure">
          {made.lines[language].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {made.held === null ? (
        made.claimable ? (
          <ConfirmMade made={made} learnerName={learnerName} />
        ) : null
      ) : (
        <div className="acts">
          <Link className="btn" to="/record/awards/$id" params={{ id: made.held }}>
            {t('claim.made-open')}
          </Link>
        </div>
      )}
    </>
  );
}

function Parts({ made }: { readonly made: Made }) {
  const { t, language } = useLanguage();
  return (
    <section className="sec" aria-labelledby="parts">
      <header>
        <h2 className="h2" id="parts">
          {t('claim.made-parts')}
        </h2>
      </header>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('claim.made-part')}</th>
            <th scope="col">{t('claim.made-on')}</th>
            <th scope="col">{t('figures.provider')}</th>
          </tr>
        </thead>
        <tbody>
          {made.parts.map((part) => (
            <tr key={part.ref}>
              <th scope="row">
                <Name>{part.name}</Name>
              </th>
              <td>
                {part.on !== null ? (
                  shortDate(part.on, language)
                ) : (
                  <span className={part.held ? undefined : 'muted'}>
                    {t(part.held ? 'claim.made-claimable' : 'claim.made-missing')}
                  </span>
                )}
              </td>
              <td>{part.provider ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function NothingHere() {
  const { t } = useLanguage();
  useTitle(t('claim.title'));
  return (
    <section>
      <h1 className="display">{t('claim.made-none')}</h1>
      <p className="lead top-2">{t('claim.made-none-text')}</p>
      <div className="acts">
        <Link className="btn" to="/record">
          {t('claim.back')}
        </Link>
      </div>
    </section>
  );
}
