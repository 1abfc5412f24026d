import { describe, expect, test } from 'vitest';
import {
  addProof,
  buildStatusListCredential,
  type CheckName,
  examineCredential,
  type Examination,
  issueJwtCredential,
  issueSdJwt,
  jwtSigner,
  MIN_ENTRIES,
  signTokenList,
  statusEntry,
  type StatusEntry,
  tokenStatus,
  withEntry,
  withToken,
} from '../index.ts';
import { DID_URL, didDocument, entry, ISSUER, keySigner, LISTS, makeKey, NOW, scene, signedList, web } from '../../test/scene.ts';

const AT = '2026-11-01T00:00:00Z';
const empty = new Uint8Array(MIN_ENTRIES / 8);

function codeOf(examination: Examination, check: CheckName = 'status'): string {
  return examination.checks.find((one) => one.check === check)?.code ?? 'none';
}

const MESSAGES = [
  { status: '0x0', message: 'Nothing to say' },
  { status: '0x1', message: 'Under review' },
  { status: '0x2', message: 'Printed again' },
  { status: '0x3', message: 'Moved' },
];

async function withLists(status: readonly StatusEntry[], values: { readonly refresh?: number; readonly message?: number }) {
  const at = await scene({ input: { status } });
  const list = async (purpose: 'refresh' | 'message', bits: Uint8Array, ttl = 300_000) =>
    addProof(buildStatusListCredential({ id: LISTS[purpose], issuer: ISSUER, purpose, bits, validFrom: AT, ttl }), {
      signer: at.by,
      created: AT,
    });
  const pages = {
    ...at.pages,
    [LISTS.refresh]: await list('refresh', withEntry(empty, 5, 1, values.refresh ?? 0)),
    [LISTS.message]: await list('message', withEntry(empty, 5, 2, values.message ?? 0)),
  };
  return { ...at, resolver: web(pages) };
}

describe('several lists for one credential', () => {
  const four = [
    entry('revocation'),
    entry('suspension'),
    statusEntry({ list: LISTS.refresh, index: 5, purpose: 'refresh' }),
    statusEntry({ list: LISTS.message, index: 5, purpose: 'message', messages: MESSAGES }),
  ];
  test.each([
    [{}, 'in-force', 'verified'],
    [{ refresh: 1 }, 'refreshable', 'verified'],
    [{ message: 1 }, 'message-set', 'verified'],
  ] as const)('%o: %s', async (values, code, answer) => {
    const at = await withLists(four, values);
    const examined = await examineCredential(at.credential, at);
    expect(codeOf(examined)).toBe(code);
    expect(examined.answer).toBe(answer);
    expect(at.resolver.asked.filter((url) => url.includes('/status/')).length).toBe(4);
  });

  test('a message is said in the issuer’s words', async () => {
    const at = await withLists(four, { message: 2 });
    const found = (await examineCredential(at.credential, at)).checks.find(({ check }) => check === 'status');
    expect(found?.data).toEqual({ message: 'Printed again' });
  });

  test('a value that the issuer gave no words for is unknown', async () => {
    const [, , , message] = four;
    const at = await withLists([{ ...message!, statusMessage: MESSAGES.slice(0, 2) }], { message: 3 });
    expect(codeOf(await examineCredential(at.credential, at))).toBe('unknown-value');
  });

  test('a revocation is said before what is only information', async () => {
    const at = await withLists(four, { refresh: 1, message: 1 });
    const pages = { ...at.pages, [LISTS.revocation]: await signedList(at.by, 'revocation', [94_567]) };
    const both = await withLists(four, { refresh: 1 });
    const resolver = { fetch: async (url: string) => (url in pages ? web(pages).fetch(url) : both.resolver.fetch(url)) };
    expect(codeOf(await examineCredential(at.credential, { ...at, resolver }))).toBe('revoked');
  });

  test('a message list names a message for each of its values', () => {
    expect(() => statusEntry({ list: LISTS.message, index: 5, purpose: 'message', messages: MESSAGES.slice(0, 3) })).toThrow();
  });
});

describe('a list', () => {
  test('may be a JWT, as its credential may', async () => {
    const at = await scene();
    const list = await signedList(at.by, 'revocation', [94_567]);
    const jwt = await issueJwtCredential(list, { signer: jwtSigner(at.by), at: AT });
    const resolver = web({ ...at.pages, [LISTS.revocation]: jwt });
    expect(codeOf(await examineCredential(at.credential, { ...at, resolver }))).toBe('revoked');
    const token = await issueJwtCredential(at.credential, { signer: jwtSigner(at.by), at: AT });
    expect(codeOf(await examineCredential(token, { ...at, resolver }))).toBe('revoked');
    const forged = `${jwt.slice(0, -8)}AAAAAAAA`;
    expect(
      codeOf(await examineCredential(at.credential, { ...at, resolver: web({ ...at.pages, [LISTS.revocation]: forged }) })),
    ).toBe('list-not-signed');
  });

  test('with a ttl that is none is none itself; one that is not yet valid is out of date', async () => {
    const at = await scene();
    const { proof: _, ...list } = await signedList(at.by, 'revocation');
    const sign = async (change: object) => addProof({ ...list, ...change }, { signer: at.by, created: AT });
    const code = async (page: unknown) =>
      codeOf(await examineCredential(at.credential, { ...at, resolver: web({ ...at.pages, [LISTS.revocation]: page }) }));
    expect(await code(await sign({ credentialSubject: { ...list.credentialSubject, ttl: 60_000 } }))).toBe('in-force');
    expect(await code(await sign({ credentialSubject: { ...list.credentialSubject, ttl: -1 } }))).toBe('list-invalid');
    expect(await code(await sign({ validFrom: '2026-11-24T09:06:00Z' }))).toBe('list-outdated');
  });
});

