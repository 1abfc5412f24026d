import { frameworkOf, type LISTING_RULES } from '@recognition/recognition';
import { entry, fieldLabel, type Language, languageOfName, longDate, type Say, sayer } from '@recognition/web/language';
import { leftOf, priceOf, whenOf, whereOf } from '@recognition/web/offering-line';
import { escapeHtml } from '@recognition/web/stack-still';
import type { KeptOutcome } from '../catalogue/document.ts';
import type { OfferingView } from '../offering/schemas.ts';
import { kindNamed, kindsIn } from './kinds.ts';
import { outcomeJsonLd } from './outcome-json-ld.ts';
import { type PageOptions, publicPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;

interface Version {
  readonly id: string;
  readonly version: number | null;
  readonly status: KeptOutcome['status'];
  readonly lastAssessment: string | null;
}

/** One outcome as a public document: in words for people, and as JSON-LD for programs. */
export function outcomePage(
  options: Options & { readonly url: string },
  outcome: KeptOutcome & { readonly versions: readonly Version[] },
  partOf: readonly {
    readonly code: string;
    readonly version: number;
    readonly credits: number | null;
    readonly content: { readonly title: string };
  }[],
  known: object,
  taught: readonly OfferingView[] = [],
): string {
  const { language } = options;
  const t = sayer(language);
  const e = (key: Parameters<Say>[0], values?: Parameters<Say>[1]): string => escapeHtml(t(key, values));
  const texts = (title: string, given: KeptOutcome['theory']): string =>
    `<h2 class="h2">${title}</h2>${given.length === 0 ? `<p class="muted">${e('outcome.not-yet')}</p>` : `<ul class="dots">${given.map(({ text, lang }) => `<li${lang === language ? '' : ` lang="${escapeHtml(lang)}"`}>${escapeHtml(text)}</li>`).join('')}</ul>`}`;
  const fact = (name: string, value: string | null): string =>
    value === null ? '' : `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`;
  const kind = kindNamed(outcome.kind);
  const others = outcome.versions.filter(({ id }) => id !== outcome.id);
  const content = `<p class="eyebrow"><a href="/catalogue?lang=${language}">${e('catalogue.title')}</a></p><h1 class="display">${named(outcome.name, language)}</h1>
${kind === undefined ? '' : `<p class="top-1"><a href="/catalogue/kinds?lang=${language}#${kind}">${e(`kind.${kind}`)}</a></p>`}
<p class="top-2">${escapeHtml(fieldLabel(outcome.field, language))}</p><div class="prose top-3"><div>
${texts(e('outcome.assessments'), outcome.assessments)}${texts(e('outcome.theory'), outcome.theory)}${texts(e('outcome.practice'), outcome.practice)}
<h2 class="h2">${e('outcome.skills')}</h2>${outcome.skills.length === 0 ? `<p class="muted">${e('outcome.not-yet')}</p>` : `<table class="tbl"><thead><tr><th scope="col">${e('outcome.skill')}</th><th scope="col">${e('outcome.how-far')}</th></tr></thead><tbody>${outcome.skills.map(({ uri, label, relation }) => `<tr><td><a href="/skills/at?uri=${encodeURIComponent(uri)}&amp;lang=${language}">${escapeHtml(label)}</a></td><td>${escapeHtml(entry(language, `skill.${relation}`) ?? relation)}</td></tr>`).join('')}</tbody></table>`}</div>
<dl class="pairs">${[
    fact(e('outcome.code'), outcome.code),
    fact(e('outcome.version'), outcome.version === null ? null : String(outcome.version)),
    fact(e('figures.credits'), outcome.credits === null ? null : String(outcome.credits)),
    fact(e('figures.level'), outcome.level === null ? null : String(outcome.level)),
    fact(e('outcome.developer'), outcome.developerName ?? outcome.developer),
    fact(e('outcome.status'), statusOf(outcome, t, language)),
    fact(e('outcome.last'), outcome.lastAssessment === null ? null : longDate(outcome.lastAssessment, language)),
  ].join('')}</dl></div>
${taughtSection(taught, t, language)}${others.length === 0 ? '' : `<section class="sec" aria-labelledby="versions"><header><h2 class="h2" id="versions">${e('outcome.versions')}</h2></header><ul class="dots">${others.map((one) => `<li><a href="${addressOf({ code: outcome.code, version: one.version })}?lang=${language}">${e('author.version', { version: one.version ?? '–' })}</a>, ${e(`outcome.status.${one.status}`)}, <a href="${escapeHtml(compareAddress(outcome, one, language))}">${e('compare.with')}</a></li>`).join('')}</ul></section>`}
${partOf.length === 0 ? '' : `<section class="sec" aria-labelledby="part-of"><header><h2 class="h2" id="part-of">${e('mc.part-is-in')}</h2></header><ul class="dots">${partOf.map((one) => `<li><a href="/micro-credentials/${encodeURIComponent(one.code)}/${one.version}?lang=${language}">${named(one.content.title, language)}</a>${one.credits === null ? '' : `, ${e('stack.credits', { count: one.credits })}`}</li>`).join('')}</ul></section>`}
${kindsNote(t, language)}`;
  return publicPage({ ...options, current: 'catalogue', title: outcome.name }, content, {
    known,
    jsonLd: outcomeJsonLd(outcome, options.url),
  });
}

/** Where it stands here; a unit of another country's register has no standing here but that it is listed there. */
function statusOf({ kind, accredited, developer, status }: KeptOutcome, t: Say, language: Language): string {
  const framework = frameworkOf(kind, accredited);
  return framework === 'nz' || developer !== null
    ? t(`outcome.status.${status}`)
    : t('shop.of-framework', { framework: entry(language, `shop.framework.${framework}`) ?? framework });
}

/** Where, when and for how much it is taught. */
function taughtSection(taught: readonly OfferingView[], t: Say, language: Language): string {
  const line = (one: OfferingView): string =>
    `<li><div><b>${escapeHtml(one.provider.name)}</b>${one.title === null ? '' : `, ${escapeHtml(one.title)}`}<p class="small">${escapeHtml([whereOf(one, language, t), one.venue, leftOf(one, t)].filter((part) => part !== '').join(', '))}</p></div><span>${escapeHtml(whenOf(one, language, t))}</span><span class="c">${escapeHtml(priceOf(one, ['adult'], t))}</span></li>`;
  return `<section class="sec" aria-labelledby="taught"><header><h2 class="h2" id="taught">${escapeHtml(t('shop.taught'))}</h2></header>${taught.length === 0 ? `<p class="muted">${escapeHtml(t('shop.taught-none'))}</p>` : `<ul class="ways-to-learn">${taught.map(line).join('')}</ul>`}</section>`;
}

/** The page that puts two versions side by side, the older first. */
function compareAddress({ code, version }: Pick<KeptOutcome, 'code' | 'version'>, other: Version, language: Language): string {
  const [before, after] = [version, other.version].sort((a, b) => (a ?? 0) - (b ?? 0));
  const place = (one: number | null | undefined): string => `${code}/${one ?? 'unstated'}`;
  return `/catalogue/compare?${String(new URLSearchParams({ a: place(before), b: place(after), lang: language }))}`;
}

/** Every listing check, made from the checks themselves. */
export function checksPage(options: Options, rules: typeof LISTING_RULES, known: object): string {
  const { language } = options;
  const t = sayer(language);
  const content = `<p class="eyebrow"><a href="/catalogue?lang=${language}">${escapeHtml(t('catalogue.title'))}</a></p><h1 class="display">${escapeHtml(t('checks.title'))}</h1><p class="lead top-2">${escapeHtml(t('checks.lead'))}</p>
<ol class="rules-list">${rules.map(({ check, source, says }) => `<li id="${escapeHtml(check)}"><p>${escapeHtml(says[language])}</p><p class="small muted"><code>${escapeHtml(check)}</code> <span${language === 'en' ? '' : ' lang="en"'}>${escapeHtml(source)}</span></p></li>`).join('')}</ol>
<p class="measure top-3">${escapeHtml(t('checks.what-counts'))}</p><p><a href="/catalogue/checks/developers?lang=${language}">${escapeHtml(t('mc.table-outcomes-link'))}</a></p>`;
  return publicPage({ ...options, current: 'catalogue', title: t('checks.title') }, content, { known });
}

/** What an outcome, a standard and a micro-credential are to each other. */
export function kindsPage(options: Options): string {
  const { language } = options;
  const t = sayer(language);
  const { title, short, kinds, together } = kindsIn(language);
  const content = `<p class="eyebrow"><a href="/catalogue?lang=${language}">${escapeHtml(t('catalogue.title'))}</a></p><h1 class="display">${escapeHtml(title)}</h1><p class="lead top-2">${escapeHtml(short)}</p>
<dl class="kinds">${kinds.map(({ kind, name, says }) => `<div id="${kind}"><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(says)}</dd></div>`).join('')}</dl><p class="measure top-3">${escapeHtml(together)}</p>`;
  return publicPage({ ...options, current: 'catalogue', title }, content, {});
}

export function kindsNote(t: Say, language: Language): string {
  return `<aside class="kinds-note" aria-labelledby="kinds-note"><h2 class="h3" id="kinds-note">${escapeHtml(t('kinds.short-title'))}</h2><p class="measure">${escapeHtml(t('kinds.short'))} <a href="/catalogue/kinds?lang=${language}">${escapeHtml(t('kinds.link'))}</a>, <a href="/micro-credentials?lang=${language}">${escapeHtml(t('mc.title'))}</a></p></aside>`;
}

const addressOf = ({ code, version }: Pick<KeptOutcome, 'code' | 'version'>): string =>
  `/catalogue/${encodeURIComponent(code)}/${version ?? 'unstated'}`;

/** A name exactly as it was given, marked with its language where that is not the page's. */
export function named(name: string, language: Language): string {
  const own = languageOfName(name);
  return `<span${own === language ? '' : ` lang="${own}"`}>${escapeHtml(name)}</span>`;
}
