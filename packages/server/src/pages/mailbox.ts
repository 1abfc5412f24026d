import { dateOfInstant, longDate, timeOfInstant } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { KeptMail } from '../notice/mail/queries.ts';
import { type PageOptions, serverPage } from './shell.ts';

/** The mail that the demonstration keeps in place of sending it, the newest first as it is given. */
export function mailboxPage(options: Omit<PageOptions, 'title'>, mails: readonly KeptMail[]): string {
  const mi = options.language === 'mi';
  const title = mi ? 'Te pouaka īmēra o te whakaaturanga' : 'The mailbox of the demonstration';
  const lead = mi
    ? 'Kāore he īmēra e puta i te whakaaturanga. Ka noho ki konei ngā mea ka tukuna.'
    : 'No mail leaves the demonstration. What would be sent is kept here.';
  const none = mi ? 'Kāore anō he īmēra.' : 'There is no mail yet.';
  const items = mails.map(
    ({ address, subject, body, at }) =>
      `<article class="sec"><header><h2 class="h2">${escapeHtml(subject)}</h2></header><p class="small muted">${escapeHtml(address)}, <time datetime="${at.toISOString()}">${longDate(dateOfInstant(at.toISOString()), options.language)}, ${timeOfInstant(at.toISOString())}</time></p>${paragraphs(body)}</article>`,
  );
  const content = `<h1 class="display">${title}</h1><p class="lead top-2">${lead}</p>${items.length === 0 ? `<p class="top-2">${none}</p>` : items.join('')}`;
  return serverPage({ ...options, title }, content);
}

/** Paragraphs, with the addresses in them as links. */
function paragraphs(body: string): string {
  return body
    .split('\n\n')
    .map(
      (part) => `<p>${escapeHtml(part).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`)}</p>`,
    )
    .join('');
}
