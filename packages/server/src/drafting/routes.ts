import { z } from 'zod';
import { requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { countCall, type Limit } from '../operations/rate-limit.ts';
import { decide, draftFor, listDrafts, showSummaries, writeSummary } from './draft.ts';
import { decisionBody, draftAsked, draftParams, draftView, modelView, params, summariesView, summaryWritten } from './schemas.ts';
import { DRAFTING_SENTENCES } from './sentences.ts';

const tags = ['drafting'];
const DEVELOPERS = [['developer', 'steward'], 'developer', 'steward'] as const;
/** A model costs its operator money. */
const DRAFTS: Limit = { bucket: 'model-draft', calls: 40, seconds: 3600 };

/** What a language model drafts for a definition, where one is set up, and what people say to it. */
export const draftingRoutes: Routes = (app, services) => {
  addSentences(DRAFTING_SENTENCES);
  app.get(
    '/api/v1/language-model',
    { schema: { tags, summary: 'Whether a language model may draft here', response: { 200: modelView } } },
    async () => ({ on: services.settings.languageModel !== null, model: services.settings.languageModel?.name ?? null }),
  );
  app.get(
    '/api/v1/outcomes/:id/drafts',
    {
      schema: {
        tags,
        summary: 'What a language model drafted for a definition of yours, the newest first',
        params,
        response: { 200: z.object({ items: z.array(draftView) }) },
      },
    },
    async (request) => ({ items: await listDrafts(services, requireRole(request, ...DEVELOPERS), request.params.id) }),
  );
  app.post(
    '/api/v1/outcomes/:id/drafts',
    {
      schema: {
        tags,
        summary: 'Have the language model draft the skills or a plain summary; the definition stays as it is',
        params,
        body: draftAsked,
        response: { 201: draftView },
      },
    },
    async (request, reply) => {
      const actor = requireRole(request, ...DEVELOPERS);
      await countCall(services.db, actor.actor, DRAFTS);
      const { kind, lang } = request.body;
      return reply.code(201).send(await draftFor(services, actor, request.params.id, kind, lang));
    },
  );
  app.post(
    '/api/v1/outcomes/:id/drafts/:draft/decision',
    {
      schema: {
        tags,
        summary: 'Accept a draft, or refuse it; an accepted summary stands with its mark',
        params: draftParams,
        body: decisionBody,
        response: { 200: draftView },
      },
    },
    async (request) =>
      decide(services, requireRole(request, ...DEVELOPERS), request.params.id, Number(request.params.draft), request.body),
  );
  app.get(
    '/api/v1/outcomes/:id/summaries',
    {
      schema: {
        tags,
        summary: 'The plain summaries of a definition, each with whether a language model drafted it; open to everybody',
        params,
        response: { 200: summariesView },
      },
    },
    async (request) => showSummaries(services, readerOf(request.signedIn), request.params.id),
  );
  app.put(
    '/api/v1/outcomes/:id/summaries',
    {
      schema: {
        tags,
        summary: 'Write the plain summary of a definition yourself, or take it away',
        params,
        body: summaryWritten,
        response: { 200: summariesView },
      },
    },
    async (request) => {
      const { lang, text } = request.body;
      return writeSummary(services, requireRole(request, ...DEVELOPERS), request.params.id, lang, text);
    },
  );
};

/** Developers and stewards see what they write; everybody else sees what everybody sees. */
function readerOf(signedIn: SignedIn | null): SignedIn | null {
  return signedIn !== null && (signedIn.kind === 'developer' || signedIn.kind === 'steward') ? signedIn : null;
}
