import { longDate } from '@recognition/web/language';
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
<div class="acts"><a href="/api/v1/micro-credentials/checks">${e('mc.json')}</a><a href="/catalogue/checks?lang=${language}">${e('checks.title')}</a></div>${kindsNote(t, language)}`;
  return serverPage({ ...options, current: 'catalogue', title: t('mc.checks-title') }, content);
}

function table({ checks, developers }: Developers, { language }: Pick<PageOptions, 'language'>): string {
  const { e, to } = wording(language);
  const says = (check: string): string => checks.find((one) => one.check === check)?.says[language] ?? check;
  const cell = (value: string): string => `<td class="r">${value}</td>`;
  const rows = checks.map(
    ({ check }) =>
      `<tr><th scope="row"><a href="#${check}" title="${escapeHtml(says(check))}"><code>${check}</code></a></th>${developers
        .map(({ passes, listed }) => {
          const passed = passes.find((one) => one.check === check)?.passes ?? 0;
          const said = e('mc.table-of', { passes: passed, of: listed });
          return cell(passed === listed ? said : `<b>${said}</b>`);
        })
        .join('')}</tr>`,
  );
  const overlap = (one: Developers['developers'][number]): string =>
    one.largestOverlap === null ? e('mc.table-none') : `${one.largestOverlap.percent}%`;
  return `<div class="wide" role="region" aria-label="${e('mc.table-scroll')}" tabindex="0"><table class="tbl"><thead><tr><th scope="col">${e('mc.table-check')}</th>${developers.map(({ name }) => `<th scope="col" class="r">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('')}</tbody><tbody><tr><th scope="row">${e('mc.table-listed')}</th>${developers.map((one) => cell(`<a href="${to('', { developer: one.developer })}">${one.listed}</a>`)).join('')}</tr>
<tr><th scope="row">${e('mc.table-returned')}</th>${developers.map((one) => cell(String(one.returned))).join('')}</tr>
<tr><th scope="row">${e('mc.table-overlap')}</th>${developers.map((one) => cell(overlap(one))).join('')}</tr></tbody></table></div>`;
}
