import { Parser } from 'commonmark';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { ADDRESSES_A_PART, sitemapIndex, sitemapPart } from './for-programs.ts';

let at: TestDatabase;
let app: App;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  app = await buildApp(testServices(at));
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const get = async (url: string, headers: Record<string, string> = {}) => {
  const {
    statusCode,
    body,
    headers: given,
  } = await app.inject({ method: 'GET', url, headers: { host: '127.0.0.1:8080', ...headers } });
  return { status: statusCode, body, type: String(given['content-type']), link: String(given['link']) };
};

test('the sitemap leads to every definition that is listed, each of which is Markdown too', async () => {
  const index = await get('/sitemap.xml');
  const [, part = ''] = /<loc>http:\/\/127\.0\.0\.1:8080([^<]+)<\/loc>/u.exec(index.body) ?? [];
  const { body } = await get(part);
  const [, page = ''] = /<loc>http:\/\/127\.0\.0\.1:8080(\/catalogue\/[^<]+\/(?:\d+|unstated))<\/loc>/u.exec(body) ?? [];
  expect(page).not.toBe('');
  const markdown = await get(`${page}.md`);
  expect(markdown).toMatchObject({ status: 200, type: 'text/markdown; charset=utf-8' });
  expect(new Parser().parse(markdown.body).firstChild?.type).toBe('heading');
  const asked = await get(page, { accept: 'text/markdown, text/html;q=0.8' });
  expect(asked.body).toBe(markdown.body);
  expect(asked.link).toBe(`<${page}.md>; rel="alternate"; type="text/markdown"`);
  expect((await get(`${page.replace(/[^/]+$/u, '')}987654.md`)).status).toBe(404);
});

test('robots and llms.txt say where things are, in words that never change with the catalogue', async () => {
  const robots = await get('/robots.txt');
  expect(robots.body).toContain('Sitemap: http://127.0.0.1:8080/sitemap.xml');
  expect(robots.body).toContain('Disallow: /record');
  const llms = await get('/llms.txt');
  expect(llms.body.startsWith('# Recognition Repository')).toBe(true);
  for (const [, path = ''] of llms.body.matchAll(
    /\]\(http:\/\/127\.0\.0\.1:8080(\/(?:sitemap|api\/v1\/outcomes|api\/openapi)[^)]*)\)/gu,
  ))
    expect([path, (await get(path)).status]).toEqual([path, 200]);
});

test('what outcomes, standards and micro-credentials are to each other reads as its page does, in both languages', async () => {
  for (const [language, name] of [
    ['en', 'Skill standard'],
    ['mi', 'Paerewa pūkenga'],
  ] as const) {
    const { status, body } = await get(`/api/v1/outcomes/kinds?lang=${language}`);
    const { kinds, together } = JSON.parse(body);
    expect([status, kinds.map(({ kind }: { readonly kind: string }) => kind)]).toEqual([
      200,
      ['outcome', 'unit-standard', 'skill-standard', 'achievement-standard', 'micro-credential'],
    ]);
    expect(kinds[2].name).toBe(name);
    const page = (await get(`/catalogue/kinds?lang=${language}`)).body;
    for (const text of [kinds[2].says, together]) expect(page).toContain(text);
  }
});

test('a sitemap of more than a part is cut in parts, none above the limit of the protocol', () => {
  const many = Array.from({ length: 60_001 }, (_, n) => `https://nzrr.example/catalogue/${n}/1?a=1&b=2`);
  expect(ADDRESSES_A_PART).toBeLessThanOrEqual(50_000);
  expect(sitemapIndex('https://nzrr.example', many.length).match(/<sitemap>/gu)).toHaveLength(4);
  const counts = [1, 2, 3, 4].map((part) => sitemapPart(many, part)?.match(/<url>/gu)?.length);
  expect(counts).toEqual([20_000, 20_000, 20_000, 1]);
  expect(sitemapPart(many, 5)).toBeNull();
  expect(sitemapPart(many, 4)).toContain('a=1&amp;b=2');
});
