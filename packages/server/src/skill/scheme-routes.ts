import { z } from 'zod';
import { cursorOf, paging, readCursor } from '../http/paging.ts';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { listChanges, listVersions } from './detail.ts';
import { bringScheme } from './scheme/bring-scheme.ts';
import { SCHEME_FORMATS } from './scheme/index.ts';

const tags = ['skills'];
/** The largest scheme file here is 2 MB; JSON doubles a quote. */
const MOST_BYTES = 64_000_000;
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);
const params = z.object({ scheme: slug });
const version = z.string().trim().min(1).max(60);

const answer = z.object({
  scheme: z.string(),
  version: z.string(),
  supersedes: z.string().nullable(),
  rows: z.int(),
  concepts: z.int(),
  added: z.int(),
  changed: z.int(),
  retired: z.int(),
  returned: z.int(),
  unchanged: z.int(),
  left: z.record(z.string(), z.int()).meta({ description: 'How many rows or links were not taken, by reason.' }),
  notTaken: z
    .array(z.object({ file: z.string(), row: z.int(), code: z.string(), message: z.string(), detail: z.string() }))
    .meta({ description: 'The first 1,000 of them.' }),
});
const brought = answer.meta({ id: 'SkillSchemeBrought' });

/** The versions of skill schemes: read by everybody, brought by stewards. */
export function schemeRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/skills/schemes/:scheme/versions',
    {
      schema: {
        tags,
        summary: 'The versions of a skill scheme that were loaded, the newest first, with what each changed',
        params,
        response: {
          200: z.object({
            items: z.array(
              z
                .object({ version: z.string(), files: z.array(z.string()), loadedAt: z.string(), answer })
                .meta({ id: 'SkillSchemeVersion' }),
            ),
          }),
        },
      },
    },
    async ({ params: { scheme } }) => {
      const items = await listVersions(services, scheme);
      return { items: items.map((one) => ({ ...one, answer: answer.parse(one.answer) })) };
    },
  );

  app.get(
    '/api/v1/skills/schemes/:scheme/versions/:version/changes',
    {
      schema: {
        tags,
        summary: 'What a version of a skill scheme added, changed and retired',
        params: params.extend({ version }),
        querystring: z.object(paging),
        response: {
          200: z.object({
            items: z.array(
              z
                .object({
                  uri: z.string(),
                  change: z.enum(['added', 'changed', 'retired', 'returned']),
                  en: z.string(),
                  slug: z.string(),
                  was: z.object({ label: z.string(), description: z.string().nullable() }).nullable(),
                })
                .meta({ id: 'SkillChange' }),
            ),
            next: z.string().nullable(),
          }),
        },
      },
    },
    async ({ params: { scheme, version: of }, query: { cursor, limit } }) => {
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? [''];
      const { items, next } = await listChanges(services, scheme, of, after, limit);
      const was = z.object({ label: z.string(), description: z.string().nullable() }).nullable();
      return { items: items.map((one) => ({ ...one, was: was.parse(one.was) })), next: next === null ? null : cursorOf([next]) };
    },
  );

  app.post(
    '/api/v1/skills/schemes/:scheme/versions',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        summary: 'Bring a version of a skill scheme, all of it or nothing (stewards)',
        description:
          'The same files again change nothing. A newer version supersedes the held one: what it lacks is retired and stays readable.',
        params,
        body: z.object({
          from: z.enum(SCHEME_FORMATS),
          version: version.optional().meta({ description: 'Needed where the files do not say it.' }),
          uri: z.url().max(300).optional().meta({ description: 'The address of the scheme, where the files do not say it.' }),
          nameEn: z.string().trim().min(1).max(200).optional(),
          nameMi: z.string().trim().min(1).max(200).optional(),
          files: z
            .array(z.object({ name: z.string().min(1).max(200), content: z.string().min(1) }))
            .min(1)
            .max(20),
        }),
        response: { 200: brought },
      },
    },
    async (request) => {
      const actor = requireRole(request, ['steward'], 'steward');
      const { files, ...rest } = request.body;
      const encoder = new TextEncoder();
      const answered = await bringScheme(services, actor, {
        ...rest,
        scheme: request.params.scheme,
        files: files.map(({ name, content }) => ({ name, bytes: encoder.encode(content) })),
      });
      return { ...answered, left: { ...answered.left }, notTaken: answered.notTaken.map((one) => ({ ...one })) };
    },
  );
}
