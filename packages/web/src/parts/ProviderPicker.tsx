import { TEACHING_KINDS } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { type Picked, PickOne } from './PickOne.tsx';

/** Finds a provider by its present or former name, as you type. */
export function ProviderPicker({
  picked,
  onPick,
}: {
  readonly picked: Picked | null;
  readonly onPick: (provider: Picked | null) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['organisations', typed],
    queryFn: () => api.get('/api/v1/organisations', { query: { q: typed, limit: 30 } }),
    placeholderData: (before) => before,
    enabled: picked === null,
  });
  const items = (data?.items ?? []).filter(({ kind, closed }) => closed === null && TEACHING_KINDS.includes(kind)).slice(0, 12);
  const words = {
    label: t('talent.provider'),
    hint: t('talent.provider-hint'),
    none: t('talent.provider-none'),
    other: t('talent.provider-other'),
  };
  return (
    <PickOne
      words={words}
      typed={typed}
      onTyped={setTyped}
      items={items.map(({ id, name }) => ({ id, name }))}
      late={isPlaceholderData}
      picked={picked}
      onPick={onPick}
    />
  );
}
