import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { waitingQuery } from './queries.ts';

/** Micro-credentials that wait for a steward, longest first; nothing where none does. */
export function WaitingDocuments() {
  const { t, language } = useLanguage();
  const { data } = useQuery(waitingQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="waiting-documents">
      <header>
        <h2 className="h2" id="waiting-documents">
          {t('mc.queue')} <span className="muted">{data.items.length}</span>
        </h2>
      </header>
      <ul className="work">
        {data.items.map(({ document, since, own }) => (
          <li key={document.id} className="plain-row">
            <div>
              <Link to="/outcomes/review/micro-credentials/$id" params={{ id: document.id }}>
                <Name>{document.content.title}</Name>
              </Link>
              <p className="small muted">{[document.code, document.developerName].join(', ')}</p>
              <p className="small">
                {document.version === 1 ? t('mc.waiting-new') : t('mc.waiting-version', { version: document.version })}
                {own ? ` ${t('review.own')}` : ''}
              </p>
            </div>
            <span className="small muted c">{t('review.since', { date: longDate(dateOfInstant(since), language) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
