import { z } from 'zod';
import type { Routes } from '../http/route.ts';
import { answerOAuth, OAuthError } from '../oauth/error.ts';
import { requestObject } from './ask.ts';
import { receivePresentation, responseBody } from './receive.ts';

const params = z.object({ handle: z.string().max(200) });
const asking = z.looseObject({
  wallet_nonce: z.string().max(500).optional(),
  wallet_metadata: z.string().max(20_000).optional(),
});
const metadata = z.looseObject({ response_modes_supported: z.array(z.string()).optional() });
const hidden = { schema: { hide: true, params }, config: { csrf: false } };

/** What a wallet says of itself; null where it says nothing that we understand. */
function metadataIn(text: string | undefined): z.infer<typeof metadata> | null {
  try {
    return metadata.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** What a wallet calls to be asked, and to answer (OpenID4VP 1.0). */
export const presentationRoutes: Routes = (app, services) => {
  const type = 'application/oauth-authz-req+jwt';
  app.get('/wallet/presentations/:handle', hidden, async (request, reply) => {
    const object = await requestObject(services, request.params.handle, { walletNonce: null, metadata: null });
    void reply.header('cache-control', 'no-store');
    return object === null ? reply.code(404).send() : reply.type(type).send(object);
  });
  app.post(
    '/wallet/presentations/:handle',
    { ...hidden, schema: { ...hidden.schema, body: asking.nullish() } },
    async (request, reply) => {
      const object = await requestObject(services, request.params.handle, {
        walletNonce: request.body?.wallet_nonce ?? null,
        metadata: metadataIn(request.body?.wallet_metadata),
      });
      void reply.header('cache-control', 'no-store');
      return object === null ? reply.code(404).send() : reply.type(type).send(object);
    },
  );
  app.post('/wallet/presentations/:handle/response', hidden, async (request, reply) =>
    answerOAuth(reply, async () => {
      const read = responseBody.safeParse(request.body ?? {});
      if (!read.success) throw new OAuthError('invalid_request', 'the body is not as it should be');
      return { status: 200, body: await receivePresentation(services, request.params.handle, read.data) };
    }),
  );
};
