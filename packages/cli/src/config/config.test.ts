import { expect, test } from 'vitest';
import { run } from '../run.ts';

async function nzrr(
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const exit = await run(words, { cwd: '/somewhere', env, out: (text) => (out += text), err: (text) => (err += text) });
  return { exit, out, err };
}

test('config shows every setting with its source, secrets masked', async () => {
  const { exit, out } = await nzrr(['config'], { PORT: '9090', KEY_STORE: 'https://kms.example', KEY_STORE_TOKEN: 'swordfish' });
  expect(exit).toBe(0);
  expect(out).toMatch(/^PORT +9090 {2}\(environment\)/m);
  expect(out).toMatch(/^KEY_STORE_TOKEN +\*{8} {2}\(environment\)/m);
  expect(out).not.toContain('swordfish');
  expect(JSON.parse((await nzrr(['config', '--json'])).out)).toContainEqual(
    expect.objectContaining({ name: 'PORT', value: '8080', source: 'default' }),
  );
});

test('no secret is printed, in words or as JSON, and every setting that the product reads is listed', async () => {
  const env = {
    DATABASE_URL: 'postgres://owner:swordfish@db.example/recognition?sslmode=require',
    DATABASE_APP_URL: 'postgres://nzrr_app:swordfish@db.example/recognition',
    DATABASE_IDENTITY_URL: 'postgres://nzrr_identity:swordfish@db.example/recognition',
    RECOGNITION_URL: 'https://recognition.example',
    KEY_STORE: 'https://user:swordfish@kms.example/keys',
    KEY_STORE_TOKEN: 'swordfish',
    OIDC_ISSUER: 'https://issuer.example',
    OIDC_CLIENT_ID: 'us',
    OIDC_CLIENT_SECRET: 'swordfish',
    METRICS_TOKEN: 'swordfish',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://user:swordfish@traces.example/?token=swordfish',
    RECOGNITION_LIMIT_API: '600',
  };
  const [words, json] = [await nzrr(['config'], env), await nzrr(['config', '--json'], env)];
  expect([words.exit, json.exit]).toEqual([0, 0]);
  expect(words.out + json.out).not.toContain('swordfish');
  const shown: readonly { readonly name: string; readonly value: string; readonly source: string }[] = JSON.parse(json.out);
  for (const name of Object.keys(env)) expect(shown).toContainEqual(expect.objectContaining({ name, source: 'environment' }));
  expect(shown).toContainEqual(expect.objectContaining({ name: 'RECOGNITION_LIMIT_API', value: '600' }));
  expect(shown).toContainEqual(expect.objectContaining({ name: 'RECOGNITION_LIMIT_LINK', value: '5', source: 'default' }));
});

test('a setting that is unusable is a sentence and exit 2', async () => {
  expect(await nzrr(['config'], { PORT: 'eighty' })).toEqual({
    exit: 2,
    out: '',
    err: 'PORT must be a port number, 0 to 65535.\n',
  });
});

test('with DATABASE_URL each missing setting is named', async () => {
  const { exit, out, err } = await nzrr(['config'], { DATABASE_URL: 'postgres://db.example/x', RECOGNITION_LIMIT_LINK: 'none' });
  expect([exit, out]).toEqual([2, '']);
  for (const name of [
    'RECOGNITION_URL',
    'KEY_STORE',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'RECOGNITION_LIMIT_LINK',
  ])
    expect(err).toContain(name);
});

test.each([['backup'], ['restore'], ['keys', 'rotate'], ['learners', 'merge'], ['learners', 'unmerge']])(
  '%s %s without its argument says so',
  async (...words) => {
    const { exit, err } = await nzrr(words.filter((word) => word !== undefined));
    expect(exit).toBe(2);
    expect(err).toMatch(/takes one/);
  },
);
