import type { Definition, RecognitionFramework } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { PathwayView } from '../../parts/pathway/PathwayView.tsx';
import { usePathway } from '../../parts/pathway/use-pathway.ts';
import { pathwayWords } from '../../parts/pathway/words.ts';
import { NotFound, Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { definitionQuery, frameworkOf } from './queries.ts';

const NOTHING = new Map<string, readonly string[]>();

/** One award of a framework, as anybody sees it: what it is made of and leads to; what is held may be tried. */
export function DefinitionPage() {
  const { framework: id, id: own } = useParams({ from: '/frameworks/$framework/definitions/$id' });
  const { data, error, refetch } = useQuery(definitionQuery(id, own));
  const framework = frameworkOf(id);
  if (framework === null) return <NotFound />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting picture />;
  return <One framework={framework} own={own} {...data} />;
}

interface OneProps {
  readonly framework: RecognitionFramework;
  readonly own: string;
  readonly definitions: readonly Definition[];
  readonly names: Readonly<Record<string, string>>;
  readonly origin: string;
}

function One({ framework, own, definitions, names, origin }: OneProps) {
  const { t, language } = useLanguage();
  const trying = usePathway(framework, definitions, NOTHING, null);
  const words = useMemo(
    () => pathwayWords(framework, names, new Map(definitions.map(({ id, title }) => [id, title])), t, language),
    [framework, names, definitions, t, language],
  );
  const definition = definitions.find(({ id }) => id === own);
  const title = definition?.title ?? own;
  useTitle(title);
  return (
    <>
      <p className="eyebrow">
        <Link to="/frameworks/$framework" params={{ framework: framework.id }}>
          {framework.name[language]}
        </Link>
        {`, ${words.kindOf(definition?.award ?? null)}`}
      </p>
      <h1 className="display" lang={words.lang}>
        {title}
      </h1>
      <p className="lead top-1">{t('frameworks.definition-lead')}</p>
      <p className="small muted">{t('frameworks.origin', { origin })}</p>
      <PathwayView
        framework={framework}
        trying={trying}
        words={words}
        label={title}
        description={t('frameworks.definition-lead')}
      />
    </>
  );
}
