import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';

/** The listed micro-credentials that an outcome, or the standard that it belongs to, is part of; nothing where there are none. */
export function PartOf({ part }: { readonly part: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['part-of', part],
    queryFn: () => api.get('/api/v1/micro-credentials', { query: { part, limit: 20 } }),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="part-of">
      <header>
        <h2 className="h2" id="part-of">
          {t('mc.part-is-in')}
        </h2>
      </header>
      <ul className="dots">
        {data.items.map(({ id, code, version, content, credits }) => (
          <li key={id}>
            <a href={`/micro-credentials/${encodeURIComponent(code)}/${version}?lang=${language}`}>
              <Name>{content.title}</Name>
            </a>
            {credits === null ? '' : `, ${t('stack.credits', { count: credits })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
