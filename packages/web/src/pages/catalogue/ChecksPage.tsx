import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** Every check that a definition meets before it is listed, the same for every developer, each with the rule that it comes from. */
export function ChecksPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['checks'], queryFn: () => api.get('/api/v1/outcomes/checks') });
  useTitle(t('checks.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="eyebrow">
        <Link to="/catalogue">{t('catalogue.title')}</Link>
      </p>
      <h1 className="display">{t('checks.title')}</h1>
      <p className="lead top-2">{t('checks.lead')}</p>
      {data === undefined ? (
        <Waiting />
      ) : (
        <ol className="rules-list">
          {data.items.map((rule) => (
            <li key={rule.check} id={rule.check}>
              <p>{rule.says[language]}</p>
              <p className="small muted">
                <code>{rule.check}</code> <span lang={language === 'en' ? undefined : 'en'}>{rule.source}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="measure top-3">{t('checks.what-counts')}</p>
      <p>
        <a href={`/catalogue/checks/developers?lang=${language}`}>{t('mc.table-outcomes-link')}</a>
      </p>
    </>
  );
}
