import { expect, test } from 'vitest';
import { loadSettings, SettingsError } from './settings.ts';

const at = { cwd: '/somewhere' };
const server = {
  DATABASE_URL: 'postgres://owner:hunter2@db.example/recognition',
  RECOGNITION_URL: 'https://recognition.example/',
  KEY_STORE: 'file:/etc/recognition/keys.json',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'recognition',
  OIDC_CLIENT_SECRET: 'swordfish',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadSettings(env, at);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test('with nothing set it is the demonstration on 127.0.0.1:8080, with its keys beside the database', () => {
  const { settings, places } = loadSettings({}, at);
  expect(settings).toMatchObject({
    url: 'http://127.0.0.1:8080',
    port: 8080,
    demonstration: true,
    dataFolder: '/somewhere/.data',
    authority: { invented: true },
  });
  expect(places).toMatchObject({
    databaseFolder: '/somewhere/.data/postgres',
    keyStore: { kind: 'file', file: '/somewhere/.data/keys/keys.json' },
  });
});

test('with DATABASE_URL it names all that is missing, and has no demonstration unless it is asked for', () => {
  const [problem] = problemsOf({ DATABASE_URL: server.DATABASE_URL });
  for (const name of ['RECOGNITION_URL', 'KEY_STORE', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
    expect(problem).toContain(name);
  const { settings } = loadSettings(server, at);
  expect(settings).toMatchObject({
    demonstration: false,
    url: 'https://recognition.example',
    oidc: { clientSecret: 'swordfish' },
    authority: { name: 'recognition.example', invented: false },
  });
  const { OIDC_ISSUER: _issuer, ...rest } = server;
  expect(problemsOf(rest)).toHaveLength(1);
  expect(loadSettings(rest, { ...at, demo: true }).settings.demonstration).toBe(true);
});

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ ...server, RECOGNITION_URL: 'http://recognition.example' }, 'https'],
  [{ ...server, KEY_STORE: 'keys.json' }, 'KEY_STORE'],
  [{ ...server, KEY_STORE: 'https://kms.example' }, 'KEY_STORE_TOKEN'],
  [{ NEW_LEARNERS: 'maybe' }, 'NEW_LEARNERS'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
] as const)('%j is refused', (env, word) => {
  expect(problemsOf(env).join('\n')).toContain(word);
});

test('the names of an issuer’s claims, the limits, the token of the metrics and the mail server are settings', () => {
  const { settings, shown } = loadSettings(
    {
      OIDC_CLAIM_NSN: 'student_number',
      OIDC_CLAIM_NSN_VERIFIED: 'student_number_verified',
      RECOGNITION_LIMIT_LINK: '3',
      METRICS_TOKEN: 'swordfish',
      SMTP_URL: 'smtps://post:hunter2@mail.example',
      MAIL_FROM: 'Recognition <no-reply@recognition.example>',
    },
    at,
  );
  expect(settings).toMatchObject({
    claims: { nsn: 'student_number', nsnVerified: 'student_number_verified', birthDate: 'birthdate' },
    limits: { link: { calls: 3, seconds: 3600 }, api: { calls: 1200 } },
    metricsToken: 'swordfish',
    mail: { smtpUrl: 'smtps://post:hunter2@mail.example' },
  });
  expect(JSON.stringify(shown)).not.toMatch(/hunter2|swordfish/);
  expect(shown).toContainEqual(expect.objectContaining({ name: 'RECOGNITION_LIMIT_API', value: '1200', source: 'default' }));
  expect(problemsOf({ RECOGNITION_LIMIT_API: '0', SMTP_URL: 'https://mail.example', MAIL_FROM: 'nobody' })).toHaveLength(3);
});

test('secrets are masked and every source is told', () => {
  const { shown } = loadSettings({ ...server, DATABASE_APP_URL: 'postgres://app@db/x?password=hunter2' }, at);
  const text = JSON.stringify(shown);
  expect(text).not.toMatch(/hunter2|swordfish/);
  expect(shown).toContainEqual(
    expect.objectContaining({
      name: 'DATABASE_URL',
      value: 'postgres://owner:********@db.example/recognition',
      source: 'environment',
    }),
  );
  expect(shown).toContainEqual(expect.objectContaining({ name: 'PORT', value: '8080', source: 'default' }));
  expect(shown).toContainEqual(expect.objectContaining({ name: 'KEY_STORE_TOKEN', value: '', source: 'not set' }));
});

test('a language model is off until it is named, and its key is never shown', () => {
  expect(loadSettings({}, at).settings.languageModel).toBeNull();
  const env = { LANGUAGE_MODEL_URL: 'https://models.example/v1/', LANGUAGE_MODEL_NAME: 'small', LANGUAGE_MODEL_KEY: 'hush-hush' };
  const { settings, shown } = loadSettings(env, at);
  expect(settings.languageModel).toEqual({ url: 'https://models.example/v1', name: 'small', key: 'hush-hush' });
  expect(shown.find(({ name }) => name === 'LANGUAGE_MODEL_KEY')?.value).toBe('********');
  expect(JSON.stringify(shown)).not.toContain('hush-hush');
  expect(problemsOf({ LANGUAGE_MODEL_URL: 'https://models.example/v1' })[0]).toContain('LANGUAGE_MODEL_NAME');
  for (const url of [
    'models.example',
    'ftp://models.example',
    'https://me:hunter2@models.example/v1',
    'https://models.example/v1?key=x',
  ])
    expect(problemsOf({ LANGUAGE_MODEL_URL: url, LANGUAGE_MODEL_NAME: 'small' })[0], url).toContain('LANGUAGE_MODEL_URL');
});

test('registers of trusted issuers are named with the address of their list, and nothing else is taken for one', () => {
  const of = (text: string) => loadSettings({ TRUSTED_REGISTERS: text }, at).settings.trustedRegisters;
  expect(of('did:web:a.example=https://a.example/list, did:key:z6Mk=http://127.0.0.1:9/x')).toEqual([
    { id: 'did:web:a.example', list: 'https://a.example/list' },
    { id: 'did:key:z6Mk', list: 'http://127.0.0.1:9/x' },
  ]);
  for (const text of [
    'https://a.example/list',
    'did:web:a.example=http://a.example/list',
    'did:web:a.example=',
    'x=https://a.example',
  ])
    expect(problemsOf({ TRUSTED_REGISTERS: text })[0]).toContain('TRUSTED_REGISTERS must be');
});

test('a scanner is named by its host and a port that there is, or by its socket', () => {
  for (const text of ['tcp://127.0.0.1:3310', 'tcp://[::1]:3310', 'unix:/run/clamav/clamd.ctl'])
    expect(loadSettings({ EVIDENCE_SCANNER: text }, at).settings.evidenceScanner).toBe(text);
  for (const text of ['127.0.0.1:3310', 'tcp://127.0.0.1', 'tcp://127.0.0.1:99999', 'https://clamav.example', 'unix:clamd.ctl'])
    expect(problemsOf({ EVIDENCE_SCANNER: text })[0], text).toContain('EVIDENCE_SCANNER must be');
});
