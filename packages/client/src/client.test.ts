import { expect, test } from 'vitest';
import { addressOf, ApiError, createClient } from './index.ts';

function answering(...answers: readonly (Response | Error)[]) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  let at = 0;
  const client = createClient({
    language: () => 'mi',
    csrfToken: () => Promise.resolve('invented'),
    fetch: async (url, init) => {
      asked.push({ url: typeof url === 'string' ? url : '', init: init ?? {} });
      const answer = answers[at++];
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
      return answer;
    },
  });
  return { client, asked };
}

test('an address is filled in, and keeps what could break it apart', () => {
  expect(addressOf('/a/{id}/b/{c}', { id: 'x/y', c: 2 }, { q: 'ā b', level: [1, 2], none: undefined, empty: '' })).toBe(
    '/a/x%2Fy/b/2?q=%C4%81+b&level=1&level=2',
  );
  expect(addressOf('/a')).toBe('/a');
});

test('an unsafe call carries its key and the token of the session; a safe one does not', async () => {
  const { client, asked } = answering(
    new Response('{"id":"26-0000-0000-0000"}', { status: 201 }),
    new Response('{"items":[],"next":null}'),
  );
  await client.post('/api/v1/awards/{id}/answer', { path: { id: 'x' }, body: { text: 'invented' }, key: 'k-1' });
  await client.get('/api/v1/results/imports');
  const headers = asked.map(({ init }) => new Headers(init.headers));
  expect(headers[0]?.get('idempotency-key')).toBe('k-1');
  expect(headers[0]?.get('x-csrf-token')).toBe('invented');
  expect(headers[0]?.get('accept-language')).toBe('mi');
  expect(asked[0]?.init.body).toBe('{"text":"invented"}');
  expect(headers[1]?.has('idempotency-key')).toBe(false);
});

test('a problem document becomes an error with its code; no answer is called offline', async () => {
  const { client } = answering(
    new Response('{"code":"not-your-door","detail":"Your sign-in does not open this."}', { status: 403 }),
    new Response('<html>', { status: 502, statusText: 'Bad Gateway' }),
    new TypeError('network'),
  );
  const failures = [];
  for (let at = 0; at < 3; at += 1) failures.push(await client.get('/api/v1/session').catch((error: unknown) => error));
  expect(failures.map((error) => (error instanceof ApiError ? [error.status, error.code] : error))).toEqual([
    [403, 'not-your-door'],
    [502, 'http-502'],
    [0, 'offline'],
  ]);
});

test('a call that the caller gave up is not called offline', async () => {
  const stopped = new AbortController();
  stopped.abort();
  const { client } = answering(new DOMException('stopped', 'AbortError'));
  const failure = await client.get('/api/v1/session', { signal: stopped.signal }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DOMException);
});
