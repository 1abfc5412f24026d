import type { SkillSuggestion, SkillView } from '@recognition/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { api } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { fitting } from './fitting.ts';
import { useSettled } from './use-settled.ts';

/** The skills that fit some words, of one scheme or of all; nothing is asked for none. */
export const closestQuery = (said: string, limit: number, scheme = '') =>
  queryOptions({
    queryKey: ['skills', 'closest', said, limit, scheme],
    queryFn: () =>
      api.get('/api/v1/skills/closest', { query: { q: said.slice(0, 1500), limit, ...(scheme === '' ? {} : { scheme }) } }),
    enabled: said.trim() !== '',
  });
export const schemesQuery = queryOptions({
  queryKey: ['skills', 'schemes'],
  queryFn: () => api.get('/api/v1/skills/schemes'),
});

/** Finds a skill of the schemes that are loaded, as you type, with macrons or without; picking one hands it on and empties the field. */
export function SkillPicker({
  label,
  scheme = '',
  onPick,
}: {
  readonly label: string;
  /** Of this scheme alone; empty for every scheme. */
  readonly scheme?: string;
  readonly onPick: (skill: SkillView) => void;
}) {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed, 150);
  const { data, isFetching, isPlaceholderData } = useQuery({
    ...closestQuery(asked, 12, scheme),
    placeholderData: (before) => before,
  });
  const searching = isFetching || asked !== typed;
  const late = isPlaceholderData || asked !== typed;
  const items =
    typed.trim() === '' ? [] : fitting(data?.items ?? [], late, typed, ({ en, mi, why }) => `${en} ${mi ?? ''} ${why.label}`);
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
      <Popover className="picker-list" data-late={late || undefined}>
        <ListBox<SkillSuggestion>
          renderEmptyState={() => <p className="muted">{t(searching ? 'catalogue.looking' : 'author.skill-none')}</p>}
        >
          {(skill) => (
            <ListBoxItem id={skill.uri} textValue={labelIn(skill, language)}>
              <span>{labelIn(skill, language)}</span>
              <small>
                {[
                  skill.kind === null ? skill.scheme : t(`skill-kind.${skill.kind}`),
                  skill.why.other ? t('schemes.why-other', { label: skill.why.label }) : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
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

/** Which scheme suggestions come from; nothing where there is one only. */
export function SchemeChoice({ scheme, onChange }: { readonly scheme: string; readonly onChange: (scheme: string) => void }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(schemesQuery);
  if (data === undefined || data.items.length < 2) return null;
  return (
    <label className="scheme-choice">
      <span>{t('schemes.suggest-scheme')}</span>{' '}
      <select className="input slim" value={scheme} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('schemes.any-scheme')}</option>
        {data.items.map((one) => (
          <option key={one.scheme} value={one.scheme}>
            {language === 'mi' ? one.nameMi : one.nameEn}
          </option>
        ))}
      </select>
    </label>
  );
}
