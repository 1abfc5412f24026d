import type { FastifyReply } from 'fastify';
import { Problem } from '../../http/problem.ts';

const MINOR: Readonly<Record<number, string>> = {
  401: 'unauthorizedrequest',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_allowed',
  406: 'not_acceptable',
  429: 'server_busy',
  503: 'server_busy',
};

/** A failure as 1EdTech's services tell it (Open Badges 3.0, B.5.5 Imsx_StatusInfo); our own stable code begins what it says. */
export function statusInfo({ status, code, message }: Problem): object {
  const minor = MINOR[status] ?? (status < 500 ? 'invalid_data' : 'internal_server_error');
  return {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: `${code}: ${message}`,
    imsx_codeMinor: {
      imsx_codeMinorField: [
        {
          imsx_codeMinorFieldName: 'TargetEndSystem',
          imsx_codeMinorFieldValue: code === 'invalid-query' ? 'invalid_query_parameter' : minor,
        },
      ],
    },
  };
}

/** Answers with it. A failure of a token says how to come by one (RFC 6750, section 3). */
export function answerStatus(reply: FastifyReply, failure: Problem): FastifyReply {
  const { retryAfter } = failure.extra;
  if (failure.status === 429) void reply.header('retry-after', typeof retryAfter === 'number' ? retryAfter : 60);
  if (failure.status === 401) void reply.header('www-authenticate', 'Bearer error="invalid_token"');
  if (failure.status === 403) void reply.header('www-authenticate', 'Bearer error="insufficient_scope"');
  return reply
    .code(failure.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(statusInfo(failure));
}
