import { REGIONS } from '@recognition/recognition/places';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireActor, type Routes, type SignedIn } from '../http/route.ts';
import { csvStream, onePage } from '../stewardship/csv.ts';
import { FIGURES_HEADER, figureRows, figuresOf } from './figures.ts';

const tags = ['skills'];
const counts = z.object({ total: z.int(), anywhere: z.int(), byRegion: z.record(z.string(), z.int()) });
const figures = z
  .object({
    countedAt: z.iso.datetime().nullable(),
    items: z
      .array(
        z
          .object({
            uri: z.string(),
            scheme: z.string(),
            slug: z.string(),
            en: z.string(),
            mi: z.string().nullable(),
            roles: counts.meta({ description: 'Roles that need it; `anywhere` are those without a region.' }),
            outcomes: z.int().meta({ description: 'Outcomes in use that stand for it.' }),
            offerings: counts.meta({ description: 'Open offerings of those; `anywhere` are online or come to the workplace.' }),
            people: z
              .object({ total: z.int().nullable(), byRegion: z.record(z.string(), z.int().nullable()) })
              .meta({ description: 'People who hold it, to the nearest five; null is withheld. Never fewer than ten.' }),
          })
          .meta({ id: 'SkillFigures' }),
      )
      .readonly(),
  })
  .meta({ id: 'DemandFigures' });
const asked = z.object({ region: z.enum(REGIONS.map(({ slug }) => slug)).optional() });

/** Demand against supply by region, for employers, developers and stewards. */
export const demandRoutes: Routes = (app, services) => {
  app.get(
    '/api/v1/demand',
    {
      schema: {
        tags,
        summary: 'What employers need against what is there, by skill and region; no number of fewer than ten people',
        querystring: asked,
        response: { 200: figures },
      },
    },
    async (request) => figuresOf(services, reader(request).acting, request.query.region ?? null),
  );
  app.get(
    '/api/v1/demand/export',
    { schema: { tags, summary: 'The same as CSV: a line for each skill and region', querystring: asked } },
    async (request, reply) => {
      const { items } = await figuresOf(services, reader(request).acting, request.query.region ?? null);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="demand.csv"')
        .type('text/csv; charset=utf-8')
        .send(csvStream(FIGURES_HEADER, onePage(figureRows(items))));
    },
  );
};

function reader(request: FastifyRequest): SignedIn {
  return requireActor(request, 'employer', 'developer', 'steward');
}