describe('1EdTechRevocationList', () => {
  const url = 'https://recognition.example/revocations';
  const at = async (page: unknown) => {
    const made = await scene({ input: { status: [] } });
    const credential = { ...made.unsigned, credentialStatus: { id: url, type: '1EdTechRevocationList' } };
    return codeOf(
      await examineCredential(credential, {
        ...made,
        resolver: web({ ...made.pages, ...(page === undefined ? {} : { [url]: page }) }),
      }),
    );
  };
  const id = 'urn:uuid:7a1f0f3c-6f2e-4c39-9f3b-0c6f3f0d2a11';
  test.each([
    [{ id: url, issuer: ISSUER, revokedCredential: [{ id, revoked: true, revocationReason: 'A mistake' }] }, 'revoked'],
    [{ id: url, issuer: ISSUER, revokedCredential: { id } }, 'revoked'],
    [{ id: url, issuer: ISSUER, revokedCredential: [{ id, revoked: false }] }, 'in-force'],
    [{ id: url, issuer: ISSUER, revokedCredential: [{ id: 'urn:uuid:other' }] }, 'in-force'],
    [{ id: url, issuer: ISSUER }, 'in-force'],
    [{ id: url, issuer: 'did:web:other.example', revokedCredential: [] }, 'list-of-another'],
    ['<html>', 'list-invalid'],
    [undefined, 'list-unreachable'],
  ])('%j: %s', async (page, code) => {
    expect(await at(page)).toBe(code);
  });
});

describe('Token Status List', () => {
  const url = 'https://recognition.example/status/tokens';
  async function token(
    value: number,
    over: { readonly sub?: string; readonly exp?: string; readonly stranger?: boolean; readonly typ?: string } = {},
  ) {
    const key = await makeKey();
    const by = { verificationMethod: `${ISSUER}#key-1`, sign: key.sign };
    const list = withToken(new Uint8Array(1000), 7, 2, value);
    const signer = over.stranger === true ? jwtSigner(keySigner(await makeKey())) : jwtSigner(by);
    const signed = await signTokenList(
      { id: over.sub ?? url, issuer: ISSUER, bits: 2, list, at: AT, until: over.exp ?? '2026-12-01T00:00:00Z', ttl: 300 },
      signer,
    );
    const claims = { iss: ISSUER, vct: 'https://recognition.example/vct/alq', name: 'ALQ' };
    const make = (status: unknown) => issueSdJwt({ ...claims, status }, { frame: {}, signer: jwtSigner(by), typ: 'dc+sd-jwt' });
    const document = didDocument([{ id: by.verificationMethod, publicKeyMultibase: key.multikey }]);
    const options = { now: NOW, trusted: [], resolver: web({ [DID_URL]: document, [url]: signed }) };
    return async (status: unknown = tokenStatus(url, 7)) => codeOf(await examineCredential(await make(status), options));
  }

  test.each([
    [0, 'in-force'],
    [1, 'revoked'],
    [2, 'suspended'],
    [3, 'unknown-value'],
  ])('%i: %s', async (value, code) => {
    expect(await (await token(value))()).toBe(code);
  });

  test('an entry that is none, or of another kind', async () => {
    const code = await token(0);
    expect(await code(tokenStatus(url, 4000))).toBe('entry-out-of-range');
    expect(await code({ status_list: { idx: -1, uri: url } })).toBe('entry-invalid');
    expect(await code({ status_list: { idx: '7', uri: url } })).toBe('entry-invalid');
    expect(await code({ other_list: {} })).toBe('unknown-status-type');
    expect(await code({ status_list: { idx: 7, uri: 'https://recognition.example/none' } })).toBe('list-unreachable');
  });

  test('a list that is somebody else’s, or over', async () => {
    expect(await (await token(0, { sub: 'https://recognition.example/status/other' }))()).toBe('list-of-another');
    expect(await (await token(0, { stranger: true }))()).toBe('list-of-another');
    expect(await (await token(0, { exp: '2026-11-20T00:00:00Z' }))()).toBe('list-outdated');
  });

  test('a value goes where it belongs and nowhere else', () => {
    const list = withToken(new Uint8Array(2), 3, 2, 3);
    expect([...list]).toEqual([0b1100_0000, 0]);
    expect([...withToken(list, 3, 2, 1)]).toEqual([0b0100_0000, 0]);
    expect(() => withToken(list, 8, 2, 1)).toThrow();
    expect(() => withToken(list, 0, 2, 4)).toThrow();
  });
});
