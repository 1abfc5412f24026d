import { z } from 'zod';
import type { App } from '../http/route.ts';
import { AUDIENCES } from '../offering/offering.ts';
import { offeringView } from '../offering/schemas.ts';
import type { Services } from '../services.ts';
import { closingOf } from './closing.ts';
import { relation } from './held-schemas.ts';

const closing = z
  .object({
    skill: z.string(),
    outcomes: z
      .array(
        z.object({
          lineage: z.string(),
          code: z.string(),
          version: z.int().nullable(),
          name: z.string(),
          level: z.int().nullable(),
          credits: z.int(),
          relation,
        }),
      )
      .readonly()
      .meta({ description: 'Outcomes in use that stand for it, those that show it in practice first.' }),
    offerings: z
      .array(offeringView.extend({ cents: z.int().nullable(), km: z.int().nullable() }))
      .readonly()
      .meta({ description: 'Open offerings of them, the best of the order first.' }),
  })
  .meta({ id: 'GapClosing' });

/** Which outcomes and offerings would close a gap in skills, open to everybody. */
export function closingRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/skills/closing',
    {
      config: { csrf: false },
      schema: {
        tags: ['skills'],
        summary: 'For skills that are missing: the outcomes that stand for them, and the open offerings that teach those',
        body: z.object({
          skills: z.array(z.string().max(500)).min(1).max(100),
          near: z.string().max(60).nullable().default(null).meta({ description: 'A slug of our towns.' }),
          order: z.enum(['cheapest', 'nearest']).default('cheapest'),
          audience: z.enum(AUDIENCES).default('adult'),
        }),
        response: { 200: z.object({ items: z.array(closing).readonly() }) },
      },
    },
    async ({ body }) => ({ items: await closingOf(services, { ...body, skills: [...new Set(body.skills)] }) }),
  );
}
