import { languageOfName, type Language, type Say } from '@recognition/web/language';
import { side as pieces } from '@recognition/web/side-by-side';
import { escapeHtml } from '@recognition/web/stack-still';
import type { showMicroCredential } from '../micro-credential/list.ts';
import { type ComparedAsked, side } from './compare.ts';
import { placeOf, TEXTS, wording } from './micro-credential-words.ts';
import { type PageOptions, serverPage } from './shell.ts';

type Detail = Awaited<ReturnType<typeof showMicroCredential>>;

/** Two micro-credentials, or two versions of one, side by side: a page for everybody, without a script. */
export function microCredentialComparePage(
  options: Omit<PageOptions, 'title' | 'current'>,
  asked: ComparedAsked,
  found: readonly [Detail, Detail] | null,
  trouble: string | null,
): string {
  const { language } = options;
  const { t, e, to } = wording(language);
  const box = (name: 'a' | 'b', label: string): string =>
    `<div class="field"><label for="${name}">${label}</label><input class="input" id="${name}" name="${name}" required maxlength="80" autocomplete="off" value="${escapeHtml(asked[name])}"></div>`;
  const content = `<p class="eyebrow"><a href="${to('')}">${e('mc.title')}</a></p><h1 class="display">${e('compare.title')}</h1><p class="lead top-2">${e('mc.compare-lead')}</p>
<form class="asked top-3" method="get" action="/micro-credentials/compare"><input type="hidden" name="lang" value="${language}">${box('a', e('compare.one'))}${box('b', e('compare.other'))}<div class="acts"><button class="btn" type="submit">${e('compare.go')}</button></div></form>
${trouble === null ? '' : `<p class="say wrong top-2" role="alert">${escapeHtml(trouble)}</p>`}${found === null ? '' : table(found, t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: t('compare.title') }, content);
}

function table([before, after]: readonly [Detail, Detail], t: Say, language: Language): string {
  const { to } = wording(language);
  const rows = rowsOf(before, t).map(([name, old], at) => {
    const now = rowsOf(after, t)[at]?.[1] ?? [];
    return { name, old, now, differs: JSON.stringify(old) !== JSON.stringify(now) };
  });
  const shown = rows.filter(({ old, now }) => old.length + now.length > 0);
  const changed = shown.filter(({ differs }) => differs).map(({ name }) => name);
  const said =
    changed.length === 0 ? t('compare.same') : t('compare.changed', { count: changed.length, parts: changed.join(', ') });
  const head = (one: Detail): string => {
    const own = languageOfName(one.content.title);
    return `<a href="${to(placeOf(one))}"${own === language ? '' : ` lang="${own}"`}>${escapeHtml(`${one.content.title} (${one.id})`)}</a>`;
  };
  const cell = (one: Detail, own: readonly string[], other: readonly string[], kind: 'added' | 'removed'): string =>
    `<div role="cell" data-title="${escapeHtml(one.id)}">${side(pieces(own, other, kind), kind === 'added' ? 'ins' : 'del', t)}</div>`;
  return `<p class="say top-3">${escapeHtml(said)}</p><div class="compare" role="table" aria-label="${escapeHtml(t('compare.title'))}">
<div role="row" class="compare-head"><span role="columnheader" class="unseen">${escapeHtml(t('compare.part'))}</span><span role="columnheader">${head(before)}</span><span role="columnheader">${head(after)}</span></div>
${shown
  .map(
    ({ name, old, now, differs }) =>
      `<div role="row" class="${differs ? 'differs' : 'stays'}"><span role="rowheader">${escapeHtml(name)}${differs ? `<small>${escapeHtml(t('compare.differs'))}</small>` : ''}</span>${cell(before, old, now, 'removed')}${cell(after, now, old, 'added')}</div>`,
  )
  .join('')}</div>`;
}

/** What each says, in the order of the document; the same names on both sides. */
function rowsOf(one: Detail, t: Say): readonly (readonly [string, readonly string[]])[] {
  const { content } = one;
  const value = (said: string | number | null): readonly string[] => (said === null || said === '' ? [] : [String(said)]);
  return [
    [t('mc.field.title'), value(content.title)],
    [t('mc.field.developer'), value(one.developerName)],
    [t('figures.credits'), value(one.credits)],
    [t('mc.field.level'), value(content.level)],
    [t('mc.nzsced'), value(content.nzsced)],
    [t('mc.review'), content.reviewYears === null ? [] : [t('mc.years', { count: content.reviewYears })]],
    [
      t('mc.parts'),
      one.parts.map(({ code, name, credits }) => `${code}: ${name} (${t('stack.credits', { count: credits })})`).sort(),
    ],
    ...TEXTS.map((key) => [t(`mc.text.${key}`), value(content[key])] as const),
  ];
}
