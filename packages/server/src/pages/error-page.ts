import { sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { type PageOptions, serverPage } from './shell.ts';

/** What went wrong, in one plain sentence, on a page of the site; `code` is the stable code of the problem. */
export function errorPage(options: Omit<PageOptions, 'title'>, sentence: string, code: string): string {
  const t = sayer(options.language);
  const content = `<h1 class="display">${escapeHtml(t('error.title'))}</h1><p class="lead top-2">${escapeHtml(sentence)}</p><p class="small muted top-2">${escapeHtml(code)}</p><div class="acts"><a class="btn" href="/?lang=${options.language}">${escapeHtml(t('trouble.home'))}</a></div>`;
  return serverPage({ ...options, title: t('error.title') }, content);
}
