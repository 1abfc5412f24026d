import { entry, type Language, languageOfName, type Say, sayer, wholeNumber } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { SkillDetail, SkillNeighbour } from '../skill/detail-queries.ts';
import { skillJsonLd } from '../skill/json-ld.ts';
import type { Scheme, Skill } from '../skill/queries.ts';
import { type PageOptions, serverPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;

const pageOf = (scheme: string, slug: string, language: Language): string =>
  `/skills/${encodeURIComponent(scheme)}/${encodeURIComponent(slug)}?lang=${language}`;

const inLanguage = (words: string, own: string, language: Language): string =>
  own === language ? escapeHtml(words) : `<span lang="${escapeHtml(own)}">${escapeHtml(words)}</span>`;

const labelOf = ({ en, lang, mi }: Pick<Skill, 'en' | 'lang' | 'mi'>, language: Language): string =>
  language === 'mi' && mi !== null ? escapeHtml(mi) : inLanguage(en, lang, language);

/** One skill: its labels, what its scheme says of it, its neighbours and the outcomes that name it; as SKOS for programs. */
export function skillPage(options: Options, skill: SkillDetail, url: string): string {
  const { language } = options;
  const t = sayer(language);
  const e = (key: Parameters<Say>[0], values?: Parameters<Say>[1]): string => escapeHtml(t(key, values));
  const fact = (name: string, value: string | null): string =>
    value === null || value === '' ? '' : `<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const foreign = (words: string): string => inLanguage(words, skill.lang, language);
  const scheme = language === 'mi' ? skill.schemeNameMi : skill.schemeName;
  const list = (name: string, of: readonly string[]): string =>
    of.length === 0 ? '' : `<h2 class="h2">${name}</h2><ul class="dots">${of.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  const near = (one: SkillNeighbour): string =>
    one.scheme === null || one.slug === null
      ? `<a href="${webAddress(one.uri)}" rel="noreferrer">${escapeHtml(one.uri)}</a> <span class="muted">${e('schemes.unknown-here')}</span>`
      : `<a href="${pageOf(one.scheme, one.slug, language)}">${labelOf({ en: one.en ?? one.uri, lang: 'en', mi: one.mi }, language)}</a>${one.scheme === skill.scheme ? '' : ` <span class="muted">${escapeHtml(one.scheme)}</span>`}`;
  const neighbours =
    list(e('schemes.broader'), skill.broader.map(near)) +
    list(e('schemes.narrower'), skill.narrower.map(near)) +
    list(e('schemes.related'), skill.related.map(near)) +
    list(e('schemes.replaces'), skill.replaces.map(near)) +
    list(
      e('schemes.exact'),
      skill.exact.map(
        (one) =>
          `${near(one)}, <span class="muted">${e(one.by === 'scheme' ? 'schemes.by-scheme' : 'schemes.by-steward')}</span>`,
      ),
    );
  const outcomes = skill.outcomes.map(
    ({ code, version, name, relation }) =>
      `<a href="/catalogue/${encodeURIComponent(code)}/${version ?? 'unstated'}?lang=${language}">${inLanguage(name, languageOfName(name), language)}</a>, ${escapeHtml(entry(language, `skill.${relation}`) ?? relation)}`,
  );
  const other =
    language === 'mi'
      ? skill.mi === null
        ? null
        : inLanguage(skill.en, skill.lang, language)
      : skill.mi === null
        ? null
        : inLanguage(skill.mi, 'mi', language);
  const content = `<p class="eyebrow"><a href="/skills?scheme=${encodeURIComponent(skill.scheme)}&amp;lang=${language}">${e('schemes.title')}</a></p><h1 class="display">${labelOf(skill, language)}</h1>
${other === null ? '' : `<p class="lead top-1">${other}</p>`}
${skill.status === 'retired' ? `<p class="say top-2">${e('schemes.retired', { version: skill.retiredIn ?? '' })}${skill.replacedBy === null ? '' : ` ${e('schemes.replaced-by')} ${near(skill.replacedBy)}.`}</p>` : ''}
<div class="prose top-3"><div>${skill.description === null ? '' : `<p class="measure">${foreign(skill.description)}</p>`}
${neighbours === '' ? `<p class="muted">${e('schemes.no-neighbours')}</p>` : neighbours}
<h2 class="h2">${e('schemes.outcomes')}</h2>${outcomes.length === 0 ? `<p class="muted">${e('schemes.no-outcomes')}</p>` : `<ul class="dots">${outcomes.map((one) => `<li>${one}</li>`).join('')}</ul>`}</div>
<dl class="pairs">${[
    fact(
      e('schemes.scheme'),
      `${inLanguage(scheme, languageOfName(scheme), language)}<br><span class="small muted">${e('schemes.version', { version: skill.schemeVersion })}</span>`,
    ),
    fact(e('schemes.code'), skill.notation === null ? null : escapeHtml(skill.notation)),
    fact(
      e('schemes.kind'),
      skill.kind === null
        ? skill.sourceKind === null
          ? null
          : inLanguage(skill.sourceKind, 'en', language)
        : e(`skill-kind.${skill.kind}`),
    ),
    fact(e('schemes.level'), skill.level === null ? null : escapeHtml(skill.level)),
    fact(
      e('schemes.also'),
      [...skill.altLabels.map(foreign), ...Object.entries(skill.labels).map(([lang, words]) => inLanguage(words, lang, language))]
        .slice(0, 40)
        .join('<br>'),
    ),
    fact(e('schemes.keywords'), skill.keywords.length === 0 ? null : foreign(skill.keywords.slice(0, 40).join(', '))),
    fact(e('schemes.added-in'), skill.addedIn === null ? null : escapeHtml(skill.addedIn)),
    fact(e('schemes.changed-in'), skill.changedIn === null ? null : escapeHtml(skill.changedIn)),
    fact(e('schemes.address'), `<a class="breaks" href="${webAddress(skill.uri)}" rel="noreferrer">${escapeHtml(skill.uri)}</a>`),
  ].join('')}</dl></div>
<p class="top-3"><a href="${pageOf(skill.scheme, skill.slug, language)}&amp;format=json-ld">${e('schemes.machine')}</a></p>`;
  return serverPage({ ...options, current: 'catalogue', title: skill.en }, content, skillJsonLd(skill, url));
}

const webAddress = (uri: string): string => escapeHtml(/^https?:\/\//u.test(uri) ? uri : '#');

export interface SkillSearch {
  readonly q: string;
  readonly scheme: string | null;
}

/** The schemes, and their skills as they are looked for. */
export function skillsPage(
  options: Options,
  { q, scheme }: SkillSearch,
  schemes: readonly Scheme[],
  found: { readonly items: readonly Skill[]; readonly next: string | null },
): string {
  const { language } = options;
  const t = sayer(language);
  const e = (key: Parameters<Say>[0], values?: Parameters<Say>[1]): string => escapeHtml(t(key, values));
  const nameOf = (one: Scheme): string => (language === 'mi' ? one.nameMi : one.nameEn);
  const more =
    found.next === null
      ? ''
      : `/skills?${new URLSearchParams({ q, ...(scheme === null ? {} : { scheme }), after: found.next, lang: language }).toString()}`;
  const content = `<h1 class="display">${e('schemes.title')}</h1><p class="lead top-2">${e('schemes.lead')}</p>
<form class="search" action="/skills" method="get" role="search"><input type="hidden" name="lang" value="${language}">
<label class="unseen" for="q">${e('schemes.find')}</label><input class="input" id="q" name="q" value="${escapeHtml(q)}" placeholder="${e('schemes.find')}" maxlength="200">
<label class="unseen" for="scheme">${e('schemes.scheme')}</label><select class="input" id="scheme" name="scheme"><option value="">${e('schemes.any-scheme')}</option>${schemes.map((one) => `<option value="${escapeHtml(one.scheme)}"${one.scheme === scheme ? ' selected' : ''}>${escapeHtml(nameOf(one))}</option>`).join('')}</select>
<button class="btn" type="submit">${e('schemes.search')}</button></form>
<section class="sec" aria-labelledby="found"><header><h2 class="h2" id="found">${e('schemes.title')}</h2></header>
${found.items.length === 0 ? `<p class="muted">${e('schemes.none')}</p>` : `<ul class="dots">${found.items.map((one) => `<li><a href="${pageOf(one.scheme, one.slug, language)}">${labelOf(one, language)}</a>${scheme === null ? ` <span class="muted">${escapeHtml(one.scheme)}</span>` : ''}</li>`).join('')}</ul>`}
${more === '' ? '' : `<p class="acts"><a class="btn second" href="${escapeHtml(more)}">${e('schemes.next')}</a></p>`}</section>
<section class="sec" aria-labelledby="schemes"><header><h2 class="h2" id="schemes">${e('schemes.schemes')}</h2></header>
<table class="tbl stacked"><thead><tr><th scope="col">${e('schemes.scheme')}</th><th scope="col">${e('schemes.load-version')}</th><th scope="col" class="r">${e('schemes.count')}</th><th scope="col" class="r">${e('schemes.retired-count')}</th></tr></thead><tbody>${schemes
    .map(
      (one) =>
        `<tr><th scope="row"><a href="/skills?scheme=${encodeURIComponent(one.scheme)}&amp;lang=${language}">${inLanguage(nameOf(one), languageOfName(nameOf(one)), language)}</a></th><td data-before="${e('schemes.load-version')}">${escapeHtml(one.version)}</td><td class="r" data-before="${e('schemes.count')}">${wholeNumber(one.skills)}</td><td class="r" data-before="${e('schemes.retired-count')}">${wholeNumber(one.retired)}</td></tr>`,
    )
    .join('')}</tbody></table></section>`;
  return serverPage({ ...options, current: 'catalogue', title: t('schemes.title') }, content);
}
