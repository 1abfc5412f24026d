import { placeName, TOWNS } from '@recognition/recognition/places';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { Languages } from '../../parts/Languages.tsx';
import { AUDIENCES, DELIVERIES, type Draft } from './draft.ts';

interface FormProps {
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What is offered, where, when, for how much and for how many. */
export function OfferingForm({ draft, isNew, onChange }: FormProps) {
  const { t, language } = useLanguage();
  const towns = TOWNS.map(({ slug }) => ({ slug, name: placeName(slug, language) })).sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
  return (
    <>
      <Outcomes
        chosen={draft.outcomes}
        words={{ first: t('offering.what'), more: t('offering.what-more') }}
        onChange={(outcomes) => onChange({ outcomes })}
      />
      {draft.outcomes.length > 1 ? (
        <Text name="title" label={t('offering.together')} value={draft.title} onText={(title) => onChange({ title })} />
      ) : null}
      <fieldset className="facet">
        <legend>{t('shop.delivery')}</legend>
        {DELIVERIES.map((delivery) => (
          <label key={delivery} className="plain">
            <input
              className="choice"
              type="radio"
              name="delivery"
              checked={draft.delivery === delivery}
              onChange={() => onChange({ delivery })}
            />
            <span>{t(`shop.delivery.${delivery}`)}</span>
          </label>
        ))}
      </fieldset>
      <Languages
        label={t('offering.languages')}
        hint={t('offering.languages-hint')}
        chosen={draft.languages}
        onChange={(languages) => onChange({ languages })}
      />
      {draft.delivery === 'online' ? null : (
        <div className="pair">
          <div className="field">
            <label htmlFor="town">{t('offering.town')}</label>
            <select id="town" className="input" value={draft.town} onChange={(event) => onChange({ town: event.target.value })}>
              <option value="">{t(draft.delivery === 'workplace' ? 'offering.anywhere' : 'offering.choose')}</option>
              {towns.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Text name="venue" label={t('offering.venue')} value={draft.venue} onText={(venue) => onChange({ venue })} />
        </div>
      )}
      <label className="with-own">
        <input className="choice" type="checkbox" checked={draft.anyDay} onChange={() => onChange({ anyDay: !draft.anyDay })} />
        <span>{t('offering.any-day')}</span>
      </label>
      <div className="pair">
        {draft.anyDay ? null : (
          <>
            <Text
              name="begins"
              type="date"
              label={t('shop.start')}
              value={draft.begins}
              onText={(begins) => onChange({ begins })}
            />
            <Text name="ends" type="date" label={t('offering.ends')} value={draft.ends} onText={(ends) => onChange({ ends })} />
            <Text
              name="apply"
              type="date"
              label={t('offering.apply-by')}
              value={draft.applyBy}
              onText={(applyBy) => onChange({ applyBy })}
            />
          </>
        )}
        <Text
          name="schedule"
          label={t('offering.schedule')}
          value={draft.schedule}
          onText={(schedule) => onChange({ schedule })}
        />
      </div>
      <Outcomes
        chosen={draft.requires}
        words={{ first: t('offering.requires'), more: t('offering.requires-more') }}
        onChange={(requires) => onChange({ requires })}
      />
      <fieldset className="prices">
        <legend>{t('offering.prices')}</legend>
        <p className="hint muted">{t('offering.prices-hint')}</p>
        <div className="pair">
          {AUDIENCES.map((audience) => (
            <Text
              key={audience}
              name={`price-${audience}`}
              label={t(`shop.audience.${audience}`)}
              value={draft.prices[audience]}
              numeric
              onText={(price) => onChange({ prices: { ...draft.prices, [audience]: price } })}
            />
          ))}
        </div>
      </fieldset>
      <div className="pair">
        <Text name="places" label={t('offering.places')} value={draft.places} numeric onText={(places) => onChange({ places })} />
        {draft.places === '' ? null : (
          <Text
            name="left"
            label={t('offering.places-left')}
            value={draft.placesLeft}
            numeric
            onText={(placesLeft) => onChange({ placesLeft })}
          />
        )}
        <Text name="link" type="url" label={t('offering.link')} value={draft.link} onText={(link) => onChange({ link })} />
        {isNew ? (
          <Text
            name="reference"
            label={t('offering.reference')}
            value={draft.reference}
            onText={(reference) => onChange({ reference })}
          />
        ) : null}
      </div>
    </>
  );
}

type Chosen = Draft['outcomes'];

/** Outcomes that are chosen, and a field that finds another. */
function Outcomes({
  chosen: own,
  words,
  onChange,
}: {
  readonly chosen: Chosen;
  readonly words: { readonly first: string; readonly more: string };
  readonly onChange: (chosen: Chosen) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['outcomes-to-offer', typed],
    queryFn: () => api.get('/api/v1/outcomes', { query: { q: typed, status: 'published', limit: 12 } }),
    enabled: typed.trim() !== '',
    placeholderData: (before) => before,
  });
  const chosen = new Set(own.map(({ id }) => id));
  return (
    <>
      {own.length === 0 ? null : (
        <ul className="picked-outcomes">
          {own.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                className="take"
                aria-label={t('offering.without', { name })}
                onClick={() => onChange(own.filter((one) => one.id !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <PickOne
        words={{
          label: own.length === 0 ? words.first : words.more,
          hint: t('offering.what-hint'),
          none: t('offering.what-none'),
          other: '',
        }}
        typed={typed}
        onTyped={setTyped}
        late={isPlaceholderData}
        items={
          typed.trim() === ''
            ? []
            : (data?.items ?? []).filter(({ id }) => !chosen.has(id)).map(({ id, name, code }) => ({ id, name, code }))
        }
        picked={null}
        onPick={(one) => {
          if (one !== null) onChange([...own, one]);
          setTyped('');
        }}
      />
    </>
  );
}

function Text({
  name,
  label,
  value,
  type = 'text',
  numeric = false,
  onText,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'url';
  readonly numeric?: boolean;
  readonly onText: (text: string) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={`offering-${name}`}>{label}</label>
      <input
        id={`offering-${name}`}
        className="input"
        type={type}
        maxLength={type === 'date' ? undefined : 200}
        inputMode={numeric ? 'decimal' : undefined}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
