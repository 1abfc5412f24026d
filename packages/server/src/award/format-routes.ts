import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireLearner } from '../http/route.ts';
import { learnerName } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { FORMATS, KINDS, takeAs, type Taken, typeMetadata } from './formats.ts';
import { learnerRecord } from './learner-record.ts';
import { credentialOfAchievement, holderOf } from './outcome-credential.ts';
import { achievementParams, idParams } from './schemas.ts';
import { openAward } from './view.ts';

const tags = ['Awards'];
const asked = z.object({ format: z.enum(FORMATS).default('ldp_vc') });
const ids = z
  .string()
  .max(20_000)
  .regex(/^[0-9A-Z,-]*$/u)
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .optional();
const recordAsked = z.object({
  format: z.enum(['ldp_vc', 'vc+jwt']).default('ldp_vc'),
  /** Achievements and awards, by commas; neither: the whole record. */
  achievements: ids,
  awards: ids,
  named: z.enum(['true', 'false']).default('false'),
});

/** Credentials in every form in which they can be taken. */
export function formatRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/awards/:id/credential',
    { schema: { tags, summary: 'The credential of an award, to keep and to show', params: idParams, querystring: asked } },
    async (request, reply) => {
      const { format } = request.query;
      // An SD-JWT takes a place in a list, which is more than reading.
      const { acting, learnerId } = format === 'dc+sd-jwt' ? requireAct(request, 'claim') : requireLearner(request);
      const { id } = request.params;
      const page = `${services.settings.url}/verify?award=${id}`;
      const taken = await services.db.as(acting, async (tx) => {
        const { credential } = await openAward(tx, id);
        return takeAs(services, tx, credential, { format, learnerId, page });
      });
      return send(reply, taken, `award-${id}`);
    },
  );

  app.get(
    '/api/v1/learners/me/achievements/:id/credential',
    { schema: { tags, summary: 'The credential of one achievement', params: achievementParams, querystring: asked } },
    async (request, reply) => {
      const { acting, learnerId } = requireAct(request, 'claim');
      const { id } = request.params;
      const { format } = request.query;
      const holder = await holderOf(services, learnerId);
      const taken = await services.db.as(acting, async (tx) => {
        const credential = await credentialOfAchievement(services, tx, holder, id);
        return takeAs(services, tx, credential, { format, learnerId, page: `${services.settings.url}/verify` });
      });
      return send(reply, taken, `achievement-${id}`);
    },
  );

  app.get(
    '/api/v1/learners/me/clr',
    {
      schema: {
        tags,
        summary: 'The record, or a chosen part of it, as one Comprehensive Learner Record (CLR 2.0)',
        querystring: recordAsked,
      },
    },
    async (request, reply) => {
      const { acting, learnerId } = requireAct(request, 'claim');
      const { format, achievements, awards, named } = request.query;
      const holder = await holderOf(services, learnerId);
      const chosen =
        achievements === undefined && awards === undefined ? null : { achievements: achievements ?? [], awards: awards ?? [] };
      const name = named === 'true' ? await learnerName(services, learnerId) : null;
      const taken = await services.db.as(acting, async (tx) => {
        const credential = await learnerRecord(services, tx, holder, { chosen, name });
        return takeAs(services, tx, credential, { format, learnerId, page: services.settings.url });
      });
      return send(reply, taken, 'record-of-achievement');
    },
  );

  app.get(
    '/credentials/types/:kind',
    { schema: { hide: true, params: z.object({ kind: z.string().max(40) }) } },
    async (request, reply) => {
      const kind = KINDS.find((one) => one === request.params.kind);
      if (kind === undefined) throw problem('not-found', 404, 'There is no such type of credential.');
      return reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(JSON.stringify(typeMetadata(services, kind)));
    },
  );
}

function send(reply: FastifyReply, { body, type, extension }: Taken, name: string): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}.${extension}"`).send(body);
}
