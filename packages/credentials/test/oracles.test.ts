import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential as verifyWithDigitalBazaar } from '@digitalbazaar/vc';
import { createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { verifyCredential as verifyWithCore } from '@digitalcredentials/verifier-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addProof,
  buildAwardCredential,
  buildClrCredential,
  buildOutcomeCredential,
  decodeStatusList,
  didKeyDocument,
  documentLoader,
  encodeStatusList,
  MIN_ENTRIES,
  readStatus,
  verifyCredential,
  withStatus,
} from '../src/index.ts';
import { storedGzip } from '../src/status/gzip.ts';
import { toBase64Url } from '../src/proof/base64url.ts';
import { awardInput, keySigner, makeKey, NOW, outcome, web } from './scene.ts';

/** Digital Bazaar's libraries ask their loader for DID documents too. */
async function loader(url: string): Promise<object> {
  const [did, fragment] = url.split('#');
  if (did === undefined || !did.startsWith('did:key:')) return documentLoader(url);
  const document = didKeyDocument(did.slice('did:key:'.length));
  const method = { '@context': 'https://w3id.org/security/multikey/v1', ...document.verificationMethod[0] };
  return { contextUrl: null, documentUrl: url, document: fragment === undefined ? document : method };
}

const bazaar = async (credential: object): Promise<boolean> => {
  const suite = new DataIntegrityProof({ cryptosuite });
  return (
    await verifyWithDigitalBazaar({
      credential: structuredClone(credential),
      suite,
      documentLoader: loader,
      checkStatus: async () => ({ verified: true }),
    })
  ).verified;
};

type Whole = Parameters<typeof buildClrCredential>[0];

/** A whole record (CLR 2.0) that holds these credentials. */
function recordOf(issuer: Whole['issuer'], credentials: Whole['credentials']) {
  return buildClrCredential({
    id: 'urn:uuid:0f0f3d7e-1111-4a4a-8c8c-000000000002',
    issuer,
    subject: { id: 'urn:uuid:0f0f3d7e-1111-4a4a-8c8c-000000000003' },
    validFrom: '2026-11-01T00:00:00Z',
    name: 'New Zealand Record of Achievement',
    partial: false,
    credentials,
  });
}

async function ours() {
  const key = await makeKey();
  const issuer = { id: `did:key:${key.multikey}`, name: 'Recognition Repository (demonstration)' };
  const { subject, validFrom, notice } = awardInput({ notice: 'The authority is invented.' });
  const award = buildAwardCredential(awardInput({ issuer }));
  const single = buildOutcomeCredential({
    id: 'urn:uuid:0f0f3d7e-1111-4a4a-8c8c-000000000001',
    issuer,
    subject,
    validFrom,
    notice: notice ?? null,
    status: [],
    outcome: outcome(7),
  });
  const options = { signer: keySigner(key), created: '2026-11-01T00:00:00Z' };
  const signed = [await addProof(award, options), await addProof(single, options)];
  return [...signed, await addProof(recordOf(issuer, signed), options)];
}

describe('Digital Bazaar’s verifier', () => {
  test('accepts what we sign, and refuses it changed', async () => {
    for (const credential of await ours()) {
      expect(await bazaar(credential)).toBe(true);
      expect(await bazaar({ ...credential, name: 'Changed' })).toBe(false);
      expect(await bazaar({ ...credential, credentialSubject: { ...credential.credentialSubject, creditsEarned: 41 } })).toBe(
        false,
      );
    }
  });

  test('and we accept what it signs, and refuse it changed', async () => {
    const pair = await generate({});
    pair.controller = `did:key:${pair.publicKeyMultibase}`;
    pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
    const unsigned = buildAwardCredential(awardInput({ issuer: { id: pair.controller, name: 'Other' } }));
    const suite = new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date: '2026-11-01T00:00:00Z' });
    const sign = (credential: object) => issue({ credential: structuredClone(credential), suite, documentLoader: loader });
    const award = await sign(unsigned);
    const record = await sign(recordOf({ id: pair.controller, name: 'Other' }, [award]));
    const options = { now: NOW, resolver: web({}), trusted: [{ id: pair.controller, name: 'Other' }] };
    for (const credential of [award, record]) {
      expect((await verifyCredential(credential, options)).answer).toBe('verified');
      expect((await verifyCredential({ ...credential, name: 'Changed' }, options)).answer).toBe('not-verified');
    }
  });

  test('reads our status lists, and we read its', async () => {
    const bits = withStatus(withStatus(new Uint8Array(MIN_ENTRIES / 8), 0, true), 94_567, true);
    for (const encodedList of [encodeStatusList(bits), `u${toBase64Url(storedGzip(bits))}`]) {
      const list = await decodeList({ encodedList });
      expect(list.length).toBe(MIN_ENTRIES);
      expect([0, 1, 94_566, 94_567, 131_071].map((index) => list.getStatus(index))).toEqual([true, false, false, true, false]);
    }
    const theirs = await createList({ length: MIN_ENTRIES });
    theirs.setStatus(131_071, true);
    const read = await decodeStatusList(await theirs.encode());
    expect([131_070, 131_071, 131_072].map((index) => readStatus(read, index))).toEqual([false, true, null]);
  });
});

describe('verifier-core of the Digital Credentials Consortium', () => {
  beforeEach(() => {
    // It asks the network for schemas and registries, and says a good deal when there is none.
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network in tests')));
    for (const level of ['log', 'error', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const valid = async (credential: object): Promise<boolean> => {
    const copy: Parameters<typeof verifyWithCore>[0]['credential'] = JSON.parse(JSON.stringify(credential));
    const answer = await verifyWithCore({ credential: copy, knownDIDRegistries: [] });
    return answer.log?.find(({ id }) => id === 'valid_signature')?.valid === true;
  };
  test('accepts the signature of what we sign, and refuses it changed', async () => {
    // A whole record it cannot read: it does not know the context of CLR 2.0, and asks the network for it.
    for (const credential of (await ours()).slice(0, 2)) {
      expect(await valid(credential)).toBe(true);
      expect(await valid({ ...credential, name: 'Changed' })).toBe(false);
    }
  });
});
