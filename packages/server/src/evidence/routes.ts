import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Problem, problem } from '../http/problem.ts';
import { type App, requireAct, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { keepForeign } from './foreign.ts';
import { keepLink } from './links.ts';
import { dropItem, type EvidenceContent, ownContent, portfolioOf } from './portfolio.ts';
import { receiveFile } from './receive.ts';
import { fileQuery, foreignQuery, itemParams, keptForeign, keptItem, newForeign, newLink, portfolio } from './schemas.ts';
import { EVIDENCE_SENTENCES } from './sentences.ts';

const tags = ['evidence'];

/** What a learner keeps to show what they can do. */
export const evidenceRoutes: Routes = (app, services) => {
  addSentences(EVIDENCE_SENTENCES);
  app.get(
    '/api/v1/learners/me/evidence',
    { schema: { tags, summary: 'My evidence, and who opened it', response: { 200: portfolio } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return portfolioOf(services, requireAct(request, 'share'));
    },
  );
  app.post(
    '/api/v1/learners/me/evidence/links',
    { schema: { tags, summary: 'Keep a link as evidence', body: newLink, response: { 201: keptItem } } },
    async (request, reply) => reply.code(201).send(await keepLink(services, requireAct(request, 'share'), request.body)),
  );
  app.post(
    '/api/v1/learners/me/evidence/credentials',
    {
      schema: {
        tags,
        summary: 'Keep a credential of another issuer as proof, or as a document with what the checks said',
        body: newForeign,
        response: { 201: keptForeign },
      },
    },
    async (request, reply) => reply.code(201).send(await keepForeign(services, requireAct(request, 'share'), request.body)),
  );
  app.get(
    '/api/v1/learners/me/evidence/:id/content',
    { schema: { tags, summary: 'The file of a piece of my evidence', params: itemParams } },
    async (request, reply) => sendContent(reply, await ownContent(services, requireAct(request, 'share'), request.params.id)),
  );
  app.delete(
    '/api/v1/learners/me/evidence/:id',
    {
      schema: { tags, summary: 'Remove a piece of my evidence, with its file', params: itemParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await dropItem(services, requireAct(request, 'share'), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.register(async (scope) => uploadRoutes(scope as App, services));
};

/** A file as a download and never as a page of ours, whatever is in it. */
export function sendContent(reply: FastifyReply, { title, mediaType, content }: EvidenceContent): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(title).replaceAll("'", '%27')}`)
    .type(mediaType)
    .send(content);
}

/** In a scope of its own: only here a body is a stream, whose size is counted while it comes. */
function uploadRoutes(app: App, services: Services): void {
  const type = 'application/octet-stream';
  if (!app.hasContentTypeParser(type)) app.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  app.post(
    '/api/v1/learners/me/evidence/files',
    {
      schema: {
        tags,
        summary: 'Keep a file as evidence: its bytes as application/octet-stream, judged by its content while it comes',
        querystring: fileQuery,
        response: { 201: keptItem },
      },
    },
    async (request, reply) => {
      const learner = requireAct(request, 'share');
      const body: unknown = request.body;
      if (!(body instanceof Readable))
        throw problem('unsupported-media-type', 415, 'Send the file itself, as application/octet-stream.');
      const declared = Number(request.headers['content-length'] ?? Number.NaN);
      const about = { title: request.query.title, declaredBytes: Number.isSafeInteger(declared) ? declared : null };
      try {
        return await reply.code(201).send(await receiveFile(services, learner, body, about));
      } catch (error) {
        // What is refused is not waited for: the connection ends with the answer.
        if (error instanceof Problem) void reply.header('connection', 'close');
        throw error;
      }
    },
  );
  app.post(
    '/api/v1/learners/me/evidence/credentials/files',
    {
      schema: {
        tags,
        summary:
          'The same as a file, its bytes as application/octet-stream: a baked PNG or SVG, a PDF that carries a credential, or its text',
        querystring: foreignQuery,
        response: { 201: keptForeign },
      },
    },
    async (request, reply) => {
      const learner = requireAct(request, 'share');
      const { title, asDocument } = request.query;
      const document = await wholeOf(request.body);
      return reply.code(201).send(await keepForeign(services, learner, { document, title: title ?? null, asDocument }));
    },
  );
}

/** The largest credential that is read as a file, in bytes: a picture or a PDF with one in it. */
const LARGEST_CREDENTIAL = 10 * 1024 * 1024;

async function wholeOf(body: unknown): Promise<Uint8Array> {
  if (!(body instanceof Readable))
    throw problem('unsupported-media-type', 415, 'Send the file itself, as application/octet-stream.');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    if (!(piece instanceof Uint8Array)) throw problem('unsupported-media-type', 415, 'Send the file itself.');
    size += piece.length;
    if (size > LARGEST_CREDENTIAL) throw problem('credential-unreadable', 422, 'This file is larger than a credential may be.');
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}
