import type { ShelfPage } from '@recognition/client';
import { TOWNS } from '@recognition/recognition/places';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import { wordsOf } from './facet-words.ts';
import { type CatalogueSearch, type Facet, FACETS, narrowings, toggled, valuesOf, withWord } from './search.ts';

/** How many values of a facet show before the rest is asked for. */
const SHORT = 6;
const KILOMETRES = ['10', '30', '60', '120', '300'] as const;

interface FacetsProps {
  readonly search: CatalogueSearch;
  readonly facets: ShelfPage['facets'] | undefined;
  readonly onSearch: (search: CatalogueSearch) => void;
}

/** Narrows the catalogue: place and dates first, then every facet with how many things there would be. */
export function Facets({ search, facets, onSearch }: FacetsProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const chosen = narrowings(search);
  return (
    <div className={open ? 'narrow open' : 'narrow'}>
      <button type="button" className="btn second slim" aria-expanded={open} onClick={() => setOpen(!open)}>
        {chosen === 0 ? t('shop.narrow') : t('shop.narrowed', { count: chosen })}
      </button>
      <form aria-label={t('shop.narrow')} onSubmit={(event) => event.preventDefault()}>
        <Where search={search} onSearch={onSearch} />
        {facets === undefined
          ? null
          : FACETS.map((facet) => (
              <FacetGroup key={facet} facet={facet} values={facets[facet]} search={search} onSearch={onSearch} />
            ))}
      </form>
    </div>
  );
}

function Where({ search, onSearch }: Omit<FacetsProps, 'facets'>) {
  const { t, language } = useLanguage();
  const towns = TOWNS.map(({ slug, name, mi }) => ({ slug, name: language === 'mi' ? (mi ?? name) : name })).sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
  return (
    <fieldset className="facet where">
      <legend>{t('shop.near')}</legend>
      <select
        className="input slim"
        aria-label={t('shop.near')}
        value={search.near ?? ''}
        onChange={(event) => onSearch(withWord(search, 'near', event.target.value))}
      >
        <option value="">{t('shop.near-anywhere')}</option>
        {towns.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      {search.near === undefined ? null : (
        <select
          className="input slim"
          aria-label={t('shop.near-km', { km: search.km ?? '30' })}
          value={search.km ?? '30'}
          onChange={(event) => onSearch(withWord(search, 'km', event.target.value))}
        >
          {KILOMETRES.map((km) => (
            <option key={km} value={km}>
              {t('shop.near-km', { km })}
            </option>
          ))}
        </select>
      )}
      <Day name="from" label={t('shop.from-date')} search={search} onSearch={onSearch} />
      <Day name="to" label={t('shop.to-date')} search={search} onSearch={onSearch} />
      <label className="plain">
        <input
          className="choice"
          type="checkbox"
          checked={search.offered !== undefined}
          onChange={(event) => onSearch(withWord(search, 'offered', event.target.checked ? 'yes' : ''))}
        />
        <span>{t('shop.offered')}</span>
      </label>
    </fieldset>
  );
}

function Day({
  name,
  label,
  search,
  onSearch,
}: Omit<FacetsProps, 'facets'> & { readonly name: 'from' | 'to'; readonly label: string }) {
  return (
    <div className="field">
      <label htmlFor={`shop-${name}`}>{label}</label>
      <input
        id={`shop-${name}`}
        className="input slim"
        type="date"
        value={search[name] ?? ''}
        onChange={(event) => onSearch(withWord(search, name, event.target.value))}
      />
    </div>
  );
}

function FacetGroup({
  facet,
  values,
  search,
  onSearch,
}: Omit<FacetsProps, 'facets'> & { readonly facet: Facet; readonly values: ShelfPage['facets'][Facet] }) {
  const { t, language } = useLanguage();
  const [all, setAll] = useState(false);
  const chosen = new Set(valuesOf(search, facet));
  if (values.length === 0 || (values.length === 1 && chosen.size === 0 && facet !== 'left')) return null;
  // The commonest first where only some show, so that what is left out is what few have.
  const common = new Set(values.toSorted((a, b) => b.count - a.count).slice(0, SHORT));
  const shown = all || values.length <= SHORT + 1 ? values : values.filter((one) => common.has(one) || chosen.has(one.value));
  return (
    <fieldset className="facet">
      <legend>{t(`shop.${facet}`)}</legend>
      {shown.map((value) => (
        <label key={value.value} className={facet === 'field' ? undefined : 'plain'}>
          <input
            className="choice"
            type="checkbox"
            checked={chosen.has(value.value)}
            onChange={() => onSearch(toggled(search, facet, value.value))}
          />
          {facet === 'field' ? (
            <Swatch field={value.value === 'unclassified' ? null : value.value} width={18} height={12} />
          ) : null}
          <span lang={facet === 'skill' && language === 'mi' && value.mi == null ? 'en' : undefined}>
            {wordsOf(facet, value, language, t)}
          </span>
          <span className="n">{value.count}</span>
        </label>
      ))}
      {values.length > SHORT + 1 ? (
        <button type="button" className="link small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('shop.fewer') : t('shop.all-of', { n: values.length })}
        </button>
      ) : null}
    </fieldset>
  );
}
