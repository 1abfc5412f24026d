import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { achievementParams, idParams } from '../award/schemas.ts';
import { type App, requireAct, requireLearner, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { parBody, pushRequest } from './authorization.ts';
import type { Shown } from './bound-key.ts';
import { CONFIGURATIONS, issuerMetadata, serverMetadata, type What } from './configurations.ts';
import {
  credentialBody,
  deferredBody,
  giveNonce,
  issueDeferred,
  issueToWallet,
  notificationBody,
  takeNotification,
} from './credential.ts';
import { answerOAuth, OAuthError } from '../oauth/error.ts';
import { makeOffer, readOffer } from './offer.ts';
import { type CopyRow, copiesOf } from './queries.ts';
import { WALLET_SENTENCES } from './sentences.ts';
import { giveToken, tokenBody } from './token.ts';

const tags = ['Wallets'];
const offerView = z.object({ uri: z.string(), pin: z.string(), expiresAt: z.string() });
const copiesView = z.object({
  items: z.array(
    z.object({
      format: z.enum(['dc+sd-jwt', 'jwt_vc_json', 'ldp_vc']),
      keys: z.number(),
      at: z.string(),
      state: z.enum(['waiting', 'issued', 'accepted', 'failed', 'deleted']),
    }),
  ),
});

/** Into wallets (OpenID4VCI 1.0): what learners offer, and what wallets ask for. */
export const walletRoutes: Routes = (app, services) => {
  addSentences(WALLET_SENTENCES);
  offers(app, services, 'award', '/api/v1/awards/:id', idParams);
  offers(app, services, 'achievement', '/api/v1/learners/me/achievements/:id', achievementParams);
  walletDoor(app, services);
};

function offers(app: App, services: Services, what: What, path: string, params: typeof idParams): void {
  app.post(
    `${path}/offers`,
    { schema: { tags, summary: `Offer this ${what} to a wallet`, params, response: { 201: offerView } } },
    async (request, reply) => {
      const offer = await makeOffer(services, requireAct(request, 'claim'), what, request.params.id);
      return reply.code(201).header('cache-control', 'no-store').send(offer);
    },
  );
  app.get(
    `${path}/copies`,
    { schema: { tags, summary: `Copies of this ${what} that went into wallets`, params, response: { 200: copiesView } } },
    async (request) => {
      const { acting } = requireLearner(request);
      const rows = await services.db.as(acting, (tx) => copiesOf(tx, what, request.params.id));
      return {
        items: rows.map((row) => ({
          format: CONFIGURATIONS[row.configuration].format,
          keys: row.keys,
          at: row.at.toISOString(),
          state: stateOf(row),
        })),
      };
    },
  );
}

function stateOf({ waits, told }: CopyRow): 'waiting' | 'issued' | 'accepted' | 'failed' | 'deleted' {
  if (waits) return 'waiting';
  switch (told) {
    case 'credential_accepted':
      return 'accepted';
    case 'credential_failure':
      return 'failed';
    case 'credential_deleted':
      return 'deleted';
    case null:
      return 'issued';
  }
}

/** What wallets call. None of it knows a session; a wallet in a browser may call it from anywhere. */
function walletDoor(app: App, services: Services): void {
  const hidden = { schema: { hide: true }, config: { csrf: false } };
  const metadata = (path: string, document: () => object): void => {
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      fromAnywhere(reply).type('application/json').send(JSON.stringify(document())),
    );
  };
  metadata('/.well-known/openid-credential-issuer', () => issuerMetadata(services));
  metadata('/.well-known/oauth-authorization-server', () => serverMetadata(services));

  app.get(
    '/wallet/offers/:handle',
    { schema: { hide: true, params: z.object({ handle: z.string().max(200) }) } },
    async (request, reply) => {
      const offer = await readOffer(services, request.params.handle);
      return answerOAuth(fromAnywhere(reply), async () => {
        if (offer === null) throw new OAuthError('invalid_request', 'there is no such offer, or it is taken or past its time');
        return { status: 200, body: offer };
      });
    },
  );
  const posts: readonly (readonly [string, (request: FastifyRequest) => Promise<{ status: number; body: unknown }>])[] = [
    [
      '/wallet/par',
      async (request) => ({ status: 201, body: await pushRequest(services, parsed(parBody, request.body), shown(request)) }),
    ],
    [
      '/wallet/token',
      async (request) => ({ status: 200, body: await giveToken(services, parsed(tokenBody, request.body), shown(request)) }),
    ],
    ['/wallet/nonce', async () => ({ status: 200, body: await giveNonce(services) })],
    [
      '/wallet/credential',
      (request) => issueToWallet(services, shown(request), parsed(credentialBody, request.body, 'invalid_credential_request')),
    ],
    [
      '/wallet/deferred',
      (request) =>
        issueDeferred(services, shown(request), parsed(deferredBody, request.body, 'invalid_transaction_id').transaction_id),
    ],
    [
      '/wallet/notification',
      (request) =>
        takeNotification(services, shown(request), parsed(notificationBody, request.body, 'invalid_notification_request')),
    ],
  ];
  for (const [path, work] of posts) {
    app.post(path, hidden, async (request, reply) => answerOAuth(fromAnywhere(reply), () => work(request)));
    app.options(path, hidden, async (_request, reply) =>
      fromAnywhere(reply)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'authorization, content-type, dpop')
        .code(204)
        .send(),
    );
  }
}

function shown({ headers, routeOptions }: FastifyRequest): Shown {
  return { authorization: headers.authorization, dpop: headers['dpop'], path: routeOptions.url ?? '' };
}

function fromAnywhere(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}

function parsed<Of>(
  schema: z.ZodType<Of>,
  body: unknown,
  code: ConstructorParameters<typeof OAuthError>[0] = 'invalid_request',
): Of {
  const read = schema.safeParse(body ?? {});
  if (!read.success) throw new OAuthError(code, `the body is not as it should be: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  return read.data;
}
