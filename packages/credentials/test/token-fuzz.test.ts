import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CredentialError, examineCredential, issueJwtCredential, issueSdJwtVc, jwtSigner } from '../src/index.ts';
import { scene } from './scene.ts';

const AT = '2026-11-01T00:00:00Z';

/** What is done to a token by who would like it to say something else. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('letter' as const),
    at: fc.nat(),
    letter: fc.constantFrom('A', 'z', '0', '-', '_', '.', '~', '{', '"', ' ', '\u0000', 'é'),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
  fc.record({
    kind: fc.constant('header' as const),
    name: fc.constantFrom('alg', 'typ', 'kid', 'jwk', 'crit', 'b64', 'cty', 'x5c'),
    value: fc.jsonValue({ maxDepth: 2 }),
  }),
  fc.record({
    kind: fc.constant('claim' as const),
    name: fc.constantFrom('iss', 'vc', 'vct', '_sd', '_sd_alg', 'cnf', 'exp', 'status', '@context', 'type', 'credentialStatus'),
    value: fc.jsonValue({ maxDepth: 2 }),
  }),
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

function changed(token: string, one: Change): string {
  const separators = /[.~]/u;
  switch (one.kind) {
    case 'letter': {
      const at = one.at % token.length;
      return token.slice(0, at) + one.letter + token.slice(at + 1);
    }
    case 'cut':
      return token.slice(0, one.at % token.length);
    case 'swap': {
      const parts = token.split('~');
      const [from, to] = [one.at % parts.length, one.with % parts.length];
      return parts.map((part, at) => (at === from ? parts[to] : at === to ? parts[from] : part)).join('~');
    }
    case 'header':
    case 'claim': {
      const [issued = '', ...rest] = token.split('~');
      const parts = issued.split(separators);
      const index = one.kind === 'header' ? 0 : 1;
      const object: unknown = JSON.parse(Buffer.from(parts[index] ?? '', 'base64url').toString());
      parts[index] = Buffer.from(JSON.stringify({ ...Object.assign({}, object), [one.name]: one.value })).toString('base64url');
      return [parts.join('.'), ...rest].join('~');
    }
  }
}

describe('a token that somebody changed', () => {
  test('is never verified as something else, and never breaks the verifier', async () => {
    const at = await scene();
    const signer = jwtSigner(at.by);
    const tokens = [
      await issueJwtCredential(at.credential, { signer, at: AT }),
      await issueSdJwtVc(at.credential, { signer, at: AT, vct: 'https://recognition.example/vct/alq' }),
    ];
    const whole = await Promise.all(tokens.map(async (token) => JSON.stringify((await examineCredential(token, at)).document)));
    await fc.assert(
      fc.asyncProperty(fc.nat(1), change, async (which, one) => {
        const given = changed(tokens[which] ?? '', one);
        try {
          const examined = await examineCredential(given, at);
          if (examined.answer !== 'verified') return;
          // Only an order of disclosures, or nothing at all, may change and still be what was signed.
          expect(which === 1 ? sorted(examined.document) : JSON.stringify(examined.document)).toBe(
            which === 1 ? sorted(JSON.parse(whole[which] ?? '')) : whole[which],
          );
        } catch (error) {
          expect(error).toBeInstanceOf(CredentialError);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** The text of a document, whatever the order of its members. */
function sorted(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
