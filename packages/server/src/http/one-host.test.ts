import Fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { expect, test } from 'vitest';
import { makeLog } from '../operations/logging.ts';
import { useProblems } from './errors.ts';
import { useOneHost } from './one-host.ts';
import type { App } from './route.ts';

function served(url: string): App {
  const app: App = Fastify({ logger: false }).withTypeProvider<ZodTypeProvider>();
  useProblems(app, makeLog('silent'));
  useOneHost(app, { url });
  app.route({ method: ['GET', 'HEAD', 'POST'], url: '/*', handler: () => 'here' });
  return app;
}
const page = { accept: 'text/html,application/xhtml+xml' };

test('a page under another name of the machine leads to the address of the settings, query and all', async () => {
  const app = served('http://127.0.0.1:8080');
  for (const host of ['localhost:8080', '[::1]:8080', 'LOCALHOST:8080']) {
    const answer = await app.inject({ url: '/sign-in?as=marama&lang=mi', headers: { ...page, host } });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, 'http://127.0.0.1:8080/sign-in?as=marama&lang=mi']);
  }
  const doubled = await app.inject({ url: '//elsewhere.example/x', headers: { ...page, host: 'localhost:8080' } });
  expect(new URL(doubled.headers.location ?? 'http://127.0.0.1:8080').host).toBe('127.0.0.1:8080');
});

test('the other way round, and over HTTPS', async () => {
  const answer = await served('https://localhost:8443').inject({ url: '/', headers: { ...page, host: '127.0.0.1:8443' } });
  expect(answer.headers.location).toBe('https://localhost:8443/');
});

test('what a browser would change there is refused with where to go', async () => {
  const answer = await served('http://127.0.0.1:8080').inject({
    method: 'POST',
    url: '/api/v1/session/end',
    headers: { host: 'localhost:8080', origin: 'http://localhost:8080' },
  });
  expect(answer.statusCode).toBe(421);
  expect(answer.json()).toMatchObject({ code: 'other-address', detail: expect.stringContaining('http://127.0.0.1:8080') });
});

test.each([
  ['its own name', { ...page, host: '127.0.0.1:8080' }, 'GET'],
  ['another port, as a proxy has', { ...page, host: 'localhost:3000' }, 'GET'],
  ['another host', { ...page, host: 'records.example' }, 'GET'],
  ['no page', { accept: 'application/json', host: 'localhost:8080' }, 'GET'],
  ['a system with its token', { host: 'localhost:8080', authorization: 'Bearer x', origin: 'http://localhost:8080' }, 'POST'],
  ['a program that is no browser', { host: 'localhost:8080' }, 'POST'],
  ['no host at all', { ...page, host: '' }, 'GET'],
] as const)('%s is left alone', async (_, headers, method) => {
  expect((await served('http://127.0.0.1:8080').inject({ method, url: '/x', headers })).body).toBe('here');
});

test('a service with an address of its own is left alone', async () => {
  const answer = await served('https://records.example').inject({ url: '/', headers: { ...page, host: 'localhost:443' } });
  expect(answer.body).toBe('here');
});
