import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Log } from '../operations/logging.ts';
import { Problem, problem } from './problem.ts';
import type { App } from './route.ts';
import { sentenceOf } from './sentences.ts';

/** Every failure leaves as a problem document (RFC 9457) with a stable code; what we did not foresee is logged, never shown. */
export function useProblems(app: App, log: Log): void {
  app.setErrorHandler((error, request, reply) => answer(known(error) ?? unforeseen(error, request, log), request, reply));
}

/** What fails before a request has an address, such as one that is not an address at all. */
export function answerOutside(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void answer(known(error) ?? problem('invalid-request', 400, 'The request is not as it should be.'), request, reply);
}

export function answer(failure: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { en, mi } = sentenceOf(failure.code, failure.message);
  const { retryAfter } = failure.extra;
  if (failure.status === 429) void reply.header('retry-after', typeof retryAfter === 'number' ? retryAfter : 60);
  return reply
    .code(failure.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      ...failure.extra,
      type: `/api/docs#${failure.code}`,
      title: request.language === 'mi' ? mi : en,
      status: failure.status,
      detail: request.language === 'mi' ? mi : failure.message,
      code: failure.code,
      instance: `/requests/${request.id}`,
    });
}

export function notFound(): Problem {
  return problem('not-found', 404, 'There is nothing at this address.');
}

/** The failure that an error is to a caller; null for what nobody foresaw. */
export function known(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const problems = error.validation.map((one) => ({
      path: `${error.validationContext ?? 'body'}${one.instancePath}`,
      message: one.message ?? 'is not as expected',
    }));
    return problem('invalid-request', 400, 'The request is not as it should be; "problems" says where.', { problems });
  }
  const code = word(error, 'code');
  if (code === 'session-ended') return problem('session-ended', 401, 'Your session has ended. Sign in again.');
  if (isDatabaseGone(error)) return problem('database-unavailable', 503, 'The database cannot be reached. Try again shortly.');
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return problem('request-too-large', 413, 'The request is larger than this address takes.');
  if (status === 415) return problem('unsupported-media-type', 415, 'This address does not take this kind of content.');
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    (error instanceof SyntaxError && status === 400)
  ) {
    return problem('malformed-json', 400, 'The body is not JSON.');
  }
  if (status === 404) return notFound();
  if (status >= 400 && status < 500) return problem('invalid-request', status, 'The request is not as it should be.');
  // What PostgreSQL cannot store as text is the sender's: a NUL, a broken surrogate, a number out of range.
  if (code === '22021' || code === '22P05' || code === '22003')
    return problem('invalid-request', 400, 'The request holds a character or number that cannot be kept.');
  return null;
}

function unforeseen(error: unknown, request: FastifyRequest, log: Log): Problem {
  log.error(
    {
      request: request.id,
      route: request.routeOptions.url ?? null,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    },
    'internal error',
  );
  return problem('internal-error', 500, `Something went wrong here. Tell us ${request.id}, and we can find it.`, {
    id: request.id,
  });
}

/** Connection refused or lost, server starting or stopping (SQLSTATE classes 08 and 57P). */
export function isDatabaseGone(error: unknown): boolean {
  const code = word(error, 'code') ?? '';
  const message = word(error, 'message') ?? '';
  return (
    (/^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08...|57P0[1-5]|53300)$/.test(code) &&
      (code !== 'ENOENT' || word(error, 'syscall') === 'connect')) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/.test(
      message,
    )
  );
}

function word(error: unknown, key: 'code' | 'message' | 'syscall'): string | null {
  if (typeof error !== 'object' || error === null || !(key in error)) return null;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : null;
}
