import type { Finding } from '@recognition/recognition';
import type { PartFacts } from '@recognition/recognition/micro-credential';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { Findings } from '../outcomes/Findings.tsx';

/** The outcomes and standards that it is made of: found as you type, each with its credit, and what they come to together. */
export function PartsField({
  refs,
  facts,
  credits,
  findings,
  onAdd,
  onRemove,
}: {
  readonly refs: readonly string[];
  readonly facts: readonly PartFacts[];
  readonly credits: number | null;
  readonly findings: readonly Finding[];
  readonly onAdd: (part: PartFacts) => void;
  readonly onRemove: (at: number) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['micro-credentials', 'parts', q],
    queryFn: () => api.get('/api/v1/micro-credentials/parts', { query: { q, limit: 20 } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const late = isPlaceholderData || q !== typed.trim();
  const offered = q === '' ? [] : (data?.items ?? []).filter(({ ref }) => !refs.includes(ref));
  const about = ({ code, credits: size, level }: PartFacts): string =>
    [code, t('stack.credits', { count: size }), level === null ? '' : t('outcome.level', { level })]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <fieldset className="part" id="part-parts">
      <legend className="h3">{t('mc.parts')}</legend>
      <p className="hint">{t('mc.what-parts-are')}</p>
      {refs.length === 0 ? (
        <p className="muted top-1">{t('mc.no-parts')}</p>
      ) : (
        <ol className="work mc-parts">
          {refs.map((ref, at) => {
            const known = facts.find((one) => one.ref === ref);
            return (
              // A part may be written twice, and is then pointed out: only its place tells the two apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${ref} ${at}`}>
                <Swatch field={known?.field ?? null} width={28} height={Math.max(5, Math.min(60, (known?.credits ?? 0) * 5))} />
                <div>
                  {known === undefined ? t('mc.part-lost', { ref }) : <Name>{known.name}</Name>}
                  {known === undefined ? null : (
                    <p className="small muted">{[t(`mc.role.${known.role}`), about(known)].join(', ')}</p>
                  )}
                </div>
                <button type="button" className="link c" onClick={() => onRemove(at)}>
                  {t('author.take-away')}
                  <span className="unseen"> {known?.code ?? ref}</span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {credits === null ? null : (
        <p className="top-1" role="status">
          <b>{t('stack.credits', { count: credits })}</b>, {t('mc.hours', { n: credits * 10 })}
        </p>
      )}
      <PickOne
        words={{ label: t('mc.find'), hint: t('mc.find-hint'), none: t('mc.find-none'), other: t('mc.find-other') }}
        typed={typed}
        onTyped={setTyped}
        items={offered.map((one) => ({ id: one.ref, name: one.name, code: about(one) }))}
        late={late}
        picked={null}
        onPick={(picked) => {
          const found = offered.find(({ ref }) => ref === picked?.id);
          if (found === undefined) return;
          onAdd(found);
          setTyped('');
        }}
      />
      <Findings id="findings-parts" findings={findings} />
    </fieldset>
  );
}
