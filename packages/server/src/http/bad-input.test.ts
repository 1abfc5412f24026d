import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { loadDemonstrationCatalogue } from '../demonstration/catalogue/load.ts';
import { makeLog } from '../operations/logging.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { buildApp } from './app.ts';
import type { App } from './route.ts';
import { type Browser, browser } from './test-browser.ts';

let at: TestDatabase;
let app: App;
let folder: string;
const errors: string[] = [];
const examples: string[] = [];
const wrong = new Set<string>();
const DOCUMENT = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().regex(/^[a-z0-9-]+$/),
  instance: z.string(),
});
const people = new Map<string, Browser>();
const many = { calls: 1_000_000, seconds: 60 };
beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  const services = testServices(at, { settings: { dataFolder: folder } });
  await loadDemonstrationCatalogue(services);
  app = await buildApp(services, {
    log: makeLog('error', (line) => errors.push(line)),
    limits: {
      api: { ...LIMITS.api, ...many },
      signIn: { ...LIMITS.signIn, ...many },
      link: { ...LIMITS.link, ...many },
      verification: { ...LIMITS.verification, ...many },
      share: { ...LIMITS.share, ...many },
    },
  });
  people.set('nobody', browser(app));
  for (const id of ['marama', 'ngaio', 'tama', 'edith', 'kahu']) {
    const person = browser(app);
    await person.follow(`/sign-in?as=${id}`);
    people.set(id, person);
  }
});
afterAll(async () => {
  await app.close();
  await at.end();
  rmSync(folder, { recursive: true, force: true });
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const documentOf = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every route that the service describes. */
async function routes(): Promise<readonly { readonly method: (typeof METHODS)[number]; readonly path: string }[]> {
  const document = documentOf.parse((await browser(app).ask('GET', '/api/openapi.json')).body);
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    METHODS.filter((method) => method in operations).map((method) => ({ method, path })),
  );
}

const PARAMETERS = [
  'x',
  '0',
  '-1',
  '9223372036854775808',
  '1e400',
  '%00',
  '%F0%9F%92%A9',
  '%ED%A0%80',
  '__proto__',
  "';--",
  '..%2F..',
  'x'.repeat(250),
  '%',
];
const DEEP = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '"x"',
  '{"__proto__":{"x":1}}',
  DEEP,
  '{"name":"\\u0000","id":"\\ud800","from":"2023-02-31","nsn":1e400}',
  '{"name":',
];

describe('no address answers bad input with an internal error', () => {
  test('odd ids, numbers and queries in every address', async () => {
    for (const { method, path } of await routes()) {
      let asking: readonly string[] = [...people.keys()];
      for (const value of PARAMETERS) {
        const url = `${path.replaceAll(/\{[^}]+\}/g, value)}?limit=${value}&cursor=${value}&q=${value}&asOf=${value}&from=${value}`;
        asking = await askAll(asking, { method, path }, url, undefined);
        if (!path.includes('{') && method !== 'get') break;
      }
    }
    expect([[...wrong], examples.slice(0, 5), errors.slice(0, 5)]).toEqual([[], [], []]);
  }, 600_000);

  test('odd bodies to every address that takes one', async () => {
    for (const { method, path } of await routes()) {
      if (method === 'get') continue;
      let asking: readonly string[] = [...people.keys()];
      for (const body of BODIES) asking = await askAll(asking, { method, path }, path.replaceAll(/\{[^}]+\}/g, '1'), body);
    }
    expect([[...wrong], examples.slice(0, 5), errors.slice(0, 5)]).toEqual([[], [], []]);
  }, 600_000);
});

/** Refusals that look at who asks and at nothing that is asked (`http/route.ts`, `catalogue/actor.ts`). */
const DOORS: readonly unknown[] = ['sign-in-needed', 'not-your-door', 'role-needed', 'record-not-linked', 'stewards-only'];

/**
 * Asks as each of these people; answers who is worth asking again. Whom the door stopped stays stopped, whatever is in the letter: once is
 * enough, and of those one goes on, so that the door itself is tried with everything. Who was refused for what they asked about goes on too.
 */
async function askAll(
  names: readonly string[],
  route: { readonly method: (typeof METHODS)[number]; readonly path: string },
  url: string,
  body: string | undefined,
): Promise<readonly string[]> {
  const through: string[] = [];
  const stopped: string[] = [];
  for (const name of names) {
    const person = people.get(name);
    if (person === undefined) continue;
    (DOORS.includes(await ask(person, name, route, url, body)) ? stopped : through).push(name);
  }
  return [...stopped.slice(0, 1), ...through];
}

/** Asks, and notes what is not as it should be: an internal error, or a refusal that is no problem document. Answers the code of a problem. */
async function ask(
  person: Browser,
  name: string,
  { method, path }: { readonly method: (typeof METHODS)[number]; readonly path: string },
  url: string,
  body: string | undefined,
): Promise<unknown> {
  const verb = z.enum(['GET', 'POST', 'PUT', 'DELETE']).catch('PUT').parse(method.toUpperCase());
  const answer = await person.ask(verb, url, body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } });
  const type = String(answer.headers['content-type']);
  const problem = type.includes('application/problem+json') && DOCUMENT.safeParse(answer.body).success;
  // RFC 6749 has a form of its own for what a token request did wrong.
  const oauth = path === '/api/v1/oauth/token' && typeof answer.body['error'] === 'string';
  // And the standards of 1EdTech have one for everything.
  const register = path.startsWith('/ims/') && typeof answer.body['imsx_codeMajor'] === 'string';
  if (answer.status < 400 || (answer.status < 500 && (problem || oauth || register))) return answer.body['code'];
  wrong.add(`${answer.status} ${type} ${verb} ${path}`);
  examples.push(`${verb} ${url.slice(0, 100)} as ${name}, ${body?.slice(0, 60) ?? 'no body'}: ${answer.text.slice(0, 100)}`);
  return answer.body['code'];
}
