import type { MicroCredentialWriting } from '@recognition/client';
import {
  checkMicroCredential,
  creditsOf,
  overlapsOf,
  type PartFacts,
  ruleOf,
  ruleVersions,
  toDefinition,
} from '@recognition/recognition/micro-credential';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useAct } from '../../parts/use-act.ts';
import { KeepingSign } from '../outcomes/KeepingSign.tsx';
import { today } from '../outcomes/today.ts';
import { DocumentForm } from './DocumentForm.tsx';
import { Overlaps } from './Overlaps.tsx';
import { pathName, partOf, subjectOf } from './parts.ts';
import { othersQuery } from './queries.ts';
import { useDocument } from './use-document.ts';

/** A micro-credential while it is its developer's to write: the form, and the checks of every developer as it is typed. */
export function Writing({ writing }: { readonly writing: MicroCredentialWriting }) {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const drafting = useDocument(writing);
  const { document } = writing;
  const { data: others } = useQuery(othersQuery(document.code));
  const [added, setAdded] = useState<readonly PartFacts[]>([]);
  const [version, setVersion] = useState(() => ruleOf({ asOf: today() }).version);
  const current = ruleOf({ asOf: today() }).version;
  const facts: readonly PartFacts[] = [...added, ...document.parts];
  const subject = subjectOf(writing, drafting.content, facts);
  const listed = (others?.items ?? []).map((one) => ({ ...one, parts: [...one.parts] }));
  const findings = checkMicroCredential(subject, { version, others: listed });
  const standing = version === current ? findings : checkMicroCredential(subject, { version: current, others: listed });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const ready = standing.every(({ severity }) => severity !== 'error');
  const handIn = async (): Promise<void> => {
    const done = await act(async () => {
      if (await drafting.flush())
        await api.post('/api/v1/micro-credentials/{id}/submission', { path: { id: document.id }, body: {} });
    });
    if (done) await queries.invalidateQueries({ queryKey: ['micro-credentials'] });
  };
  if (drafting.conflict !== null)
    return (
      <div className="say wait top-3" role="alert">
        <div>
          <p>{t('mc.conflict')}</p>
          <div className="acts">
            <button className="btn" type="button" onClick={() => drafting.settle('mine')}>
              {t('mc.conflict-mine')}
            </button>
            <button className="btn second" type="button" onClick={() => drafting.settle('theirs')}>
              {t('mc.conflict-theirs')}
            </button>
          </div>
        </div>
      </div>
    );
  return (
    <div className="desk top-3">
      <DocumentForm
        content={drafting.content}
        facts={facts}
        credits={creditsOf(subject)}
        findings={findings}
        onChange={drafting.change}
        onAdd={(part) => {
          setAdded([...added, part]);
          drafting.change({ parts: [...drafting.content.parts, { ref: part.ref }] });
        }}
      />
      <aside className="desk-side" aria-label={t('author.checks')}>
        <KeepingSign drafting={drafting} />
        <div className="field">
          <label htmlFor="rule">{t('mc.rule-choice')}</label>
          <select id="rule" className="input" value={version} onChange={(event) => setVersion(event.target.value)}>
            {ruleVersions().map((rule) => (
              <option key={rule.version} value={rule.version}>
                {t(rule.version === current ? 'mc.rule-today' : 'mc.rule-old', { version: rule.version })}
              </option>
            ))}
          </select>
        </div>
        {version === current ? null : <p className="small muted">{t('mc.rule-not-today')}</p>}
        <h2 className="h3 top-2">{errors.length === 0 ? t('author.ready') : t('author.to-mend', { count: errors.length })}</h2>
        <ul className="todo">
          {[...Map.groupBy(findings, ({ path }) => partOf(path))].map(([part, found]) => (
            <li key={part} className={found.some(({ severity }) => severity === 'error') ? 'error' : 'advice'}>
              <a href={`#part-${part}`}>
                {pathName(part, language)}
                {found.length === 1 ? '' : ` (${found.length})`}
              </a>
            </li>
          ))}
        </ul>
        <p className="small">
          <a href={`/micro-credentials/checks?lang=${language}`}>{t('checks.link')}</a>
        </p>
        <Overlaps overlaps={overlapsOf(toDefinition(subject), listed)} />
        {wrong === null ? null : (
          <p className="say wrong" role="alert">
            {wrong}
          </p>
        )}
        <div className="acts">
          <button className="btn" type="button" disabled={!ready || busy} onClick={() => void handIn()}>
            {t('mc.hand-in')}
          </button>
        </div>
        <p className="small muted">{t('author.hand-in-text')}</p>
      </aside>
    </div>
  );
}
