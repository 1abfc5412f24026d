import type { OutcomeDetail } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';

/** The plain summary of an outcome, where there is one, and the mark of what a language model had drafted. */
export function InShort({ outcome }: { readonly outcome: Pick<OutcomeDetail, 'id' | 'skills'> }) {
  const { t, language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['outcome', 'summaries', outcome.id],
    queryFn: () => api.get('/api/v1/outcomes/{id}/summaries', { path: { id: outcome.id } }),
  });
  if (data === undefined) return null;
  const said = data.items.find(({ lang }) => lang === language) ?? data.items[0];
  const named = Map.groupBy(data.skills, ({ model }) => model);
  const labelOf = (uri: string): string => {
    const skill = outcome.skills?.find((one) => one.uri === uri);
    return skill === undefined ? uri : typeof skill.label === 'string' ? skill.label : skill.label[language];
  };
  return (
    <>
      {said === undefined ? null : (
        <p className="lead top-2" lang={said.lang === language ? undefined : said.lang}>
          {said.text}
        </p>
      )}
      {said?.model == null ? null : <p className="small muted">{t('outcome.drafted-by', { model: said.model })}</p>}
      {[...named].map(([model, skills]) => (
        <p key={model} className="small muted">
          {t('outcome.drafted-skills', { model, skills: skills.map(({ uri }) => labelOf(uri)).join(', ') })}
        </p>
      ))}
    </>
  );
}
