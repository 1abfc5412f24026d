import type { FastifyReply } from 'fastify';

/** The errors of OAuth 2.0, RFC 7591, RFC 9126 and OpenID4VCI 1.0 that a client is told. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_client_metadata'
  | 'invalid_redirect_uri'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_target'
  | 'invalid_token'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_credential_request'
  | 'unknown_credential_configuration'
  | 'unknown_credential_identifier'
  | 'invalid_proof'
  | 'invalid_nonce'
  | 'invalid_dpop_proof'
  | 'invalid_encryption_parameters'
  | 'credential_request_denied'
  | 'invalid_transaction_id'
  | 'invalid_notification_id'
  | 'invalid_notification_request';

/** A failure in the form that wallets read (RFC 6749, section 5.2). The description is for whoever writes the wallet. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;
  readonly status: number;

  constructor(code: OAuthErrorCode, message: string) {
    super(message);
    this.name = 'OAuthError';
    this.code = code;
    this.status = code === 'invalid_token' || code === 'invalid_client' ? 401 : 400;
  }
}

/** Answers a client of OAuth: what `work` gives, never kept by anyone on the way; an `OAuthError` in its own form, all else as problems are. */
export async function answerOAuth(
  reply: FastifyReply,
  work: () => Promise<{ status: number; body: unknown }>,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store').serializer((body: unknown) => JSON.stringify(body));
  try {
    const { status, body } = await work();
    void reply.code(status);
    return status === 204 ? reply.send() : reply.type('application/json').send(body);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    if (error.code === 'invalid_token') void reply.header('www-authenticate', 'Bearer error="invalid_token"');
    if (error.code === 'invalid_dpop_proof') void reply.header('www-authenticate', 'DPoP error="invalid_dpop_proof"');
    return reply.code(error.status).type('application/json').send({ error: error.code, error_description: error.message });
  }
}
