import { FIELDS } from '@recognition/recognition';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { api, queries, recordQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { daysAfter } from './draft.ts';

const CATEGORIES = ['record', 'awards', 'skills', 'field'] as const;
const MODES = ['once', 'until', 'live'] as const;

/** Lets an organisation read a part of the record. What was typed survives a failure. */
export function ConsentForm() {
  const { t, field: fieldName } = useLanguage();
  const trouble = useTrouble();
  const id = useId();
  const { data: record } = useQuery(recordQuery);
  const today = record?.asOf ?? '';
  const [organisation, setOrganisation] = useState<{ id: string; name: string } | null>(null);
  const [category, setCategory] = useState<(typeof CATEGORIES)[number]>('skills');
  const [field, setField] = useState<(typeof FIELDS)[number]>(FIELDS[0]);
  const [mode, setMode] = useState<(typeof MODES)[number]>('until');
  const [until, setUntil] = useState('');
  const [purpose, setPurpose] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const last = until === '' && today !== '' ? daysAfter(today, 30) : until;
  const submit = async (): Promise<void> => {
    if (organisation === null) return;
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/v1/learners/me/consents', {
        body: {
          organisation: organisation.id,
          category,
          field: category === 'field' ? field : null,
          mode,
          until: mode === 'until' ? last : null,
          purpose,
        },
      });
      setOrganisation(null);
      setPurpose('');
      await queries.invalidateQueries({ queryKey: ['consents'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <form
      className="sec consent-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header>
        <h2 className="h2" id={`${id}-title`}>
          {t('consent.give')}
        </h2>
      </header>
      <div className="stacked">
        <Organisation chosen={organisation} onChoose={setOrganisation} />
        <fieldset>
          <legend className="h3">{t('consent.what')}</legend>
          {CATEGORIES.map((one) => (
            <label className="pick" key={one}>
              <input
                className="choice"
                type="radio"
                name={`${id}-category`}
                checked={category === one}
                onChange={() => setCategory(one)}
              />
              <span>
                {t(`consent.category.${one}`, { field: '…' })}
                <small>{t(`consent.category-text.${one}`)}</small>
              </span>
            </label>
          ))}
          {category === 'field' ? (
            <div className="field">
              <label htmlFor={`${id}-field`}>{t('figures.field')}</label>
              <select
                className="input"
                id={`${id}-field`}
                value={field}
                onChange={(event) => setField(FIELDS.find((one) => one === event.target.value) ?? FIELDS[0])}
              >
                {FIELDS.map((one) => (
                  <option key={one} value={one}>
                    {fieldName(one)}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
        </fieldset>
        <fieldset>
          <legend className="h3">{t('consent.how-long')}</legend>
          {MODES.map((one) => (
            <label className="pick" key={one}>
              <input className="choice" type="radio" name={`${id}-mode`} checked={mode === one} onChange={() => setMode(one)} />
              <span>
                {t(`consent.mode-name.${one}`)}
                <small>{t(`consent.mode-text.${one}`)}</small>
              </span>
            </label>
          ))}
          {mode === 'until' ? (
            <div className="field">
              <label htmlFor={`${id}-until`}>{t('share.expires')}</label>
              <input
                className="input date"
                id={`${id}-until`}
                type="date"
                required
                min={today}
                max={today === '' ? undefined : daysAfter(today, 730)}
                value={last}
                onChange={(event) => setUntil(event.target.value)}
              />
            </div>
          ) : null}
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-purpose`}>{t('share.purpose')}</label>
          <span className="hint" id={`${id}-purpose-hint`}>
            {t('consent.purpose-hint')}
          </span>
          <input
            className="input"
            id={`${id}-purpose`}
            required
            maxLength={300}
            aria-describedby={`${id}-purpose-hint`}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        </div>
        <p className="small muted">{t('consent.named')}</p>
      </div>
      <div className="acts">
        <button className="btn" type="submit" disabled={busy || organisation === null}>
          {t('consent.go')}
        </button>
        {organisation === null ? <p className="muted">{t('consent.choose-first')}</p> : null}
      </div>
      {error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(error)}
        </p>
      )}
    </form>
  );
}

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** Finds an organisation by its name; the one that is chosen is named, and can be let go. */
export function Organisation({
  chosen,
  onChoose,
}: {
  readonly chosen: Chosen | null;
  readonly onChoose: (organisation: Chosen | null) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data } = useQuery({
    queryKey: ['organisations', asked],
    queryFn: ({ signal }) => api.get('/api/v1/organisations', { query: { q: asked, limit: 8 }, signal }),
    enabled: asked.length > 1 && chosen === null,
  });
  if (chosen !== null)
    return (
      <p className="say">
        <b>{chosen.name}</b>
        <button type="button" className="link" onClick={() => onChoose(null)}>
          {t('consent.other')}
        </button>
      </p>
    );
  const found = data?.items.filter(({ closed }) => closed === null) ?? [];
  return (
    <div className="field">
      <label htmlFor={id}>{t('consent.organisation')}</label>
      <span className="hint" id={`${id}-hint`}>
        {t('consent.organisation-hint')}
      </span>
      <input
        className="input"
        id={id}
        type="search"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div role="status" className="small top-1">
        {asked.length > 1 && data !== undefined && found.length === 0 ? t('consent.organisation-none') : ''}
      </div>
      {asked.length > 1 ? (
        <ul className="found">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" className="link" onClick={() => onChoose({ id: one.id, name: one.name })}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
