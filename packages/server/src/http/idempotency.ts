import { createHash, type Hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Services } from '../services.ts';
import { answer } from './errors.ts';
import { beginRequest, finishRequest, forgetRequest } from './queries.ts';
import { type Problem, problem } from './problem.ts';
import { callerOf } from './caller.ts';
import type { App } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while this request holds an idempotency key. */
    idempotency: { readonly client: string; readonly key: string; readonly streamed: Hash | null } | null;
  }
}

/**
 * A retry never doubles (contracts 7): a key is a client's own for 24 hours, and of its answer the status and the id are kept, never
 * the body. A failure is not kept, since it made nothing: the same key may try again.
 */
export function useIdempotency(app: App, services: Services): void {
  app.decorateRequest('idempotency', null);
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || !unsafe(request) || !request.url.startsWith('/api/v1/')) return undefined;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw problem('invalid-request', 400, 'Idempotency-Key takes 1 to 255 visible ASCII characters.', {
        problems: [{ path: 'headers/idempotency-key', message: 'is not a key' }],
      });
    }
    const client = callerOf(request);
    const before = await beginRequest(services.db, client, key, hashOf(request));
    switch (before.state) {
      case 'new':
        request.idempotency = { client, key, streamed: hashWhileRead(request) };
        return undefined;
      case 'other':
        throw reused();
      case 'in-flight':
        void reply.header('retry-after', '1');
        return answer(
          problem('request-in-flight', 409, 'The same request is still being worked on. Ask again in a moment.'),
          request,
          reply,
        );
      case 'done':
        if (request.body instanceof Readable && !(await hasDigest(request.body, before.streamed))) throw reused();
        void reply
          .code(before.status)
          .header('idempotent-replay', 'true')
          .serializer((body: unknown) => JSON.stringify(body));
        return before.status === 204
          ? reply.send()
          : reply.type('application/json; charset=utf-8').send(before.resource === null ? {} : { id: before.resource });
    }
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const held = request.idempotency;
    if (held === null) return payload;
    request.idempotency = null;
    if (reply.statusCode >= 400) await forgetRequest(services.db, held.client, held.key);
    else await finishRequest(services.db, held.client, held.key, reply.statusCode, idIn(payload), held.streamed?.digest());
    return payload;
  });
}

function unsafe(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
}

function reused(): Problem {
  return problem('idempotency-key-reused', 422, 'This Idempotency-Key was used for another request. Make a new key.');
}

/** Of an upload its address, kind and length; its bytes are hashed while they are read. */
function hashOf(request: FastifyRequest): Uint8Array {
  const content =
    request.body instanceof Readable
      ? `${request.headers['content-type']} ${request.headers['content-length'] ?? ''}`
      : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url}\n${content}`).digest();
}

/** Puts a hash between an upload and who reads it; null when the body is no upload. */
function hashWhileRead(request: FastifyRequest): Hash | null {
  const { body } = request;
  if (!(body instanceof Readable)) return null;
  const hash = createHash('sha256');
  request.body = Readable.from(passing(body, hash), { objectMode: false });
  return hash;
}

async function* passing(body: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    hash.update(piece);
    yield piece;
  }
}

/** Reads an upload that was sent again, to its end, and keeps nothing of it. */
async function hasDigest(body: AsyncIterable<Buffer>, digest: Uint8Array): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const piece of body) hash.update(piece);
  return hash.digest().equals(digest);
}

function idIn(payload: unknown): string | null {
  if (typeof payload !== 'string' || !payload.startsWith('{')) return null;
  const body: unknown = JSON.parse(payload);
  if (typeof body !== 'object' || body === null || !('id' in body)) return null;
  return typeof body.id === 'string' || typeof body.id === 'number' ? String(body.id) : null;
}
