import { readdirSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { bindSdJwt, examineCredential, issueSdJwt, jwkSigner, presentSdJwt } from '../src/index.ts';
import type { DisclosureFrame } from '../src/sd-jwt/conceal.ts';
import type { PresentationFrame } from '../src/sd-jwt/token.ts';
import { DID_URL, ISSUER, NOW, web } from './scene.ts';
import { has, readText } from './shared.ts';

const shared = process.env['RECOGNITION_SHARED'] ?? `${import.meta.dirname}/../../../../shared`;
const files = ['standards/sd-jwt/spec-examples', 'standards/sd-jwt-vc'].flatMap((folder) =>
  has(folder)
    ? readdirSync(`${shared}/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yml') && !name.endsWith('settings.yml'))
        .map((name) => `${folder}/${name}`)
        .sort()
    : [],
);

/** Claims of an example, where `!sd` marks what may be kept back, and what of them stays when this much is disclosed. */
interface Example {
  readonly value: unknown;
  readonly frame: DisclosureFrame;
  readonly shown: unknown;
}

function readExample(node: unknown, disclosed: unknown): Example {
  if (isMap(node)) {
    const parts = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const inner = readExample(value, part(disclosed, name));
      const hidden = isHidden(key);
      return { name, hidden, stays: !hidden || isTrue(part(disclosed, name)), ...inner };
    });
    return {
      value: Object.fromEntries(parts.map(({ name, value }) => [name, value])),
      frame: { ...frameOf(parts), _sd: parts.filter(({ hidden }) => hidden).map(({ name }) => name) },
      shown: Object.fromEntries(parts.filter(({ stays }) => stays).map(({ name, shown }) => [name, shown])),
    };
  }
  if (isSeq(node)) {
    const parts = node.items.map((item, index) => {
      const hidden = isHidden(item);
      const name = String(index);
      return { name, hidden, stays: !hidden || isTrue(part(disclosed, name)), ...readExample(item, part(disclosed, name)) };
    });
    return {
      value: parts.map(({ value }) => value),
      frame: { ...frameOf(parts), _sd: parts.filter(({ hidden }) => hidden).map(({ name }) => Number(name)) },
      shown: parts.filter(({ stays }) => stays).map(({ shown }) => shown),
    };
  }
  const value: unknown = isScalar(node) ? node.value : null;
  return { value, frame: {}, shown: value };
}

function frameOf(parts: readonly { readonly name: string; readonly frame: DisclosureFrame }[]): DisclosureFrame {
  return Object.fromEntries(parts.map(({ name, frame }) => [name, frame]));
}

function isHidden(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'tag' in node && node.tag === '!sd';
}

function part(disclosed: unknown, name: string): unknown {
  return typeof disclosed === 'object' && disclosed !== null
    ? Object.entries(disclosed).find(([key]) => key === name)?.[1]
    : undefined;
}

/** Anything named is disclosed, if only by what is named inside it. */
function isTrue(disclosed: unknown): boolean {
  if (typeof disclosed === 'object' && disclosed !== null) return true;
  return disclosed === true;
}

function asFrame(disclosed: unknown): PresentationFrame {
  if (typeof disclosed !== 'object' || disclosed === null) return {};
  return Object.fromEntries(
    Object.entries(disclosed).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? asFrame(value) : value === true,
    ]),
  );
}

describe.skipIf(files.length === 0)('examples of RFC 9901 and SD-JWT VC (shared/standards)', () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThan(15);
  });

  test.each(files)('%s: what is presented is what its holder discloses', async (file) => {
    const document = parseDocument(readText(file), { logLevel: 'silent' });
    const disclosed: unknown = document.toJS().holder_disclosed_claims ?? {};
    const { value, frame, shown } = readExample(document.get('user_claims', true), disclosed);
    const [issuer, holder] = [
      await generateKeyPair('ES256', { extractable: true }),
      await generateKeyPair('ES256', { extractable: true }),
    ];
    const kid = `${ISSUER}#es`;
    const own = Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => !['iss', 'exp', 'iat', 'cnf'].includes(name)));
    // Examples of older drafts and of W3C's own form are taken for their disclosures: every one becomes an SD-JWT VC.
    const { '@context': context, ...rest } = own;
    const claims = { vct: 'https://a.example/vct', ...rest, iss: ISSUER, cnf: { jwk: await exportJWK(holder.publicKey) } };
    const token = await issueSdJwt(claims, {
      frame,
      signer: await jwkSigner(await exportJWK(issuer.privateKey), 'ES256', kid),
      typ: 'dc+sd-jwt',
    });
    const presented = await presentSdJwt(token, asFrame(disclosed));
    const signer = await jwkSigner(await exportJWK(holder.privateKey), 'ES256');
    const bound = await bindSdJwt(presented, { signer, audience: 'https://v.example', nonce: '1234567890', at: NOW });
    const controller = {
      id: ISSUER,
      assertionMethod: [{ id: kid, controller: ISSUER, publicKeyJwk: await exportJWK(issuer.publicKey) }],
    };
    const examined = await examineCredential(bound, {
      now: NOW,
      resolver: web({ [DID_URL]: controller }),
      trusted: [{ id: ISSUER, name: 'R' }],
      expected: { domain: 'https://v.example', takeNonce: async (nonce) => nonce === '1234567890' },
    });
    expect(examined.checks.find(({ check }) => check === 'proof')?.code).toBe('signature-fits');
    const {
      iss: _,
      exp: __,
      iat: ___,
      '@context': ____,
      issuer: _____,
      cnf: ______,
      ...expected
    } = Object.fromEntries(Object.entries(shown ?? {}));
    expect(examined.document).toMatchObject(expected);
    const found = Object.keys(examined.document ?? {}).filter(
      (name) => !['iss', 'issuer', 'vct', 'cnf', 'validFrom', 'validUntil'].includes(name),
    );
    expect(found.sort()).toEqual(
      Object.keys(expected)
        .filter((name) => !['vct', 'cnf', 'validFrom', 'validUntil'].includes(name))
        .sort(),
    );
    expect(context === undefined || typeof context === 'object').toBe(true);
  });
});
