import { Readable } from 'node:stream';
import { createMcpHandler, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../../http/caller.ts';
import { known } from '../../http/errors.ts';
import type { Routes } from '../../http/route.ts';
import { makeLeases } from '../../operations/rate-limit.ts';
import type { Services } from '../../services.ts';
import { isForeign, whoAsks } from './access.ts';
import { MCP_PATH, RESOURCE_METADATA, resourceMetadata } from './discovery.ts';
import { mcpServer } from './server.ts';

/**
 * The Model Context Protocol over streamable HTTP, without sessions: 2026-07-28, and 2025 clients by the same address. Each message is answered
 * by a server of its own, so that nothing of one agent is ever seen by another.
 */
export const mcpRoutes: Routes = (app, services) => {
  const count = makeLeases(services.db);
  for (const path of [RESOURCE_METADATA, '/.well-known/oauth-protected-resource'])
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply
        .header('access-control-allow-origin', '*')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(resourceMetadata(services))),
    );
  void app.register(async (inner) => {
    // Failures before a message is read leave in JSON-RPC's own form.
    inner.setErrorHandler((error, _request, reply) => {
      const failure = known(error);
      if (failure?.code !== 'malformed-json') throw error;
      return sendError(reply, 400, -32_700, 'The body is not JSON.');
    });
    inner.route({
      method: ['POST', 'GET', 'DELETE'],
      url: MCP_PATH,
      schema: { hide: true },
      config: { csrf: false },
      handler: (request, reply) => serve(services, count, request, reply),
    });
  });
};

async function serve(
  services: Services,
  count: ReturnType<typeof makeLeases>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (isForeign(services, request.headers.origin))
    return sendError(reply, 403, -32_000, 'A page of another origin may not ask this.');
  const who = await whoAsks(services, request, reply);
  if (who === 'refused') return reply;
  const checking = (): Promise<void> => count(callerOf(request), services.settings.limits.verification);
  const handler = createMcpHandler(() => mcpServer(services, who.application, checking));
  const answer = await handler.fetch(toRequest(services, request), request.method === 'POST' ? { parsedBody: request.body } : {});
  return sendAnswer(reply, answer, handler);
}

function toRequest({ settings }: Services, request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !/^(?:content-length|transfer-encoding|connection|cookie|authorization)$/u.test(name))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return new Request(`${settings.url}${MCP_PATH}`, {
    method: request.method,
    headers,
    ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? null) } : {}),
  });
}

function sendAnswer(reply: FastifyReply, answer: Response, handler: McpHttpHandler): FastifyReply {
  for (const [name, value] of answer.headers) void reply.header(name, value);
  void reply.code(answer.status).serializer((body: unknown) => String(body));
  reply.raw.once('close', () => void handler.close());
  return answer.body === null ? reply.send('') : reply.send(Readable.from(answer.body, { objectMode: false }));
}

function sendError(reply: FastifyReply, status: number, code: number, message: string): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } }));
}
