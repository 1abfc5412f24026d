import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';

/** What a record makes in other frameworks, a line each; nothing where it holds no part of an award there. */
export function OtherFrameworks() {
  const { t, language } = useLanguage();
  const own = useQuery({ queryKey: ['own-frameworks'], queryFn: () => api.get('/api/v1/learners/me/frameworks') });
  const names = useQuery({ queryKey: ['frameworks'], queryFn: () => api.get('/api/v1/frameworks') });
  if (own.data === undefined || own.data.items.length === 0 || names.data === undefined) return null;
  const nameOf = (id: string): string => {
    const found = names.data.items.find((one) => one.id === id)?.name;
    return found?.[language] ?? found?.['en'] ?? id;
  };
  return (
    <section className="sec" aria-labelledby="other-frameworks">
      <header>
        <h2 className="h2" id="other-frameworks">
          {t('record.frameworks')}
        </h2>
      </header>
      <ul className="dots">
        {own.data.items.map(({ framework, standings, definitions, names: units }) => (
          <li key={framework}>
            <Link to="/record/frameworks/$framework" params={{ framework }}>
              {t('pathway.own-title', { country: nameOf(framework) })}
            </Link>
            <span className="muted">
              {`: ${t('pathway.given', { count: standings.filter(({ claimable }) => claimable).length })}`}
            </span>
            {standings
              .filter(({ claimable, missing }) => !claimable && missing.length === 1)
              .slice(0, 3)
              .map(({ definition, missing: [only = ''] }) => (
                <p key={definition} className="small">
                  {t('way.one-more', {
                    part: units[only] ?? titleIn(definitions, only),
                    whole: titleIn(definitions, definition),
                  })}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The title of a definition; its id where it is not among them. */
function titleIn(definitions: readonly Readonly<Record<string, unknown>>[], id: string): string {
  const title = definitions.find((one) => one['id'] === id)?.['title'];
  return typeof title === 'string' ? title : id;
}
