import { readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { ids, LEARNER, setScene } from '../award/test-scene.ts';
import { testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import { browser } from '../http/test-browser.ts';
import { systemClock } from '../services.ts';
import { testServices } from '../test-services.ts';

const PAGE = readFileSync(new URL('../../../../docs/reference/standards/wallets.md', import.meta.url), 'utf8');

interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  /** JSON as the page has it; null: nothing. */
  readonly answer: unknown;
}

/** The exchanges of the page's example, in their order. */
function exchanges(): readonly Exchange[] {
  const text = /```http\n([^]*?)```/u.exec(PAGE)?.[1] ?? '';
  return text.split(/^(?=GET |POST )/mu).map((one) => {
    const [asked = '', answered = ''] = one.split(/\n\n(?=\d{3}\n)/u);
    const [first = '', ...rest] = asked.split('\n');
    const [method, path = ''] = first.split(' ');
    const headers = rest.flatMap((line) =>
      [...line.matchAll(/^([a-z-]+): (.+)$/gu)].map(([, name = '', value = '']) => [name, value]),
    );
    const [status = '', ...answer] = answered.trim().split('\n');
    return {
      method: method === 'GET' ? 'GET' : 'POST',
      path,
      headers: Object.fromEntries(headers),
      body: rest.slice(headers.length).join('\n'),
      status: Number(status),
      answer: answer.length === 0 ? null : JSON.parse(answer.join('\n')),
    };
  });
}

/** Compares an answer with the page's, and remembers what the page names in braces. */
function compare(said: unknown, written: unknown, known: Map<string, string>): void {
  if (written === '…') return expect(said).toBeDefined();
  const name = typeof written === 'string' ? /^\{(\w+)\}$/u.exec(written)?.[1] : undefined;
  if (name !== undefined) {
    expect(said).toEqual(expect.any(String));
    known.set(name, String(said));
  } else if (typeof written === 'object' && written !== null) {
    expect(said).toEqual(expect.anything());
    for (const [key, value] of Object.entries(written)) compare(Object(said)[key], value, known);
  } else expect(said).toBe(written);
}

test('the page of wallets says what is supported and what is not, and its example is answered as it says', async () => {
  for (const heading of ['## What is supported: issuing', '## What is supported: asking', '## What is not', '## An example'])
    expect(PAGE).toContain(heading);
  const at = await testDatabase();
  await setScene(at.owner);
  const app = await buildApp({ ...testServices(at), clock: systemClock });
  const mere = browser(app);
  mere.cookies.set('session', (await at.session('learner', { learnerId: LEARNER, accountId: LEARNER })).token);
  const made = await mere.ask('POST', '/api/v1/awards', {
    body: { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: null },
  });
  const offer = await mere.ask('POST', `/api/v1/awards/${String(made.body['id'])}/offers`);
  const address = new URL(new URL(String(offer.body['uri'])).searchParams.get('credential_offer_uri') ?? '');
  const known = new Map([
    ['handle', address.pathname.split('/').at(-1) ?? ''],
    ['pin', String(offer.body['pin'])],
  ]);
  const filled = (text: string): string => text.replaceAll(/\{(\w+)\}/gu, (braces, name: string) => known.get(name) ?? braces);
  const sent = exchanges();
  expect(sent.map(({ path }) => path)).toEqual([
    '/wallet/offers/{handle}',
    '/wallet/token',
    '/wallet/nonce',
    '/wallet/credential',
    '/wallet/notification',
  ]);
  for (const { method, path, headers, body, status, answer } of sent) {
    const answered = await app.inject({
      method,
      url: filled(path),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)])),
      payload: filled(body),
    });
    expect([path, answered.statusCode, answered.statusCode === status ? '' : answered.body]).toEqual([path, status, '']);
    if (answer === null) expect(answered.body).toBe('');
    else compare(answered.json(), answer, known);
    const nonce = known.get('nonce');
    if (nonce !== undefined && !known.has('proof')) known.set('proof', await proofOn(nonce));
  }
  await app.close();
  await at.end();
});

async function proofOn(nonce: string): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  return new SignJWT({ nonce, aud: 'http://127.0.0.1:8080' })
    .setIssuedAt()
    .setProtectedHeader({ alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: await exportJWK(publicKey) })
    .sign(privateKey);
}
