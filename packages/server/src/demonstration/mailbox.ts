import type { App } from '../http/route.ts';
import { mailbox, type KeptMail } from '../notice/mail/queries.ts';
import type { Services } from '../services.ts';

/** The mail that the demonstration would have sent: a page of its own, only in the demonstration, for whoever tries the product. */
export function useMailbox(app: App, { db }: Services): void {
  app.get('/demonstration/mailbox', { schema: { hide: true } }, async (request, reply) => {
    const mails = await db.asBatch(mailbox);
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(mailboxPage(request.language, mails));
  });
}

function mailboxPage(language: 'en' | 'mi', mails: readonly KeptMail[]): string {
  const mi = language === 'mi';
  const title = mi ? 'Te pouaka īmēra o te whakaaturanga' : 'The mailbox of the demonstration';
  const lead = mi
    ? 'Kāore he īmēra e puta i te whakaaturanga. Ka noho ki konei ngā mea ka tukuna.'
    : 'No mail leaves the demonstration. What would be sent is kept here.';
  const none = mi ? 'Kāore anō he īmēra.' : 'There is no mail yet.';
  const items = mails.map(
    ({ address, subject, body, at }) =>
      `<article><h2>${safe(subject)}</h2><p>${safe(address)}, <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p>${paragraphs(body)}</article>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${lead}</p>${items.length === 0 ? `<p>${none}</p>` : items.join('')}</main></body></html>`;
}

/** Paragraphs, with the addresses in them as links. */
function paragraphs(body: string): string {
  return body
    .split('\n\n')
    .map((part) => `<p>${safe(part).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`)}</p>`)
    .join('');
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
