import { type Language, longDate } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { compareDevelopers } from '../micro-credential/developers.ts';
import type { listChecks } from '../micro-credential/list.ts';
import { kindsNote } from './catalogue.ts';
import { wording } from './micro-credential-words.ts';
import { type PageOptions, serverPage } from './shell.ts';

type Checks = ReturnType<typeof listChecks>;
type Developers = Awaited<ReturnType<typeof compareDevelopers>>;

/** The one published set of checks of a version of the rule, and the same checks developer by developer (N4). */
export function microCredentialChecksPage(
  options: Omit<PageOptions, 'title' | 'current'>,
  checks: Checks,
  developers: Developers,
): string {
  const { language } = options;
  const { t, e, to, section } = wording(language);
  const inEnglish = language === 'en' ? '' : ' lang="en"';
  const rules = checks.items.map(
    ({ check, says, source }) =>
      `<li id="${check}"><p>${escapeHtml(says[language])}</p><p class="small muted"><code>${check}</code> <span${inEnglish}>${escapeHtml(source)}</span></p></li>`,
  );
  const others = checks.versions
    .filter(({ version }) => version !== checks.version)
    .map(({ version }) => `<a href="${to('/checks', { version })}">${e('mc.checks-other', { version })}</a>`);
  const content = `<p class="eyebrow"><a href="${to('')}">${e('mc.title')}</a></p><h1 class="display">${e('mc.checks-title')}</h1><p class="lead top-2">${e('mc.checks-lead')}</p>
<p class="top-2"><b>${e('mc.checks-rule', { version: checks.version, date: longDate(checks.from, language) })}</b> ${others.join(' ')}</p>
<ol class="rules-list">${rules.join('')}</ol>
${section('developers', t('mc.table'), developers.developers.length === 0 ? `<p>${e('mc.table-nobody')}</p>` : table(developers, options), t('mc.table-lead', { date: longDate(developers.asOf, language) }))}
<div class="acts"><a href="/api/v1/micro-credentials/checks">${e('mc.json')}</a><a href="/catalogue/checks/developers?lang=${language}">${e('mc.table-outcomes-link')}</a><a href="/catalogue/checks?lang=${language}">${e('checks.title')}</a></div>${kindsNote(t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: t('mc.checks-title') }, content);
}

/** A developer's row, of micro-credentials or of outcomes. */
interface Row {
  readonly name: string;
  readonly listed: number;
  readonly passes: readonly { readonly check: string; readonly passes: number }[];
}

interface Rule {
  readonly check: string;
  readonly says: { readonly en: string; readonly mi: string };
}

function table({ checks, developers }: Developers, { language }: Pick<PageOptions, 'language'>): string {
  const { t, to, e } = wording(language);
  const overlap = (one: Developers['developers'][number]): string =>
    one.largestOverlap === null ? e('mc.table-none') : `${one.largestOverlap.percent}%`;
  return developersTable(language, checks, developers, [
    [t('mc.table-listed'), developers.map((one) => `<a href="${to('', { developer: one.developer })}">${one.listed}</a>`)],
    [t('mc.table-returned'), developers.map(({ returned }) => String(returned))],
    [t('mc.table-overlap'), developers.map(overlap)],
  ]);
}

/** The same checks down, every developer across; it scrolls by itself where it is wider than the page. `more` holds rows of safe HTML. */
export function developersTable(
  language: Language,
  checks: readonly Rule[],
  developers: readonly Row[],
  more: readonly (readonly [string, readonly string[]])[],
): string {
  const { e } = wording(language);
  const cell = (value: string): string => `<td class="r">${value}</td>`;
  const rows = checks.map(
    ({ check, says }) =>
      `<tr><th scope="row"><a href="#${check}" title="${escapeHtml(says[language])}"><code>${check}</code></a></th>${developers
        .map(({ passes, listed }) => {
          const passed = passes.find((one) => one.check === check)?.passes ?? 0;
          const said = e('mc.table-of', { passes: passed, of: listed });
          return cell(passed === listed ? said : `<b>${said}</b>`);
        })
        .join('')}</tr>`,
  );
  return `<div class="wide" role="region" aria-label="${e('mc.table-scroll')}" tabindex="0"><table class="tbl"><thead><tr><th scope="col">${e('mc.table-check')}</th>${developers.map(({ name }) => `<th scope="col" class="r">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('')}</tbody><tbody>${more.map(([name, cells]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map(cell).join('')}</tr>`).join('')}</tbody></table></div>`;
}
