import type { SkillView } from '@recognition/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { api } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { useSettled } from './use-settled.ts';

/** The skills closest to some words; nothing is asked for none. */
export const closestQuery = (said: string, limit: number) =>
  queryOptions({
    queryKey: ['skills', 'closest', said, limit],
    queryFn: () => api.get('/api/v1/skills/closest', { query: { q: said.slice(0, 500), limit } }),
    enabled: said.trim() !== '',
  });

/** Finds a skill of the schemes that are loaded, as you type, with macrons or without; picking one hands it on and empties the field. */
export function SkillPicker({ label, onPick }: { readonly label: string; readonly onPick: (skill: SkillView) => void }) {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed, 150);
  const { data, isFetching } = useQuery({ ...closestQuery(asked, 12), placeholderData: (before) => before });
  const searching = isFetching || asked !== typed;
  const items = typed.trim() === '' ? [] : (data?.items ?? []);
  return (
    <ComboBox
      className="picker"
      inputValue={typed}
      onInputChange={setTyped}
      items={items}
      value={null}
      onChange={(key) => {
        const picked = items.find(({ uri }) => uri === key);
        if (picked === undefined) return;
        onPick(picked);
        setTyped('');
      }}
      menuTrigger="input"
      // Open while it is looked for; closed when nothing is typed, since an open list keeps the rest of the page from a screen reader.
      allowsEmptyCollection={typed.trim() !== ''}
    >
      <Label className="label">{label}</Label>
      <div className="picker-field">
        <Input className="input" placeholder={t('author.skill-placeholder')} />
        <Button className="btn second slim" aria-label={t('author.skill-open')}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="picker-list">
        <ListBox<SkillView>
          renderEmptyState={() => <p className="muted">{t(searching ? 'catalogue.looking' : 'author.skill-none')}</p>}
        >
          {(skill) => (
            <ListBoxItem id={skill.uri} textValue={labelIn(skill, language)}>
              <span>{labelIn(skill, language)}</span>
              <small>{t(`skill-kind.${skill.kind}`)}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** A skill's name in the language of the page, where its scheme has one. */
export const labelIn = (skill: SkillView, language: 'en' | 'mi'): string =>
  language === 'mi' && skill.mi !== null ? skill.mi : skill.en;
