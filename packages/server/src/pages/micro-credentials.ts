import { fieldLabel, type Language, longDate } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { listMicroCredentials, showMicroCredential } from '../micro-credential/list.ts';
import type { standingOf } from '../micro-credential/standing.ts';
import { kindsNote, named } from './catalogue.ts';
import { microCredentialJsonLd } from './micro-credential-json-ld.ts';
import { placeOf, TEXTS, wording } from './micro-credential-words.ts';
import { type PageOptions, serverPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;
type Page = Awaited<ReturnType<typeof listMicroCredentials>>;
type Detail = Awaited<ReturnType<typeof showMicroCredential>>;
type Standing = Awaited<ReturnType<typeof standingOf>>;

/** What is listed, by words, page after page by a link; needs no script and no account. */
export function microCredentialsPage(options: Options, q: string, found: Page): string {
  const { language } = options;
  const { t, e, to } = wording(language);
  const line = (one: Page['items'][number]): string => {
    const about = [
      one.code,
      one.developerName,
      one.content.level === null ? '' : t('outcome.level', { level: one.content.level }),
    ];
    return `<li><div><a href="${to(placeOf(one))}">${named(one.content.title, language)}</a><p class="small muted">${escapeHtml([...about, t('mc.parts-count', { count: one.parts.length })].filter((part) => part !== '').join(', '))}</p></div><span class="c">${one.credits === null ? '' : e('stack.credits', { count: one.credits })}</span></li>`;
  };
  const content = `<p class="eyebrow"><a href="/catalogue?lang=${language}">${e('catalogue.title')}</a></p><h1 class="display">${e('mc.headline')}</h1><p class="lead top-2">${e('mc.lead')}</p>
<form class="search" role="search" autocomplete="off" method="get" action="/micro-credentials"><input type="hidden" name="lang" value="${language}">
<input class="input" type="search" name="q" aria-label="${e('mc.search')}" placeholder="${e('mc.search')}" value="${escapeHtml(q)}"><button class="btn" type="submit">${e('shop.go')}</button></form>
<section class="top-3" aria-labelledby="found"><h2 class="h3" id="found">${e('mc.found')}</h2>
${found.items.length === 0 ? `<p class="lead top-2">${e('mc.none')}</p>` : `<ul class="shelf plain">${found.items.map(line).join('')}</ul>`}
${found.next === null ? '' : `<div class="acts"><a class="btn second" href="${to('', { q, cursor: found.next })}">${e('catalogue.more')}</a></div>`}</section>
<p class="top-3"><a href="${to('/checks')}">${e('mc.checks-title')}</a></p>${kindsNote(t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: t('mc.title') }, content);
}

/**
 * One micro-credential as everybody reads it: what it is for, what it is made of, where it leads, what the checks find; for a learner who
 * is signed in, which parts they hold. `url` is its own address, `site` that of the service.
 */
export function microCredentialPage(
  options: Options & { readonly url: string; readonly site: string },
  one: Detail,
  standing: Standing | null,
): string {
  const { language, url, site } = options;
  const { t, e, to, section } = wording(language);
  const { content } = one;
  const size = [
    one.credits === null ? '' : t('stack.credits', { count: one.credits }),
    one.hours === null ? '' : t('mc.hours', { n: one.hours }),
    content.level === null ? '' : t('outcome.level', { level: content.level }),
    one.developerName,
  ];
  const others = one.versions.filter(({ id }) => id !== one.id);
  const versions = others.map(
    (each) =>
      `<li><a href="${to(`/${encodeURIComponent(one.code)}/${each.version}`)}">${e('author.version', { version: each.version })}</a>, ${e(`outcome.status.${each.status}`)}, <a href="${to('/compare', comparison(one, each.version))}">${e('compare.with')}</a></li>`,
  );
  const html = `<p class="eyebrow"><a href="${to('')}">${e('mc.title')}</a></p><h1 class="display">${named(content.title, language)}</h1>
<p class="top-1"><a href="/catalogue/kinds?lang=${language}#micro-credential">${e('kind.micro-credential')}</a>${one.status === 'published' ? '' : `, ${e(`outcome.status.${one.status}`)}`}</p>
<p class="lead top-2">${escapeHtml(size.filter((part) => part !== '').join(', '))}</p>
${standingBlock(one, standing, language)}
${section('parts', t('mc.parts'), partsTable(one, language), t('mc.what-parts-are'))}
<div class="prose top-3"><div>${TEXTS.map((key) => text(t(`mc.text.${key}`), content[key], content.lang, key === 'titleReason' ? null : t('mc.text-missing'), language)).join('')}</div>
<dl class="pairs">${facts(one, language)}</dl></div>
${section('onward', t('mc.onward'), onward(one, language), t('mc.onward-lead'))}
${section('overlap', t('mc.overlap'), overlaps(one, language), t('mc.overlap-lead'))}
${section('checks', t('mc.finds'), checks(one, language))}
${others.length === 0 ? '' : section('versions', t('outcome.versions'), `<ul class="dots">${versions.join('')}</ul>`)}
<div class="acts"><a href="/api/v1/micro-credentials${escapeHtml(placeOf(one))}">${e('mc.json')}</a><a href="${to('/compare', { a: `${one.code}/${one.version}`, b: '' })}">${e('mc.compare')}</a></div>
${kindsNote(t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: content.title }, html, microCredentialJsonLd(one, url, site));
}

/** Two versions, the older first. */
function comparison({ code, version }: Detail, other: number): Record<string, string> {
  const [before, after] = [version, other].sort((a, b) => a - b);
  return { a: `${code}/${before ?? version}`, b: `${code}/${after ?? version}` };
}

function text(title: string, said: string, lang: string, missing: string | null, language: Language): string {
  if (said === '')
    return missing === null ? '' : `<h2 class="h2">${escapeHtml(title)}</h2><p class="muted">${escapeHtml(missing)}</p>`;
  const own = lang === language ? '' : ` lang="${lang}"`;
  return `<h2 class="h2">${escapeHtml(title)}</h2><div class="measure"${own}>${said
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('')}</div>`;
}

function partsTable(one: Detail, language: Language): string {
  const { t, e } = wording(language);
  const lost = one.content.parts.filter(({ ref }) => !one.parts.some((part) => part.ref === ref));
  const kind = ({ role, kind: own }: Detail['parts'][number]): string =>
    own === 'unit-standard' || own === 'skill-standard' || own === 'achievement-standard'
      ? t(`kind.${own}`)
      : t(`mc.role.${role}`);
  const anchor = ({ role, kind: own }: Detail['parts'][number]): string =>
    own === 'skill-standard' || own === 'achievement-standard' ? own : role === 'outcome' ? 'outcome' : 'unit-standard';
  const rows = one.parts.map((part) => {
    const name =
      part.version === null
        ? named(part.name, language)
        : `<a href="/catalogue/${encodeURIComponent(part.code)}/${part.version}?lang=${language}">${named(part.name, language)}</a>`;
    const state =
      part.status === 'offered'
        ? ''
        : `<br><small class="muted">${e(`mc.part-status.${part.status}`)}${part.lastAssessment === null ? '' : `, ${e('worklist.until', { date: longDate(part.lastAssessment, language) })}`}</small>`;
    return `<tr><th scope="row">${name}<br><small class="muted">${escapeHtml(part.code)}</small>${state}</th><td><a href="/catalogue/kinds?lang=${language}#${anchor(part)}">${escapeHtml(kind(part))}</a></td><td class="r">${part.level ?? ''}</td><td class="r">${part.credits}</td></tr>`;
  });
  return `<table class="tbl"><thead><tr><th scope="col">${e('mc.part')}</th><th scope="col">${e('mc.part-kind')}</th><th scope="col" class="r">${e('figures.level')}</th><th scope="col" class="r">${e('figures.credits')}</th></tr></thead><tbody>${rows.join('')}${lost.map(({ ref }) => `<tr><th scope="row" colspan="4">${e('mc.part-lost', { ref })}</th></tr>`).join('')}</tbody>
<tfoot><tr><th scope="row" colspan="3">${e('mc.sum')}</th><td class="r">${one.credits ?? '–'}</td></tr></tfoot></table>`;
}

function facts(one: Detail, language: Language): string {
  const { t, e } = wording(language);
  const { content } = one;
  const fact = (name: string, value: string | null): string =>
    value === null || value === '' ? '' : `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`;
  const day = (value: string | null): string | null => (value === null ? null : longDate(value, language));
  return [
    fact(e('outcome.code'), one.code),
    fact(e('outcome.version'), String(one.version)),
    fact(e('figures.credits'), one.credits === null ? null : String(one.credits)),
    fact(e('figures.level'), content.level === null ? null : String(content.level)),
    fact(e('mc.nzsced'), content.nzsced),
    fact(e('outcome.developer'), one.developerName),
    fact(e('outcome.status'), t(`outcome.status.${one.status}`)),
    fact(e('mc.review'), content.reviewYears === null ? null : t('mc.years', { count: content.reviewYears })),
    fact(e('mc.listed'), day(one.listedOn)),
    fact(e('mc.review-due'), one.status === 'published' ? day(one.reviewDue) : null),
    fact(e('mc.discontinued'), day(one.discontinuedOn)),
  ].join('');
}

function standingBlock(one: Detail, standing: Standing | null, language: Language): string {
  const { t, e } = wording(language);
  if (standing === null) return one.status === 'published' ? `<p class="small muted top-1">${e('mc.standing-sign-in')}</p>` : '';
  const { whole, have, of, parts, lines } = standing;
  const said = whole ? t('mc.standing-whole') : t('mc.standing-have', { have, of });
  const row = (part: Standing['parts'][number]): string =>
    `<li>${named(part.name, language)}: ${part.held === null ? `<b>${e('mc.standing-missing')}</b>` : e('mc.standing-held', { date: part.on === null ? '' : longDate(part.on, language) })}</li>`;
  return `<section class="say${whole ? '' : ' wait'} top-3" aria-labelledby="standing"><div><h2 class="h3" id="standing">${e('mc.standing')}</h2><p>${escapeHtml(said)}</p><ul class="dots">${parts.map(row).join('')}</ul>
<details><summary>${e('mc.standing-why')}</summary><ul class="dots">${lines[language].map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></details></div></section>`;
}

function onward(one: Detail, language: Language): string {
  const { t, e, to } = wording(language);
  const award = ({ title, credits, of, majors }: Detail['onward']['awards'][number]): string =>
    `<li>${escapeHtml(title[language])}: ${e('mc.onward-award', { credits, of })}${majors.length === 0 ? '' : ` ${e('mc.onward-major', { field: majors.map((slug) => fieldLabel(slug, language)).join(', ') })}`}</li>`;
  const other = (each: Detail['onward']['definitions'][number]): string =>
    `<li><a href="${to(placeOf(each))}">${named(each.title, language)}</a>: ${e('mc.onward-definition', { have: each.have, of: each.of })}</li>`;
  const { awards, definitions } = one.onward;
  const note = awards.find((each) => each.note !== null)?.note ?? null;
  return `<ul class="dots">${awards.map(award).join('')}</ul>${note === null ? '' : `<p class="small muted measure top-1">${escapeHtml(note[language])}</p>`}${definitions.length === 0 ? '' : `<h3 class="h3 top-2">${escapeHtml(t('mc.onward-others'))}</h3><ul class="dots">${definitions.map(other).join('')}</ul>`}`;
}

function overlaps(one: Detail, language: Language): string {
  const { e, to } = wording(language);
  if (one.overlaps.length === 0) return `<p>${e('mc.overlap-none')}</p>`;
  return `<ul class="dots">${one.overlaps
    .map(
      (each) =>
        `<li><a href="${to(placeOf(each))}">${e('mc.overlap-with', { percent: each.percent, title: each.title })}</a>, <a href="${to('/compare', { a: `${one.code}/${one.version}`, b: `${each.code}/${each.version}` })}">${e('compare.with')}</a></li>`,
    )
    .join('')}</ul>`;
}

function checks(one: Detail, language: Language): string {
  const { e, to } = wording(language);
  const found = one.findings.map(
    ({ severity, text: said, source }) =>
      `<p class="${severity}"><b>${e(severity === 'error' ? 'author.must' : 'author.advice')}</b> ${escapeHtml(said[language])} <small${language === 'en' ? '' : ' lang="en"'}>${escapeHtml(source)}</small></p>`,
  );
  return `${found.length === 0 ? `<p>${e('mc.passes')}</p>` : `<div class="findings">${found.join('')}</div>`}<p class="small"><a href="${to('/checks')}">${e('checks.link')}</a></p>`;
}
