import {
  addProof,
  type AwardCredentialInput,
  buildAwardCredential,
  buildDidDocument,
  buildStatusListCredential,
  type DidKey,
  encodeMultikey,
  MIN_ENTRIES,
  type OutcomeInput,
  type Resolver,
  type Signer,
  statusEntry,
  type StatusPurpose,
  withStatus,
} from '../src/index.ts';

export const NOW = '2026-11-24T09:00:00Z';
export const ISSUER = 'did:web:recognition.example';
export const DID_URL = 'https://recognition.example/.well-known/did.json';

export interface Key {
  readonly multikey: string;
  readonly sign: Signer['sign'];
}

/** A fresh Ed25519 key by WebCrypto, as a browser would make one. */
export async function makeKey(): Promise<Key> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair');
  const multikey = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  return {
    multikey,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, Uint8Array.from(data))),
  };
}

export function signer(key: Key, id = `${ISSUER}#key-1`): Signer {
  return { verificationMethod: id, sign: key.sign };
}

export function keySigner(key: Key): Signer {
  return signer(key, `did:key:${key.multikey}#${key.multikey}`);
}

/** What can be reached, by address; all else is unreachable. `asked` keeps what was asked for. */
export function web(pages: Readonly<Record<string, unknown>>): Resolver & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (url) => {
      asked.push(url);
      return url in pages ? { status: 'found', body: pages[url] } : { status: 'unreachable', detail: 'nobody there' };
    },
  };
}

export function didDocument(keys: readonly DidKey[]): Readonly<Record<string, unknown>> {
  return { ...buildDidDocument({ did: ISSUER, keys }) };
}

export function outcome(number: number, over: Partial<OutcomeInput> = {}): OutcomeInput {
  return {
    achievement: `a-${number}`,
    url: `https://recognition.example/outcomes/HE${number}/1`,
    code: `HE${number}`,
    version: 1,
    name: `Support a person’s daily routine, part ${number}`,
    credits: 5,
    level: 3,
    field: 'Health',
    provider: { id: 'https://recognition.example/organisations/demo-harakeke', name: 'Harakeke College of Care' },
    date: '2024-02-29',
    result: 'Achieved with Merit',
    assessments: ['Observed at work on three days'],
    theory: ['What a routine is for'],
    practice: ['Two shifts beside a carer'],
    skills: [
      {
        uri: `https://recognition.example/skills/care-${number % 3}`,
        label: 'Care for a person',
        scheme: 'Recognition Repository skills',
        relation: 'competent',
      },
    ],
    ...over,
  };
}

export function awardInput(over: Partial<AwardCredentialInput> = {}): AwardCredentialInput {
  return {
    id: 'urn:uuid:7a1f0f3c-6f2e-4c39-9f3b-0c6f3f0d2a11',
    issuer: { id: ISSUER, name: 'Recognition Repository (demonstration)' },
    subject: { id: 'urn:uuid:0b0a5b0c-50c4-4c1e-8f6d-5f3c1cb8a3b2', name: 'Mārama Kōtare' },
    validFrom: '2026-11-01T00:00:00Z',
    status: [],
    achievementId: 'https://recognition.example/awards/alq',
    major: { name: 'Health' },
    credits: 10,
    from: '2024-02-29',
    to: '2024-02-29',
    policy: { id: 'nz-alq', version: '2025.1' },
    counted: [outcome(1), outcome(2)],
    decision: {
      id: 'urn:uuid:f3a8f8f2-2f5b-4a12-8f0e-2b1f9f7c6d10',
      digestSRI: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    },
    ...over,
  };
}

export const LISTS: Readonly<Record<StatusPurpose, string>> = {
  revocation: 'https://recognition.example/status/r1',
  suspension: 'https://recognition.example/status/s1',
  refresh: 'https://recognition.example/status/f1',
  message: 'https://recognition.example/status/m1',
};

export function entry(purpose: StatusPurpose, index = 94_567) {
  return statusEntry({ list: LISTS[purpose], index, purpose });
}

/** A status list of the issuer, with these indices raised. */
export async function signedList(
  by: Signer,
  purpose: StatusPurpose,
  raised: readonly number[] = [],
  over: { readonly issuer?: string; readonly id?: string; readonly validUntil?: string } = {},
) {
  const bits = raised.reduce<Uint8Array>((list, index) => withStatus(list, index, true), new Uint8Array(MIN_ENTRIES / 8));
  const list = buildStatusListCredential({
    id: LISTS[purpose],
    issuer: ISSUER,
    purpose,
    bits,
    validFrom: '2026-11-01T00:00:00Z',
    ...over,
  });
  return addProof(list, { signer: by, created: '2026-11-01T00:00:00Z' });
}

/** A whole scene: an issuer with one key and both status lists, and a signed award. */
export async function scene({
  raised = {},
  input = {},
}: {
  readonly raised?: Partial<Record<StatusPurpose, readonly number[]>>;
  readonly input?: Partial<AwardCredentialInput>;
} = {}) {
  const key = await makeKey();
  const by = signer(key);
  const unsigned = buildAwardCredential(awardInput({ status: [entry('revocation'), entry('suspension')], ...input }));
  const credential = await addProof(unsigned, { signer: by, created: '2026-11-01T00:00:00Z' });
  const pages = {
    [DID_URL]: didDocument([{ id: by.verificationMethod, publicKeyMultibase: key.multikey }]),
    [LISTS.revocation]: await signedList(by, 'revocation', raised.revocation),
    [LISTS.suspension]: await signedList(by, 'suspension', raised.suspension),
  };
  const proof: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(credential.proof));
  return {
    key,
    by,
    unsigned,
    credential,
    proof,
    pages,
    resolver: web(pages),
    trusted: [{ id: ISSUER, name: 'Recognition Repository' }],
    now: NOW,
  };
}
