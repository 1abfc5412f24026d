import type { App } from '../http/route.ts';
import { mailbox } from '../notice/mail/queries.ts';
import { mailboxPage } from '../pages/mailbox.ts';
import { html, pageOptions } from '../pages/page.ts';
import type { Services } from '../services.ts';

/** The mail that the demonstration would have sent: a page of its own, only in the demonstration, for whoever tries the product. */
export function useMailbox(app: App, services: Services): void {
  app.get('/demonstration/mailbox', { schema: { hide: true } }, async (request, reply) => {
    const mails = await services.db.asBatch(mailbox);
    return html(reply.header('cache-control', 'no-store'), mailboxPage(await pageOptions(request, services), mails));
  });
}
