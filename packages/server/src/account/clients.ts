import { randomUUID } from 'node:crypto';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { clientsOf, endClient, findClient, insertClient, replaceSecret } from './client-queries.ts';
import { newToken, openSession } from './session.ts';

export const SCOPES = ['results:write', 'results:read', 'record:read', 'catalogue:read', 'catalogue:write'] as const;
/** Scopes that no organisation can give itself: `nzrr client add` gives them, at the machine. */
export const OPERATOR_SCOPES = [...SCOPES, 'credentials:issue'] as const;
const TOKEN_SECONDS = 900;

type Administrator = Pick<SignedIn, 'accountId'> & { readonly organisationId: number };

export interface ClientView {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly scopes: string[];
  readonly madeAt: string;
  readonly usedAt: string | null;
}

/** The clients in force of an organisation, or of all (null); never a secret. */
export async function listClients(services: Services, organisationId: number | null): Promise<ClientView[]> {
  const rows = await services.db.asAccount((tx) => clientsOf(tx, organisationId));
  return rows.map(({ made_at: made, used_at: used, ...row }) => ({
    ...row,
    madeAt: made.toISOString(),
    usedAt: used?.toISOString() ?? null,
  }));
}

export async function makeClient(
  services: Services,
  by: Administrator,
  asked: { readonly name: string; readonly scopes: readonly string[] },
): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomUUID(), newToken()];
  await services.db.asAccount((tx) =>
    insertClient(tx, {
      id,
      secret,
      organisationId: by.organisationId,
      name: asked.name,
      scopes: asked.scopes,
      madeBy: by.accountId,
    }),
  );
  return { id, secret };
}

export async function rotateClient(services: Services, by: Administrator, id: string): Promise<{ id: string; secret: string }> {
  const secret = newToken();
  if (!(await services.db.asAccount((tx) => replaceSecret(tx, id, by.organisationId, secret))))
    throw problem('not-found', 404, 'There is no such client.');
  return { id, secret };
}

export async function revokeClient(services: Services, by: Administrator, id: string): Promise<void> {
  if (!(await services.db.asAccount((tx) => endClient(tx, id, by.organisationId))))
    throw problem('not-found', 404, 'There is no such client.');
}

export type TokenAnswer =
  | { readonly error: 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope' }
  | { readonly access_token: string; readonly token_type: 'Bearer'; readonly expires_in: number; readonly scope: string };

/** RFC 6749, 4.4 and 2.3.1: the client's name and secret by Basic or in the form; an opaque token for 15 minutes. */
export async function giveToken(
  services: Services,
  authorization: string | undefined,
  form: {
    readonly grant_type?: string | undefined;
    readonly scope?: string | undefined;
    readonly client_id?: string | undefined;
    readonly client_secret?: string | undefined;
  },
): Promise<TokenAnswer> {
  const { id, secret } = basic(authorization) ?? { id: form.client_id ?? '', secret: form.client_secret ?? '' };
  return services.db.asAccount(async (tx) => {
    const client = await findClient(tx, id, secret);
    if (client === null) return { error: 'invalid_client' };
    if (form.grant_type !== 'client_credentials') return { error: 'unsupported_grant_type' };
    const wanted = form.scope?.split(' ').filter((scope) => scope !== '') ?? client.scopes;
    if (wanted.some((scope) => !client.scopes.includes(scope))) return { error: 'invalid_scope' };
    const session = {
      kind: 'provider',
      accountId: null,
      clientId: id,
      learnerId: null,
      organisationId: client.organisation_id,
      roles: [],
      scopes: wanted,
      device: '',
      method: 'client',
    } as const;
    return {
      access_token: await openSession(tx, session, TOKEN_SECONDS),
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      scope: wanted.join(' '),
    };
  });
}

function basic(header: string | undefined): { readonly id: string; readonly secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret };
}
