import { askedOf, type CatalogueSearch, type Facet, FACETS, SORTS, toggled, valuesOf } from '@recognition/web/catalogue-search';
import { wordsOf } from '@recognition/web/facet-words';
import { entry, type Language, type Say, sayer } from '@recognition/web/language';
import { leftOf, priceOf, whenOf, whereOf } from '@recognition/web/offering-line';
import { escapeHtml } from '@recognition/web/stack-still';
import { placeName, TOWNS } from '@recognition/recognition/places';
import type { ShelfItem, ShelfPage } from '../offering/shelf/schemas.ts';
import { kindsNote, named } from './catalogue.ts';
import { type PageOptions, publicPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;

/** What can be learnt, as a list that needs no script: words and a place by a form, each facet by links, page after page by a link. */
export function shelfPage(options: Options, search: CatalogueSearch, found: ShelfPage, known: object): string {
  const { language } = options;
  const t = sayer(language);
  const content = `<h1 class="display">${escapeHtml(t('catalogue.headline'))}</h1>
${searchForm(search, t, language)}
<div class="shop"><nav class="narrow open" aria-label="${escapeHtml(t('shop.narrow'))}">${FACETS.map((facet) => facetLinks(facet, search, found, t, language)).join('')}</nav>
<section aria-labelledby="found"><h2 class="h3" id="found">${escapeHtml(t('shop.things', { count: found.total }))}</h2>
${found.items.length === 0 ? `<p class="lead top-2">${escapeHtml(t('catalogue.none'))} <a href="/catalogue?lang=${language}">${escapeHtml(t('shop.clear'))}</a></p>` : ''}
<ul class="shelf goods plain">${found.items.map((item) => line(item, valuesOf(search, 'audience'), language, t)).join('')}</ul>
${found.next === null ? '' : `<div class="acts"><a class="btn second" href="${address(search, language, found.next)}">${escapeHtml(t('shop.more'))}</a></div>`}</section></div>
${kindsNote(t, language)}`;
  return publicPage(
    { ...options, website: 'catalogue/CataloguePage.tsx', current: 'catalogue', title: t('catalogue.title') },
    content,
    { known },
  );
}

/** The catalogue's address for a search, safe to stand in a page. */
function address(search: CatalogueSearch, language: Language, cursor?: string): string {
  const words = new URLSearchParams({
    ...askedOf(search),
    ...(cursor === undefined ? {} : { cursor }),
    lang: language,
  });
  return escapeHtml(`/catalogue?${String(words)}`);
}

function searchForm(search: CatalogueSearch, t: Say, language: Language): string {
  const e = (key: Parameters<Say>[0]): string => escapeHtml(t(key));
  const { q = '', near = '', sort = 'best' } = search;
  const option = (value: string, label: string, chosen: string): string =>
    `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(label)}</option>`;
  const kept = Object.entries(askedOf(search)).filter(([word]) => !['q', 'near', 'sort'].includes(word));
  const towns = TOWNS.map(({ slug }) => ({ slug, name: placeName(slug, language) })).sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
  return `<form class="search" role="search" autocomplete="off" method="get" action="/catalogue"><input type="hidden" name="lang" value="${language}">${kept.map(([word, said]) => `<input type="hidden" name="${word}" value="${escapeHtml(said)}">`).join('')}
<input class="input" type="search" name="q" aria-label="${e('shop.search')}" placeholder="${e('shop.search')}" value="${escapeHtml(q)}">
<select class="input" name="near" aria-label="${e('shop.near')}">${option('', t('shop.near-anywhere'), near)}${towns.map(({ slug, name }) => option(slug, name, near)).join('')}</select>
<select class="input" name="sort" aria-label="${e('shop.sort')}">${SORTS.map((one) => option(one, t(`shop.sort.${one}`), sort)).join('')}</select>
<button class="btn" type="submit">${e('shop.go')}</button></form>`;
}

function facetLinks(facet: Facet, search: CatalogueSearch, { facets }: ShelfPage, t: Say, language: Language): string {
  const values = facets[facet];
  const chosen = new Set(valuesOf(search, facet));
  if (values.length === 0 || (values.length === 1 && chosen.size === 0 && facet !== 'left')) return '';
  const link = (value: (typeof values)[number]): string => {
    const on = chosen.has(value.value);
    return `<li><a rel="nofollow" href="${address(toggled(search, facet, value.value), language)}"${on ? ' aria-current="true"' : ''}>${on ? '<span aria-hidden="true">✓</span> ' : ''}${escapeHtml(wordsOf(facet, value, language, t))}</a> <span class="n">${value.count}</span></li>`;
  };
  return `<details class="facet"${chosen.size > 0 || facet === 'place' || facet === 'delivery' ? ' open' : ''}><summary>${escapeHtml(t(`shop.${facet}`))}</summary><ul>${values.map(link).join('')}</ul></details>`;
}

function line(item: ShelfItem, audiences: readonly string[], language: Language, t: Say): string {
  const { offering } = item;
  const size =
    item.framework === 'nz' && item.credits !== null
      ? t('stack.credits', { count: item.credits })
      : item.minutes === null
        ? ''
        : t('shop.hours', { count: Math.round(item.minutes / 60) });
  const facts = [
    item.code,
    size,
    item.level === null ? '' : t('outcome.level', { level: item.level }),
    item.status === 'published' || item.framework !== 'nz' ? '' : t(`outcome.status.${item.status}`),
  ];
  const offered =
    offering === null
      ? item.framework === 'nz'
        ? [t('shop.none-offered')]
        : [t('shop.of-framework', { framework: entry(language, `shop.framework.${item.framework}`) ?? item.framework })]
      : [offering.provider.name, whereOf(offering, language, t), leftOf(offering, t)];
  const said = (parts: readonly string[]): string => escapeHtml(parts.filter((part) => part !== '').join(', '));
  const to = `/catalogue/${encodeURIComponent(item.code)}/${item.version ?? 'unstated'}?lang=${language}`;
  return `<li><div><a href="${escapeHtml(to)}">${named(item.name, language)}</a><p class="small">${said(facts)}</p><p class="small muted">${said(offered)}</p></div><span class="when">${offering === null ? '' : escapeHtml(whenOf(offering, language, t))}</span><span class="c">${offering === null ? '' : escapeHtml(priceOf(offering, audiences, t))}</span></li>`;
}
