import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, queries } from '../../../api.ts';
import { useLanguage } from '../../../language/context.tsx';
import { longDate } from '../../../language/index.ts';
import { Name } from '../../../parts/Name.tsx';
import { Swatch } from '../../../parts/Swatch.tsx';
import { Act } from '../../stewardship/Act.tsx';
import { pastQuery } from '../queries.ts';

/** Outcomes whose last day for assessment is over: closing each, after reading what that does. Nothing where there are none. */
export function Closing() {
  const { t, language } = useLanguage();
  const { data } = useQuery(pastQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="closing">
      <header>
        <h2 className="h2" id="closing">
          {t('close.title')}
        </h2>
        <p className="small muted">{t('close.lead')}</p>
      </header>
      <ul className="work">
        {data.items.map(({ outcome, people, countedOn, successor }) => (
          <li key={outcome.id}>
            <Swatch field={outcome.field} width={28} height={Math.max(5, Math.min(60, (outcome.credits ?? 0) * 5))} />
            <div>
              <Link
                to="/catalogue/$code/$version"
                params={{ code: outcome.code, version: outcome.version === null ? 'unstated' : String(outcome.version) }}
              >
                <Name>{outcome.name}</Name>
              </Link>
              <p className="small muted">
                {[outcome.code, outcome.developerName ?? ''].filter((part) => part !== '').join(', ')}
              </p>
              <p className="small">
                {outcome.lastAssessment === null ? '' : t('close.last', { date: longDate(outcome.lastAssessment, language) })}{' '}
                {countedOn === null
                  ? t('worklist.people-uncounted')
                  : people === null
                    ? t('worklist.people-few')
                    : people === 0
                      ? t('worklist.people-none')
                      : t('worklist.people', { n: people })}{' '}
                {successor === null
                  ? t('worklist.no-successor')
                  : t('worklist.successor', { code: successor.code, version: successor.version ?? '–' })}
              </p>
              <Act
                title={`${t('close.act')}: ${outcome.code}`}
                go={t('close.go')}
                danger
                stacked
                send={async (_, key) => {
                  await api.post('/api/v1/outcomes/{id}/discontinuation', { path: { id: outcome.id }, key });
                  await queries.invalidateQueries({ queryKey: ['outcomes'] });
                }}
              >
                <p className="measure">{t('close.stays')}</p>
              </Act>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
