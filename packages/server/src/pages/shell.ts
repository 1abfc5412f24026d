import { patternDefinitions } from '@recognition/web/fields';
import { entry, knownReview, type Language, type Say, sayer, translationNote } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { PageAssets } from './assets.ts';

export interface PageOptions {
  readonly assets: PageAssets;
  readonly language: Language;
  readonly title: string;
  /** The address of this page in the other language. */
  readonly otherLanguage: string;
  /** Who awards here; in the demonstration it says that the authority is invented. Null says nothing. */
  readonly notice: string | null;
  readonly current?: 'verify' | 'catalogue' | 'record';
  /** Who is signed in, on a page of their own. */
  readonly signedIn?: string;
  /** The page of the website that takes over, as its source in `src/pages`. */
  readonly website?: string;
  /** What the reader chose on this device; null: as the device. */
  readonly theme?: 'light' | 'dark' | null;
  /** Paper is white, whatever the reader's theme. */
  readonly paper?: boolean;
  /** For whom whoever looks acts, and under which authority; null for themself. */
  readonly acting?: { readonly learner: string; readonly authority: string } | null;
  /** Not for search engines, and no address of it for other sites. */
  readonly hidden?: boolean;
}

/** The head of every document: style sheets, fonts and scripts by address only, so that a strict policy allows all of it. */
function head(assets: PageAssets, title: string, scripts: readonly string[] | null): string {
  return [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    // The interface library adds a style element unless one of this name is there; the policy would refuse it.
    scripts === null ? '' : '<meta id="react-aria-pressable-style">',
    `<title>${escapeHtml(title)}</title>`,
    ...assets.styles.map((style) => `<link rel="stylesheet" href="${style}">`),
    ...assets.fonts.map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`),
    scripts === null ? '' : `<script type="module" src="${assets.script}"></script>`,
    ...(scripts ?? []).map((script) => `<link rel="modulepreload" href="${script}">`),
  ].join('');
}

/** The page in which the website starts; every address that the website owns answers with it. */
export function appShell(assets: PageAssets, language: Language, theme: 'light' | 'dark' | null = null): string {
  const t = sayer(language);
  return `<!doctype html><html lang="${language}"${REVIEWED}${themed(theme)}><head>${head(assets, t('site.name'), assets.scripts(language))}</head><body><div id="app"></div><noscript><p class="page">${escapeHtml(t('site.needs-script'))} <a href="/verify?lang=${language}">${escapeHtml(t('verify.title'))}</a></p></noscript></body></html>`;
}

/** How far te reo Māori is reviewed, for the foot that the website draws. */
const REVIEWED = reviewedAttributes(knownReview());

function reviewedAttributes(reviewed: ReturnType<typeof knownReview>): string {
  return reviewed === null ? '' : ` data-sentences="${reviewed.sentences}" data-drafts="${reviewed.drafts}"`;
}

function themed(theme: 'light' | 'dark' | null): string {
  return theme === null ? '' : ` data-theme="${theme}"`;
}

/** A page that the server draws whole: masthead, content, foot. `content` is HTML that is already safe; `jsonLd` is the page for programs. */
export function serverPage(options: PageOptions, content: string, jsonLd?: object): string {
  return `${opening(options, head(options.assets, titleOf(options), null) + (jsonLd === undefined ? '' : data('application/ld+json', '', jsonLd)))}<body>
<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false">${patternDefinitions()}</svg>
${frame(options, content)}
</body></html>`;
}

/**
 * A public page that the server draws whole and in which the website starts where there is JavaScript: it finds what the page already
 * knows (`known`: answers by query), and draws the same in its place. `jsonLd` is the page for programs; both are data, never script.
 */
export function publicPage(
  options: PageOptions,
  content: string,
  { known, jsonLd }: { readonly known?: object; readonly jsonLd?: object },
): string {
  return `${opening(options, head(options.assets, titleOf(options), options.assets.scripts(options.language, options.website)) + (jsonLd === undefined ? '' : data('application/ld+json', '', jsonLd)))}<body><div id="app">
${frame(options, content)}
</div>${known === undefined ? '' : data('application/json', ' id="known"', known)}</body></html>`;
}

/** What a program reads of a page: data, never script. */
const data = (type: string, id: string, value: object): string =>
  `<script type="${type}"${id}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

const titleOf = ({ title, language }: PageOptions): string => `${title} – ${sayer(language)('site.name')}`;

/** What is shown to whoever holds a secret link asks no index to keep it and no address to hand it on. */
const HIDDEN = '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">';

function opening({ language, paper, theme = null, hidden }: PageOptions, inHead: string): string {
  return `<!doctype html><html lang="${language}"${REVIEWED}${themed(paper === true ? 'light' : theme)}><head>${inHead}${hidden === true ? HIDDEN : ''}</head>`;
}

function frame({ language, otherLanguage, notice, current, signedIn, acting = null }: PageOptions, content: string): string {
  const t = sayer(language);
  const other = language === 'en' ? 'mi' : 'en';
  const note = translationNote(language);
  const here = (page: PageOptions['current']): string => (current === page ? ' aria-current="page"' : '');
  return `<a class="skip" href="#main">${escapeHtml(t('site.skip'))}</a>
<div class="page">${acting === null ? '' : actingFor(language, acting)}<header class="mast">${brand(t, other, '/')}
<nav aria-label="${escapeHtml(t('site.nav'))}">${signedIn === undefined ? '' : `<a href="/record?lang=${language}"${here('record')}>${escapeHtml(t('nav.record'))}</a>`}<a href="/catalogue?lang=${language}"${here('catalogue')}>${escapeHtml(t('nav.catalogue'))}</a><a href="/verify?lang=${language}"${here('verify')}>${escapeHtml(t('nav.verify'))}</a></nav>
<div class="tools"><a href="${escapeHtml(otherLanguage)}" lang="${other}">${other === 'mi' ? 'Te reo Māori' : 'English'}</a>${signedIn === undefined ? '' : mine(t, signedIn)}</div></header>
<main id="main">${content}</main></div>
<footer class="foot page"><div>${notice === null ? '' : `<span>${escapeHtml(notice)}</span>`}<span>${escapeHtml(t('site.no-level'))}</span>${note === null ? '' : `<span>${escapeHtml(note)}</span>`}<a href="/catalogue/kinds?lang=${language}">${escapeHtml(t('kinds.link'))}</a><a href="/api/docs">${escapeHtml(t('site.api'))}</a></div></footer>`;
}

function mine(t: Say, name: string): string {
  const e = (key: Parameters<Say>[0], words?: Parameters<Say>[1]): string => escapeHtml(t(key, words));
  return `<a class="mine" href="/account" aria-label="${e('nav.account', { name })}"><span class="who">${escapeHtml(name)}</span><span class="who-short">${e('nav.account-short')}</span></a>`;
}

/** The same bar as the website's: for whom somebody acts, and the way back, by a form of its own. */
function actingFor(language: Language, { learner, authority }: NonNullable<PageOptions['acting']>): string {
  const t = sayer(language);
  const under = entry(language, `authority.${authority}`) ?? authority;
  return `<aside class="acting" aria-label="${escapeHtml(t('acting.for'))}"><p>${escapeHtml(t('acting.banner', { learner, authority: under }))}</p><form method="post" action="/acting/end"><button class="btn slim" type="submit">${escapeHtml(t('acting.back'))}</button></form></aside>`;
}

/** The sign and the name of the service in both languages, linking to the front page. */
export function brand(t: Say, other: Language, href: string): string {
  return `<a class="brand" href="${href}"><svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true"><path d="M1 1H33V33H1Z" fill="none" stroke="var(--action)" stroke-width="2"/><path d="M6 23H13V28H6Z M13.5 15H20.5V23H13.5Z M21 6H28V15H21Z" fill="var(--action)"/></svg><span><b>${escapeHtml(t('site.name'))}</b><small lang="${other}">${escapeHtml(t('site.other-name'))}</small></span></a>`;
}
