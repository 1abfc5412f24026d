import { fieldLabel, entry, type Language, type Say, sayer } from '@recognition/web/language';
import { partName, sideBySide, type SideRow } from '@recognition/web/side-by-side';
import { escapeHtml } from '@recognition/web/stack-still';
import type { KeptOutcome } from '../catalogue/document.ts';
import { toView } from '../catalogue/views.ts';
import { type PageOptions, serverPage } from './shell.ts';

/** What the page is asked for: two definitions, each as `code/version`; as they were typed. */
export interface ComparedAsked {
  readonly a: string;
  readonly b: string;
}

/**
 * Two versions of an outcome, or two outcomes, side by side: a page for everybody, without a script. `found` holds the two where both are
 * there; `trouble` says why one is not, and what was typed stays in the form.
 */
export function comparePage(
  options: Omit<PageOptions, 'title' | 'current'>,
  asked: ComparedAsked,
  found: readonly [KeptOutcome, KeptOutcome] | null,
  trouble: string | null,
): string {
  const { language } = options;
  const t = sayer(language);
  const box = (name: 'a' | 'b', label: string): string =>
    `<div class="field"><label for="${name}">${escapeHtml(label)}</label><input class="input" id="${name}" name="${name}" required maxlength="140" autocomplete="off" value="${escapeHtml(asked[name])}"></div>`;
  const content = `<p class="eyebrow"><a href="/catalogue?lang=${language}">${escapeHtml(t('catalogue.title'))}</a></p>
<h1 class="display">${escapeHtml(t('compare.title'))}</h1><p class="lead top-2">${escapeHtml(t('compare.lead'))}</p>
<form class="asked top-3" method="get" action="/catalogue/compare"><input type="hidden" name="lang" value="${language}">
${box('a', t('compare.one'))}${box('b', t('compare.other'))}<div class="acts"><button class="btn" type="submit">${escapeHtml(t('compare.go'))}</button></div></form>
${trouble === null ? '' : `<p class="say wrong top-2" role="alert">${escapeHtml(trouble)}</p>`}
${found === null ? '' : table(found, t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: t('compare.title') }, content);
}

function table([before, after]: readonly [KeptOutcome, KeptOutcome], t: Say, language: Language): string {
  const rows = sideBySide(
    toView(before),
    toView(after),
    (slug) => fieldLabel(slug, language),
    (name) => entry(language, name),
  );
  const changed = rows.filter(({ differs }) => differs).map(({ part }) => partName(part, t));
  const said =
    changed.length === 0 ? t('compare.same') : t('compare.changed', { count: changed.length, parts: changed.join(', ') });
  const head = (one: KeptOutcome): string =>
    `<a href="/catalogue/${encodeURIComponent(one.code)}/${one.version ?? 'unstated'}?lang=${language}">${escapeHtml(`${one.code}, ${t('author.version', { version: one.version ?? '–' })}`)}</a>`;
  const cell = (title: KeptOutcome, lines: SideRow['before'], mark: 'ins' | 'del'): string =>
    `<div role="cell" data-title="${escapeHtml(title.id)}">${side(lines, mark, t)}</div>`;
  return `<p class="say top-3">${escapeHtml(said)}</p><div class="compare" role="table" aria-label="${escapeHtml(t('compare.title'))}">
<div role="row" class="compare-head"><span role="columnheader" class="unseen">${escapeHtml(t('compare.part'))}</span><span role="columnheader">${head(before)}</span><span role="columnheader">${head(after)}</span></div>
${rows
  .map(
    (row) =>
      `<div role="row" class="${row.differs ? 'differs' : 'stays'}"><span role="rowheader">${escapeHtml(partName(row.part, t))}${row.differs ? `<small>${escapeHtml(t('compare.differs'))}</small>` : ''}</span>${cell(before, row.before, 'del')}${cell(after, row.after, 'ins')}</div>`,
  )
  .join('')}</div>`;
}

/** The lines of one side, with what only it says marked. */
export function side(lines: SideRow['before'], mark: 'ins' | 'del', t: Say): string {
  if (lines.length === 0) return `<p class="muted">${escapeHtml(t('compare.nothing'))}</p>`;
  const unseen = t(mark === 'ins' ? 'compare.added' : 'compare.removed');
  const piece = ({ text, kind }: SideRow['before'][number][number]): string =>
    kind === 'same' || text.trim() === ''
      ? escapeHtml(text)
      : `<${mark}><span class="unseen">${escapeHtml(unseen)} </span>${escapeHtml(text)}</${mark}>`;
  return `<ul>${lines.map((pieces) => `<li>${pieces.map(piece).join('')}</li>`).join('')}</ul>`;
}
