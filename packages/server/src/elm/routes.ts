import { idParams } from '../award/schemas.ts';
import { requireLearner, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { takeRecord } from '../record/see-record.ts';
import { elmOfAward } from './elm-award.ts';
import { elmOfRecord } from './elm-record.ts';
import { ELM_SENTENCES } from './sentences.ts';

const tags = ['European Learning Model'];
const TYPE = 'application/ld+json; charset=utf-8';

/** A learner's own record and awards in the European Learning Model, to keep and to hand on. */
export const elmRoutes: Routes = (app, services) => {
  addSentences(ELM_SENTENCES);
  app.get(
    '/api/v1/learners/me/record/elm',
    { schema: { tags, summary: 'My record as a European Digital Credential, unsigned' } },
    async (request, reply) => {
      const { acting, learnerId } = requireLearner(request);
      const record = await takeRecord(services, acting);
      const elm = await elmOfRecord(
        services,
        (work) => services.db.as(acting, work),
        learnerId,
        record,
        record.learner?.name ?? null,
      );
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="record.jsonld"')
        .type(TYPE)
        .send(`${JSON.stringify(elm, null, 2)}\n`);
    },
  );

  app.get(
    '/api/v1/awards/:id/elm',
    {
      schema: {
        tags,
        summary: 'My award as a European Digital Credential, unsigned',
        params: idParams,
      },
    },
    async (request, reply) => {
      const { acting } = requireLearner(request);
      const { id } = request.params;
      const elm = await elmOfAward(services, (work) => services.db.as(acting, work), id);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="award-${id}.jsonld"`)
        .type(TYPE)
        .send(`${JSON.stringify(elm, null, 2)}\n`);
    },
  );
};
