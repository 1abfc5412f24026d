import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { OAuthError } from '../../oauth/error.ts';
import { isReturn } from '../../oauth/return-address.ts';
import { newSecret } from '../../oauth/secrets.ts';
import type { Services } from '../../services.ts';
import { insertClient } from './queries.ts';
import { readScopes, SCOPES } from './standards.ts';

const line = z.string().normalize('NFC').trim().min(1).max(200);
const address = z.url({ protocol: /^https?$/u }).max(2000);

/** What an application says of itself (RFC 7591, section 2). What we do not know is not kept. */
export const registrationBody = z.looseObject({
  client_name: line,
  redirect_uris: z.array(z.string().max(2000)).min(1).max(10),
  client_uri: address.optional(),
  logo_uri: address.optional(),
  tos_uri: address.optional(),
  policy_uri: address.optional(),
  software_id: z.string().max(200).optional(),
  software_version: z.string().max(200).optional(),
  contacts: z.array(z.string().max(200)).max(10).optional(),
  token_endpoint_auth_method: z.string().max(100).default('client_secret_basic'),
  grant_types: z.array(z.string().max(100)).max(10).default(['authorization_code']),
  response_types: z.array(z.string().max(100)).max(10).default(['code']),
  scope: z.string().max(2000).optional(),
});

const METHODS: readonly string[] = ['client_secret_basic', 'client_secret_post', 'none'];
const GRANTS: readonly string[] = ['authorization_code', 'refresh_token'];

/**
 * Registers an application by its own word, without a token (RFC 7591, section 3; Open Badges 3.0, section 7.1.1.2). It is given an id and,
 * unless it can keep none, a secret, which is not shown again; neither opens anything until a learner agrees. Throws OAuthError.
 */
export async function registerClient(services: Services, body: z.infer<typeof registrationBody>): Promise<object> {
  const refused = body.redirect_uris.find((one) => !isReturn(one));
  if (refused !== undefined)
    throw new OAuthError(
      'invalid_redirect_uri',
      'redirect_uris are https addresses, loopback addresses or ones of a scheme of your own, without a fragment',
    );
  if (!METHODS.includes(body.token_endpoint_auth_method))
    throw new OAuthError('invalid_client_metadata', `token_endpoint_auth_method is one of ${METHODS.join(', ')}`);
  if (!body.grant_types.includes('authorization_code') || !body.response_types.includes('code'))
    throw new OAuthError('invalid_client_metadata', 'there is the grant authorization_code with the response code');
  const scopes = body.scope === undefined ? SCOPES : readScopes(body.scope).known;
  if (scopes.length === 0) throw new OAuthError('invalid_client_metadata', 'scope names nothing that there is here');
  const clientId = randomUUID();
  const secret = body.token_endpoint_auth_method === 'none' ? null : newSecret(services, 'badge-client');
  const at = services.clock.now();
  await services.db.asBatch((tx) =>
    insertClient(tx, {
      clientId,
      secret: secret?.kept ?? null,
      name: body.client_name,
      home: body.client_uri ?? null,
      policy: body.policy_uri ?? null,
      terms: body.tos_uri ?? null,
      redirectUris: body.redirect_uris,
      scopes,
      at,
    }),
  );
  const said = Object.fromEntries(
    (['client_uri', 'logo_uri', 'tos_uri', 'policy_uri', 'software_id', 'software_version', 'contacts'] as const).flatMap(
      (name) => (body[name] === undefined ? [] : [[name, body[name]]]),
    ),
  );
  return {
    ...said,
    client_id: clientId,
    client_id_issued_at: Math.floor(at.getTime() / 1000),
    ...(secret === null ? {} : { client_secret: secret.secret, client_secret_expires_at: 0 }),
    client_name: body.client_name,
    redirect_uris: body.redirect_uris,
    token_endpoint_auth_method: body.token_endpoint_auth_method,
    grant_types: body.grant_types.filter((one) => GRANTS.includes(one)),
    response_types: ['code'],
    scope: scopes.join(' '),
  };
}
