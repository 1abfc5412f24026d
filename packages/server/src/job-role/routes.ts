import { z } from 'zod';
import { requireRole, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { bringJobRoles } from './bring.ts';
import { findJobRoles, jobRoleWithSkills } from './find.ts';
import { sourcesOf } from './queries.ts';
import { bringBody, brought, roleDetail, roleLine, roleSource } from './schemas.ts';

const tags = ['employers'];
/** The largest file of roles here is 2 MB; JSON doubles a quote. */
const MOST_BYTES = 64_000_000;

/** Job roles of public frameworks: searched and read by everybody, brought by stewards. */
export const jobRoleRoutes: Routes = (app, services) => {
  addSentences({
    'job-role-not-found': { en: 'There is no such job role.', mi: 'Kāore he tūranga mahi pēnei.' },
    'no-roles': {
      en: 'No job role could be taken from these files, so nothing was changed.',
      mi: 'Kāore he tūranga mahi i taea te tango i ēnei kōnae, nō reira kāore he mea i panonihia.',
    },
  });
  app.get(
    '/api/v1/job-roles',
    {
      schema: {
        tags,
        summary: 'Search the job roles of the public frameworks that are loaded',
        querystring: z.object({
          q: z.string().max(200).default(''),
          source: z.string().max(40).optional(),
          limit: z.coerce.number().int().min(1).max(100).default(20),
        }),
        response: { 200: z.object({ items: z.array(roleLine) }) },
      },
    },
    async ({ query: { q, source, limit } }) => ({ items: await findJobRoles(services, { q, source: source ?? null, limit }) }),
  );
  app.get(
    '/api/v1/job-roles/:id',
    {
      schema: {
        tags,
        summary: 'A job role with the skills it needs: those that its source says, else suggestions from its words',
        params: z.object({ id: z.string().regex(/^[0-9]{1,9}$/u) }),
        response: { 200: roleDetail },
      },
    },
    async ({ params: { id } }) => jobRoleWithSkills(services, { id: Number(id) }),
  );
  app.get(
    '/api/v1/job-roles/sources',
    {
      schema: {
        tags,
        summary: 'The sources of job roles that are loaded',
        response: { 200: z.object({ items: z.array(roleSource) }) },
      },
    },
    async () => {
      const found = await services.db.asPublic(sourcesOf);
      return { items: found.map(({ content: _content, loadedAt, ...one }) => ({ ...one, loadedAt: loadedAt.toISOString() })) };
    },
  );
  app.post(
    '/api/v1/job-roles/sources/:source/versions',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        summary: 'Bring a version of a source of job roles, all of it or nothing (stewards)',
        params: z.object({ source: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u) }),
        body: bringBody,
        response: { 200: brought },
      },
    },
    async (request) => {
      const actor = requireRole(request, ['steward'], 'steward');
      const { files, ...rest } = request.body;
      const encoder = new TextEncoder();
      const answer = await bringJobRoles(services, actor, {
        ...rest,
        source: request.params.source,
        files: files.map(({ name, content }) => ({ name, bytes: encoder.encode(content) })),
      });
      return { ...answer, left: { ...answer.left }, notTaken: [...answer.notTaken] };
    },
  );
};
