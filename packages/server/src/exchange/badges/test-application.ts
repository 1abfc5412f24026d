import { createHash, randomBytes } from 'node:crypto';
import type { App } from '../../http/route.ts';
import type { Browser } from '../../http/test-browser.ts';
import { hrefIn } from '../../wallet/test-fetch.ts';

export const HOME = 'https://portfolio.example/callback';
export const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
export const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/scope/';
export const EVERYTHING = [
  `${OB}credential.readonly`,
  `${OB}credential.upsert`,
  `${OB}profile.readonly`,
  `${OB}profile.update`,
  `${CLR}credential.readonly`,
  `${CLR}credential.upsert`,
  'offline_access',
].join(' ');

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** An application of others, as it calls us: registered, with a secret, and PKCE of its own. */
export interface TestApplication {
  readonly id: string;
  readonly secret: string;
  readonly tell: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { readonly token?: string; readonly body?: object | string; readonly type?: string; readonly basic?: string },
  ) => Promise<Told>;
  /** The address to send a learner to, with the verifier that its code will need. */
  readonly asks: (changes?: Readonly<Record<string, string>>) => { readonly address: string; readonly verifier: string };
  /** Lets this learner agree on our page, and answers where her browser is sent. */
  readonly agree: (learner: Browser, address: string, answer?: 'yes' | 'no') => Promise<URL>;
  readonly form: (path: string, fields: Readonly<Record<string, string>>) => Promise<Told>;
  /** The whole way, to a token for these scopes. */
  readonly token: (learner: Browser, scope?: string) => Promise<Record<string, unknown>>;
}

export async function testApplication(app: App, changes: object = {}): Promise<TestApplication> {
  const tell: TestApplication['tell'] = async (method, path, { token, body, type, basic } = {}) => {
    const answer = await app.inject({
      method,
      url: path,
      headers: {
        host: '127.0.0.1:8080',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(basic === undefined ? {} : { authorization: `Basic ${Buffer.from(basic).toString('base64')}` }),
        ...(body === undefined ? {} : { 'content-type': type ?? (typeof body === 'string' ? 'text/plain' : 'application/json') }),
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const json = /json/u.test(String(answer.headers['content-type'])) && answer.body !== '';
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: json ? answer.json() : {} };
  };
  const registered = await tell('POST', '/badges/register', {
    body: {
      client_name: 'Lantern Portfolio',
      client_uri: 'https://portfolio.example/',
      redirect_uris: [HOME],
      grant_types: ['authorization_code', 'refresh_token'],
      scope: EVERYTHING,
      ...changes,
    },
  });
  const [id, secret] = [String(registered.body['client_id']), String(registered.body['client_secret'])];
  const form: TestApplication['form'] = (path, fields) =>
    tell('POST', path, {
      basic: `${id}:${secret}`,
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams(fields).toString(),
    });
  const asks: TestApplication['asks'] = (changed = {}) => {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: id,
      redirect_uri: HOME,
      scope: EVERYTHING,
      state: 'a state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changed,
    });
    return { address: `/badges/authorize?${query.toString()}`, verifier };
  };
  const agree: TestApplication['agree'] = async (learner, address, answer = 'yes') => {
    const page = (await learner.ask('GET', address)).text;
    const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/gu)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&#38;', '&').replaceAll('&amp;', '&')],
    );
    const answered = await learner.ask('POST', '/badges/authorize', {
      body: new URLSearchParams([...fields, ['answer', answer]]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      csrf: false,
    });
    const href = hrefIn(answered.text, HOME);
    if (href === '') throw new Error(`our page leads nowhere: ${answered.status}`);
    return new URL(href);
  };
  const token: TestApplication['token'] = async (learner, scope = EVERYTHING) => {
    const { address, verifier } = asks({ scope });
    const back = await agree(learner, address);
    const code = back.searchParams.get('code') ?? '';
    return (await form('/badges/token', { grant_type: 'authorization_code', code, redirect_uri: HOME, code_verifier: verifier }))
      .body;
  };
  return { id, secret, tell, asks, agree, form, token };
}
