import { LISTING_RULES } from '@recognition/recognition';
import { longDate } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { compareOutcomeDevelopers } from '../catalogue/developers.ts';
import { kindsNote } from './catalogue.ts';
import { developersTable } from './micro-credential-checks.ts';
import { wording } from './micro-credential-words.ts';
import { type PageOptions, serverPage } from './shell.ts';

/** The checks of outcomes, developer by developer (N4): a page for everybody, without a script. */
export function outcomeDevelopersPage(
  options: Omit<PageOptions, 'title' | 'current'>,
  { asOf, developers }: Awaited<ReturnType<typeof compareOutcomeDevelopers>>,
): string {
  const { language } = options;
  const { t, e } = wording(language);
  const rules = LISTING_RULES.map(
    ({ check, says }) =>
      `<li id="${check}"><p>${escapeHtml(says[language])}</p><p class="small muted"><code>${check}</code></p></li>`,
  );
  const rows = developers.map((one) => ({ ...one, name: one.name ?? one.developer ?? t('mc.table-no-developer') }));
  const listed = rows.map((one) => String(one.listed));
  const content = `<p class="eyebrow"><a href="/catalogue/checks?lang=${language}">${e('checks.title')}</a></p><h1 class="display">${e('mc.table')}</h1>
<p class="lead top-2">${e('mc.table-outcomes', { date: longDate(asOf, language) })}</p>
<div class="top-3">${rows.length === 0 ? `<p>${e('mc.table-nobody')}</p>` : developersTable(language, LISTING_RULES, rows, [[t('mc.table-listed'), listed]])}</div>
<ol class="rules-list">${rules.join('')}</ol>
<div class="acts"><a href="/api/v1/outcomes/checks/developers">${e('mc.json')}</a><a href="/micro-credentials/checks?lang=${language}#developers">${e('mc.checks-title')}</a></div>${kindsNote(t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: t('mc.table') }, content);
}
