import { answerOf, CredentialError, readEncryptedResponse, type VerificationAnswer } from '@recognition/credentials';
import { z } from 'zod';
import { examineForPublic } from '../award/verification.ts';
import type { Services } from '../services.ts';
import { isToken } from '../sharing/secret.ts';
import { OAuthError } from '../oauth/error.ts';
import { clientId, handleOf, hashOf, nonceOf, stateOf } from './ask.ts';
import { responseKey } from './response-key.ts';
import { findAsked, keepAnswer, openAsked, takeAsked } from './queries.ts';

/** `vp_token` is JSON as text in a form, and a value in what was encrypted. */
export const responseBody = z.looseObject({
  response: z.string().max(700_000).optional(),
  vp_token: z.union([z.string().max(500_000), z.looseObject({})]).optional(),
  state: z.string().max(2000).optional(),
  error: z.string().max(200).optional(),
});

/** A token, or a presentation with an embedded proof. */
const form = z.union([z.string(), z.looseObject({})]);
const presented = z.record(z.string(), z.union([form, z.array(form).length(1)]));

/**
 * Takes a wallet's answer (OpenID4VP 1.0, section 8.2): verified at once, for us and on our nonce, which is taken once. What is kept is the
 * answer with what was shown, sealed, for as long as the question stands. Throws OAuthError; a presentation that fails is an answer too.
 */
export async function receivePresentation(
  services: Services,
  handle: string,
  sent: z.infer<typeof responseBody>,
): Promise<object> {
  const hash = hashOf(services, isToken(handle) ? handle : '');
  const at = services.clock.now();
  const asked = await services.db.asBatch((tx) => openAsked(tx, hash, at));
  if (asked === null) throw new OAuthError('invalid_request', 'nobody asks for this any more');
  const body = sent.response === undefined ? sent : await opened(services, handle, sent.response);
  if (body.state !== stateOf(services, handle)) throw new OAuthError('invalid_request', 'the state is not that of the question');
  if (body.error !== undefined) {
    await settle(services, hash, { kind: 'declined' });
    return {};
  }
  const token = tokenOf(body.vp_token);
  const examination = await examineForPublic(services, token, {
    domain: clientId(services),
    ofHolder: true,
    takeNonce: async (nonce) =>
      nonce === nonceOf(services, handle) && (await services.db.asBatch((tx) => takeAsked(tx, hash, services.clock.now()))),
  }).catch((error: unknown) => {
    if (error instanceof CredentialError)
      throw new OAuthError('invalid_request', `vp_token holds no presentation: ${error.code}`);
    throw error;
  });
  const { document } = examination.credentials[0] ?? examination;
  await settle(services, hash, { kind: 'shown', answer: answerOf(examination), document });
  return {};
}

/** What stands in an encrypted answer (`direct_post.jwt`). */
async function opened(services: Services, handle: string, response: string): Promise<z.infer<typeof responseBody>> {
  const parameters = await readEncryptedResponse(response, responseKey(services, handle).own).catch((error: unknown) => {
    if (error instanceof CredentialError) return null;
    throw error;
  });
  const read = responseBody.safeParse(parameters);
  if (parameters === null || !read.success)
    throw new OAuthError('invalid_request', 'the response is not encrypted to the key of the question');
  return read.data;
}

function tokenOf(given: string | object | undefined): string | object {
  let value: unknown = given;
  try {
    if (typeof given !== 'object') value = JSON.parse(given ?? '');
  } catch {
    value = null;
  }
  const read = presented.safeParse(value);
  const [first] = read.success ? Object.values(read.data).flat() : [];
  if (first === undefined) throw new OAuthError('invalid_request', 'vp_token holds no presentation of what was asked for');
  return first;
}

/** What came of a question: it waits, the wallet said no, or something was shown, verified or not. */
export type Came =
  | { readonly kind: 'waits' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'shown'; readonly answer: VerificationAnswer; readonly document: unknown };

async function settle(services: Services, hash: Uint8Array, came: Came): Promise<void> {
  const { cipher, keyId } = services.keys.encrypt('evidence', new TextEncoder().encode(JSON.stringify(came)));
  await services.db.asBatch(async (tx) => {
    await takeAsked(tx, hash, services.clock.now());
    await keepAnswer(tx, hash, { cipher, keyId });
  });
}

const outcome = z.enum(['pass', 'fail', 'unknown', 'not-applicable']);
const answer: z.ZodType<VerificationAnswer> = z.lazy(() =>
  z.object({
    answer: z.enum(['verified', 'not-verified', 'inconclusive']),
    checks: z.array(
      z.object({
        check: z.enum(['format', 'schema', 'proof', 'issuer', 'recognised', 'status', 'validity', 'log']),
        outcome,
        detail: z.string(),
      }),
    ),
    credentials: z.array(answer),
  }),
);
const came = z.union([
  z.object({ kind: z.literal('declined') }),
  z.object({ kind: z.literal('shown'), answer, document: z.unknown() }),
]);

/** What came of the question, for whoever holds its key; null when it is past its time or was never asked. */
export async function readAnswer(services: Services, key: string): Promise<Came | null> {
  const hash = hashOf(services, isToken(key) ? handleOf(services, key) : '');
  const row = await services.db.asBatch((tx) => findAsked(tx, hash, services.clock.now()));
  if (row === null) return null;
  if (row.cipher === null || row.keyId === null) return { kind: 'waits' };
  return came.parse(JSON.parse(new TextDecoder().decode(services.keys.decrypt('evidence', row.keyId, row.cipher))));
}
