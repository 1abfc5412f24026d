import { setTimeout as after } from 'node:timers/promises';
import { sayer } from '@recognition/web/language';
import { z } from 'zod';
import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { askWallet, handleOf, readAnswer, walletAddress } from '../presentation/index.ts';
import { readCredential } from './credential-reading.ts';
import { html, pageOptions } from './page.ts';
import { verifyAnswerPage } from './verify.ts';
import { askWalletPage, waitWalletPage } from './wallet-check.ts';

/** How long, in seconds, a page that asks for the answer waits for it to come. */
const WAITS = 20;

/** Asks somebody's wallet for an award: a code to scan, and the answer where it comes. Without JavaScript and without an account. */
export function walletCheckPages(app: App, services: Services): void {
  app.get('/verify/wallet', { schema: { hide: true } }, async (request, reply) =>
    html(reply, askWalletPage(await pageOptions(request, services), null)),
  );

  app.post('/verify/wallet', { schema: { hide: true }, config: { csrf: false } }, async (request, reply) => {
    const { key } = await askWallet(services);
    return reply.header('referrer-policy', 'no-referrer').redirect(`/verify/wallet/${key}?lang=${request.language}`, 303);
  });

  const schema = {
    hide: true,
    params: z.object({ key: z.string().max(200) }),
    querystring: z.looseObject({ wait: z.enum(['1']).optional() }),
  };
  app.get('/verify/wallet/:key', { schema, exposeHeadRoute: false }, async (request, reply) => {
    const { key } = request.params;
    const options = { ...(await pageOptions(request, services)), hidden: true };
    const t = sayer(options.language);
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    let came = await readAnswer(services, key);
    for (let waited = 0; request.query.wait === '1' && came?.kind === 'waits' && waited < WAITS; waited += 1) {
      await after(1000);
      came = await readAnswer(services, key);
    }
    if (came === null) return html(reply.code(404), askWalletPage(options, t('wallet.past')));
    switch (came.kind) {
      case 'waits':
        return html(
          reply,
          waitWalletPage(options, {
            wallet: walletAddress(services, handleOf(services, key)),
            answer: `/verify/wallet/${encodeURIComponent(key)}?lang=${options.language}&wait=1`,
          }),
        );
      case 'declined':
        return html(reply, askWalletPage(options, t('wallet.declined')));
      case 'shown': {
        if (!readCredential(came.document).isAward) return html(reply, askWalletPage(options, t('wallet.no-award')));
        const at = services.clock.now().toISOString();
        return html(reply, verifyAnswerPage({ ...options, at, again: null }, came.answer, came.document));
      }
    }
  });
}
