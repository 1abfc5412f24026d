import { sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { Asked } from '../exchange/badges/index.ts';
import { type PageOptions, serverPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;

/** Asks the learner whether an application may do what it asks for: each permission in words, and where the answer goes. */
export function letInPage(
  options: Options,
  asked: Asked,
  { query, csrf }: { readonly query: Readonly<Record<string, string>>; readonly csrf: string },
): string {
  const t = sayer(options.language);
  const e = escapeHtml;
  const hidden = Object.entries({ ...query, csrf })
    .map(([name, value]) => `<input type="hidden" name="${e(name)}" value="${e(value)}">`)
    .join('');
  const permissions = asked.permissions.map((one) => `<li>${e(t(`badges.permission.${one}`))}</li>`).join('');
  const policy =
    asked.policy === null
      ? ''
      : `<p class="small top-2"><a href="${e(asked.policy)}" rel="noreferrer nofollow">${e(t('badges.policy'))}</a></p>`;
  const content = `<h1 class="display">${e(t('badges.agree-title', { client: asked.name }))}</h1><p class="lead top-2">${e(t('badges.agree-lead', { client: asked.name, goesTo: asked.goesTo }))}</p>
<h2 class="h2 top-3">${e(t('badges.may'))}</h2><ul class="permissions measure">${permissions}</ul>
<p class="muted measure top-2">${e(t('badges.never'))}</p>${policy}
<form class="asking top-3" method="post" action="/badges/authorize?lang=${options.language}">${hidden}
<div class="acts"><button class="btn" type="submit" name="answer" value="yes">${e(t('badges.agree'))}</button><button class="btn second" type="submit" name="answer" value="no">${e(t('badges.refuse'))}</button></div></form>`;
  return serverPage({ ...options, title: t('badges.agree-title', { client: asked.name }), hidden: true }, content);
}

/** The way back: a link, since a form of ours may lead nowhere but to us. */
export function goBackPage(options: Options, address: string, goesTo: string): string {
  const t = sayer(options.language);
  const content = `<h1 class="display">${escapeHtml(t('badges.back-title'))}</h1><p class="lead top-2">${escapeHtml(t('badges.back-lead', { goesTo }))}</p>
<div class="acts"><a class="btn" href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(t('badges.back', { goesTo }))}</a></div>`;
  return serverPage({ ...options, title: t('badges.back-title'), hidden: true }, content);
}

/** One sentence, and where to go. */
export function badgeSaysPage(
  options: Options,
  said: string,
  next: { readonly href: string; readonly label: string } | null,
): string {
  const t = sayer(options.language);
  const content = `<h1 class="display">${escapeHtml(t('badges.ask-title'))}</h1><p class="say wait top-2">${escapeHtml(said)}</p>
${next === null ? '' : `<div class="acts"><a class="btn" href="${escapeHtml(next.href)}">${escapeHtml(next.label)}</a></div>`}`;
  return serverPage({ ...options, title: t('badges.ask-title'), hidden: true }, content);
}
