import { TEACHING_KINDS } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';

export interface Picked {
  readonly id: string;
  readonly name: string;
}

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
  const { data } = useQuery({
    queryKey: ['organisations', typed],
    queryFn: () => api.get('/api/v1/organisations', { query: { q: typed, limit: 30 } }),
    placeholderData: (before) => before,
    enabled: picked === null,
  });
  const items = (data?.items ?? []).filter(({ kind, closed }) => closed === null && TEACHING_KINDS.includes(kind)).slice(0, 12);
  if (picked !== null)
    return (
      <p className="field">
        <span className="label">{t('talent.provider')}</span>
        {picked.name}{' '}
        <button type="button" className="link" onClick={() => onPick(null)}>
          {t('talent.provider-other')}
        </button>
      </p>
    );
  return (
    <ComboBox
      className="picker field"
      inputValue={typed}
      onInputChange={setTyped}
      items={items}
      value={null}
      onChange={(key) => {
        const found = items.find(({ id }) => id === key);
        if (found !== undefined) onPick({ id: found.id, name: found.name });
      }}
      menuTrigger="input"
      allowsEmptyCollection
      isRequired
    >
      <Label className="label">{t('talent.provider')}</Label>
      <Input className="input" placeholder={t('talent.provider-hint')} />
      <Popover className="picker-list">
        <ListBox<(typeof items)[number]> renderEmptyState={() => <p className="muted">{t('talent.provider-none')}</p>}>
          {(provider) => (
            <ListBoxItem id={provider.id} textValue={provider.name}>
              {provider.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
