import { type RecognitionFramework, runCase, type WorkedCase } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { NotFound, Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { CaseCard } from './CaseCard.tsx';
import { casesQuery, frameworkOf } from './queries.ts';

/** The worked cases of a framework: invented inputs, the rule that each tests, what must come out; each is run here, in the browser. */
export function CasesPage() {
  const { framework: id } = useParams({ from: '/frameworks/$framework/cases' });
  const { data, error, refetch } = useQuery(casesQuery(id));
  const framework = frameworkOf(id);
  if (framework === null) return <NotFound />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return <Cases framework={framework} cases={data} />;
}

function Cases({ framework, cases }: { readonly framework: RecognitionFramework; readonly cases: readonly WorkedCase[] }) {
  const { t, language } = useLanguage();
  const [q, setQ] = useState('');
  const country = framework.name[language];
  useTitle(t('frameworks.cases', { country }));
  const agree = useMemo(() => cases.filter((one) => runCase(framework, one).length === 0).length, [framework, cases]);
  const wanted = q.trim().toLowerCase();
  const shown = cases.filter(({ name, rule }) => `${name} ${rule}`.toLowerCase().includes(wanted));
  return (
    <>
      <p className="eyebrow">
        <Link to="/frameworks/$framework" params={{ framework: framework.id }}>
          {country}
        </Link>
      </p>
      <h1 className="display">{t('frameworks.cases', { country })}</h1>
      <p className="lead top-1">{t('frameworks.cases-agree', { agree, all: cases.length })}</p>
      <p className="small muted measure">{t('frameworks.cases-lead')}</p>
      <label className="field top-2">
        <span>{t('frameworks.cases-search')}</span>
        <input className="input" type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      </label>
      <p className="muted top-1" role="status">
        {t('frameworks.cases-shown', { count: shown.length })}
      </p>
      <ul className="cases">
        {shown.map((one) => (
          <CaseCard key={one.name} framework={framework} given={one} />
        ))}
      </ul>
    </>
  );
}
