import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from './route.ts';

/** OpenAPI 3.1 at /api/openapi.json, made from the routes' own schemas. Register before the routes. */
export async function useOpenApi(app: App, url: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Recognition Repository',
        version: '1',
        description: 'Outcomes, results, records, awards and their verification.',
      },
      servers: [{ url }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'From POST /api/v1/oauth/token.' },
          session: { type: 'apiKey', in: 'cookie', name: url.startsWith('https:') ? '__Host-session' : 'session' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** The document itself; `pages/api-docs.ts` makes it readable. */
export function useDocs(app: App): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
}
